package org.macrostate.engine.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.macrostate.engine.cache.CachePlace;
import org.macrostate.equations.BadInput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code start-up FILE}: an archive of loaded classes, with which the JVM starts commands in a fraction of the time. */
@Command(
        description = "Archive the program's classes, so that it starts faster.",
        footer = {
            "",
            "Without FILE the archive goes into the cache, where the launcher of Linux and",
            "macOS finds it unless it has one of its own for this Java; from Java 25 on it is",
            "an AOT cache, which holds linked classes and profiles, too.",
            "With FILE it prints the command line that uses it. An archive fits one jar and",
            "one Java: make it anew when one of them changes; one that does not fit is",
            "ignored.",
            "Examples:  macrostate start-up",
            "           macrostate start-up macrostate.jsa"
        })
final class StartUpCommand implements Callable<Integer> {
    /** What a user is likely to run, so that its classes are in the archive. */
    private static final List<List<String>> TYPICAL = List.of(
            List.of("derive", "linear-vae"),
            List.of("thresholds", "linear-vae", "--state", "collapsed", "--solve", "beta"),
            List.of("integrate", "linear-vae", "--until", "10"),
            List.of("fixed-points", "linear-vae"),
            List.of("branch", "linear-vae", "--vary", "beta=0.5:3", "--follow", "eta=0.5:2"),
            List.of("phase-diagram", "linear-vae", "--x", "beta=0.5:3:9", "--y", "eta=0.5:2:9"));

    /** First what derives, then what takes it from the cache. */
    private static final int TURNS = 2;

    private static final String AOT = ".aot";
    private static final String OPTION = "start-up.txt";
    private static final int FIRST_WITH_OWN_ARCHIVE = 19;
    private static final int FIRST_WITH_AOT_CACHE = 25;

    private final Call call;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "FILE",
            description = "where the archive is written; in the cache unless given")
    private Optional<Path> file = Optional.empty();

    @Option(names = "--train", hidden = true, description = "run what the archive is made of")
    private boolean train;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "show this help")
    boolean help;

    StartUpCommand(Call call) {
        this.call = call;
    }

    @Override
    public Integer call() {
        return train ? train() : archive();
    }

    private static int train() {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        for (int turn = 0; turn < TURNS; turn++) {
            for (List<String> command : TYPICAL) {
                Cli.run(command.toArray(String[]::new), nowhere, nowhere);
            }
        }
        return ExitStatus.DONE.code();
    }

    private int archive() {
        Path jar = jar();
        Path archive = file.orElseGet(StartUpCommand::inCache).toAbsolutePath();
        try {
            Files.deleteIfExists(archive);
            List<String> line = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString()));
            line.addAll(making(archive));
            line.addAll(List.of("-jar", jar.toString(), "start-up", "--train", archive.toString()));
            Path cache = Files.createTempDirectory("macrostate-start-up");
            try {
                make(archive, line, cache);
            } finally {
                removeCache(cache);
            }
        } catch (IOException e) {
            throw new BadInput("no archive can be made at " + archive + ": " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitStatus.NOT_CONVERGED.code();
        }
        if (file.isEmpty()) {
            sayOption(archive);
            call.terminal().show("written: " + archive + "\n");
            return ExitStatus.DONE.code();
        }
        sayJava(archive);
        String share = isAot(archive) ? "" : " -Xshare:auto";
        call.terminal().out().println("java " + option(archive) + share + " -jar " + jar);
        return ExitStatus.DONE.code();
    }

    /** @param cache an empty one: what the archive holds must not depend on what the user derived before */
    private static void make(Path archive, List<String> line, Path cache) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment().put("MACROSTATE_CACHE", cache.toString());
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = process.waitFor();
        if (status != 0 || !Files.isRegularFile(archive)) {
            throw new BadInput("no archive was made at " + archive + ": " + said.strip());
        }
    }

    private static void removeCache(Path cache) throws IOException {
        try (Stream<Path> entries = Files.list(cache)) {
            for (Path entry : entries.toList()) {
                Files.delete(entry);
            }
        }
        Files.delete(cache);
    }

    /** Where the launcher looks for an archive of the Java that it starts. */
    private static Path inCache() {
        Path cache = CachePlace.here()
                .orElseThrow(
                        () -> new BadInput("there is no cache (MACROSTATE_CACHE is off, or no home); name a FILE"));
        try {
            Files.createDirectories(cache);
        } catch (IOException e) {
            throw new BadInput("no folder can be made at " + cache + ": " + e.getMessage());
        }
        String ending = Runtime.version().feature() >= FIRST_WITH_AOT_CACHE ? AOT : ".jsa";
        return cache.resolve("classes-" + javaVersion() + ending);
    }

    private static String option(Path archive) {
        return (isAot(archive) ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + archive;
    }

    /** The launcher of Windows, which cannot tell the Java's version without starting it, reads the option from here. */
    private static void sayOption(Path archive) {
        try {
            Files.writeString(archive.resolveSibling(OPTION), option(archive) + "\r\n");
        } catch (IOException e) {
            throw new BadInput("cannot write beside " + archive + ": " + e.getMessage());
        }
    }

    private static boolean isAot(Path archive) {
        return archive.toString().endsWith(AOT);
    }

    /** Options of a Java that writes an archive when it ends. */
    private List<String> making(Path archive) {
        int java = Runtime.version().feature();
        if (isAot(archive)) {
            if (java < FIRST_WITH_AOT_CACHE) {
                throw new BadInput("an AOT cache needs Java " + FIRST_WITH_AOT_CACHE + " or newer, this is Java " + java
                        + "; name a file that ends in .jsa");
            }
            return List.of("-XX:AOTCacheOutput=" + archive);
        }
        return file.isEmpty() && java >= FIRST_WITH_OWN_ARCHIVE
                ? List.of("-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + archive)
                : List.of("-XX:ArchiveClassesAtExit=" + archive);
    }

    /** Beside the archive stands which Java it is for, in the words of that Java's file {@code release}. */
    private static void sayJava(Path archive) {
        try {
            Files.writeString(archive.resolveSibling(archive.getFileName() + ".java"), javaVersion() + "\n");
        } catch (IOException e) {
            throw new BadInput("cannot write beside " + archive + ": " + e.getMessage());
        }
    }

    private static String javaVersion() {
        Path release = Path.of(System.getProperty("java.home"), "release");
        Map<String, String> said = new HashMap<>();
        try {
            for (String line : Files.exists(release) ? Files.readAllLines(release) : List.<String>of()) {
                int equals = line.indexOf('=');
                if (equals > 0) {
                    said.put(
                            line.substring(0, equals),
                            line.substring(equals + 1).replace("\"", ""));
                }
            }
        } catch (IOException e) {
            throw new BadInput("cannot read " + release + ": " + e.getMessage());
        }
        return said.getOrDefault("JAVA_RUNTIME_VERSION", said.getOrDefault("JAVA_VERSION", ""));
    }

    private static Path jar() {
        try {
            Path jar = Path.of(StartUpCommand.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            if (Files.isRegularFile(jar)) {
                return jar;
            }
        } catch (URISyntaxException e) {
            throw new BadInput("the program's own place is no path: " + e.getMessage());
        }
        throw new BadInput("an archive is made of the program's jar, and it is not run from one");
    }
}
