package org.macrostate.reports.latex;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Runs pdfLaTeX where it is installed: in a temporary folder that holds copies only, without shell escape, reading and
 * writing nothing outside, and no longer than it is given.
 */
public final class PdfLatex {
    /** All runs of one report together; far more than a report of many pages takes on a busy machine. */
    public static final Duration DEFAULT_LIMIT = Duration.ofMinutes(4);

    /** References settle after two runs; the third is for a table of contents or a page break that moved. */
    private static final int MOST_RUNS = 3;

    private final String program;
    private final Duration limit;

    /** With the program found on the PATH. */
    public PdfLatex() {
        this("pdflatex", DEFAULT_LIMIT);
    }

    /**
     * @param program a name on the PATH, or a path
     * @param limit for all runs together
     */
    public PdfLatex(String program, Duration limit) {
        this.program = program;
        this.limit = limit;
    }

    /** How a compilation ended. */
    public sealed interface Outcome {}

    /** The PDF is there, and TeX's log in full. */
    public record Compiled(Path pdf, String log) implements Outcome {}

    public record NotInstalled() implements Outcome {}

    /** @param error TeX's first error line, or what else went wrong */
    public record Failed(String error) implements Outcome {}

    public record TimedOut(Duration limit) implements Outcome {}

    public boolean isInstalled() {
        return executable().isPresent();
    }

    /**
     * Compiles a file and puts the PDF beside it, under its name.
     *
     * @param tex the file
     * @param needed files that it reads: paths within its folder, which keep their place
     */
    public Outcome compile(Path tex, List<Path> needed) {
        Optional<Path> executable = executable();
        if (executable.isEmpty()) {
            return new NotInstalled();
        }
        Path folder = tex.toAbsolutePath().normalize().getParent();
        if (folder == null) {
            return new Failed("no file: " + tex);
        }
        try {
            Path workshop = Files.createTempDirectory("macrostate-tex");
            try {
                Files.copy(tex, workshop.resolve("report.tex"));
                for (Path file : needed) {
                    copy(folder, file, workshop);
                }
                return run(executable.get(), workshop, folder.resolve(pdfName(tex)));
            } finally {
                delete(workshop);
            }
        } catch (IOException e) {
            return new Failed(e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    private Outcome run(Path executable, Path workshop, Path target) throws IOException {
        long end = System.nanoTime() + limit.toNanos();
        String log = "";
        for (int i = 0; i < MOST_RUNS; i++) {
            Process process = start(executable, workshop);
            try {
                if (!process.waitFor(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS)) {
                    return new TimedOut(limit);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return new Failed("interrupted");
            } finally {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
            log = read(workshop.resolve("report.log"));
            Path pdf = workshop.resolve("report.pdf");
            if (process.exitValue() != 0 || !Files.exists(pdf)) {
                return new Failed(TexLog.firstError(log));
            }
            if (i > 0 && !TexLog.asksForAnotherRun(log)) {
                break;
            }
        }
        Files.copy(workshop.resolve("report.pdf"), target, StandardCopyOption.REPLACE_EXISTING);
        return new Compiled(target, log);
    }

    private static Process start(Path executable, Path workshop) throws IOException {
        var builder = new ProcessBuilder(
                executable.toString(),
                "-no-shell-escape",
                "-interaction=nonstopmode",
                "-halt-on-error",
                "-file-line-error",
                "report.tex");
        builder.directory(workshop.toFile());
        builder.environment().put("openin_any", "p");
        builder.environment().put("openout_any", "p");
        builder.environment().put("shell_escape", "f");
        // Long lines of the log stay whole, so that errors can be read from it.
        builder.environment().put("max_print_line", "1000");
        builder.environment().put("SOURCE_DATE_EPOCH", "0");
        builder.redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    private Optional<Path> executable() {
        if (program.contains(File.separator)) {
            return Optional.of(Path.of(program)).filter(Files::isExecutable);
        }
        String path = System.getenv().getOrDefault("PATH", "");
        for (String folder : path.split(File.pathSeparator, -1)) {
            if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, program))) {
                return Optional.of(Path.of(folder, program));
            }
        }
        return Optional.empty();
    }

    private static void copy(Path folder, Path file, Path workshop) throws IOException {
        Path relative = folder.relativize(folder.resolve(file).toAbsolutePath().normalize());
        if (relative.startsWith("..") || relative.isAbsolute()) {
            throw new IOException("not within " + folder + ": " + file);
        }
        Path copy = workshop.resolve(relative);
        Path above = copy.getParent();
        if (above != null) {
            Files.createDirectories(above);
        }
        Files.copy(folder.resolve(relative), copy, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String pdfName(Path tex) {
        Path name = tex.getFileName();
        return (name == null ? "report" : name.toString()).replaceFirst("\\.tex$", "") + ".pdf";
    }

    private static String read(Path log) throws IOException {
        return Files.exists(log) ? new String(Files.readAllBytes(log), StandardCharsets.ISO_8859_1) : "";
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @org.jspecify.annotations.Nullable IOException e)
                    throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
