package org.macrostate.engine.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.macrostate.equations.BadInput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code start-up FILE}: an archive of loaded classes, with which the JVM starts commands in a fraction of the time. */
@Command(
        description = "Archive the program's classes, so that it starts faster.",
        footer = {
            "",
            "The archive fits this jar and this JVM only: make it anew when one of them changes; one that does not",
            "fit is ignored. It prints the command line that uses it.",
            "Then:  java -XX:SharedArchiveFile=macrostate.jsa -Xshare:auto -jar macrostate.jar derive linear-vae",
            "Example:  macrostate start-up macrostate.jsa"
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

    private final Call call;

    @Parameters(index = "0", paramLabel = "FILE", description = "where the archive is written")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path file;

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
        for (List<String> command : TYPICAL) {
            Cli.run(command.toArray(String[]::new), nowhere, nowhere);
        }
        return ExitStatus.DONE.code();
    }

    private int archive() {
        Path jar = jar();
        Path archive = file.toAbsolutePath();
        try {
            Files.deleteIfExists(archive);
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:ArchiveClassesAtExit=" + archive,
                            "-jar",
                            jar.toString(),
                            "start-up",
                            "--train",
                            archive.toString())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int status = process.waitFor();
            if (status != 0 || !Files.isRegularFile(archive)) {
                throw new BadInput("no archive was made at " + archive + ": " + said.strip());
            }
        } catch (IOException e) {
            throw new BadInput("no archive can be made at " + archive + ": " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitStatus.NOT_CONVERGED.code();
        }
        sayJava(archive);
        call.terminal().out().println("java -XX:SharedArchiveFile=" + archive + " -Xshare:auto -jar " + jar);
        return ExitStatus.DONE.code();
    }

    /** Beside the archive stands which Java it is for, in the words of that Java's file {@code release}. */
    private static void sayJava(Path archive) {
        try {
            Path release = Path.of(System.getProperty("java.home"), "release");
            Map<String, String> said = new HashMap<>();
            for (String line : Files.exists(release) ? Files.readAllLines(release) : List.<String>of()) {
                int equals = line.indexOf('=');
                if (equals > 0) {
                    said.put(
                            line.substring(0, equals),
                            line.substring(equals + 1).replace("\"", ""));
                }
            }
            String version = said.getOrDefault("JAVA_RUNTIME_VERSION", said.getOrDefault("JAVA_VERSION", ""));
            Files.writeString(archive.resolveSibling(archive.getFileName() + ".java"), version + "\n");
        } catch (IOException e) {
            throw new BadInput("cannot write beside " + archive + ": " + e.getMessage());
        }
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
