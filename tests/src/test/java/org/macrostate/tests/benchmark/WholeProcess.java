package org.macrostate.tests.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The program in a process of its own. */
final class WholeProcess {
    private static final String MOST = "VmHWM:";
    private static final int LOOK = 10;

    private WholeProcess() {}

    /**
     * Processor time of the program as its launcher starts it, in ms, user and system: the shell that starts it is asked what its
     * children took.
     */
    static double milliseconds(List<String> arguments) {
        return used(arguments).milliseconds();
    }

    /** Processor time of any program that is run in a folder, in ms. */
    static double milliseconds(Path folder, List<String> program) {
        return used(folder, program).milliseconds();
    }

    /**
     * What a program took.
     *
     * @param milliseconds of processor time
     * @param megabytes most memory that one of its processes had at once, as Linux counts it, looked at a hundred times a second;
     *     0 elsewhere
     */
    record Used(double milliseconds, double megabytes) {}

    /** What the program takes as its launcher starts it. */
    static Used used(List<String> arguments) {
        Path here = Path.of("").toAbsolutePath();
        List<String> program = new ArrayList<>(
                List.of(here.resolve("../engine/target/macrostate").toString()));
        program.addAll(arguments);
        return used(here, program);
    }

    /** What any program takes that is run in a folder. */
    static Used used(Path folder, List<String> program) {
        List<String> line =
                new ArrayList<>(List.of("bash", "-c", "\"$@\" >/dev/null 2>&1 || exit; LC_ALL=C times", "bash"));
        line.addAll(program);
        try {
            Process process = new ProcessBuilder(line)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            double kilobytes = 0;
            do {
                kilobytes = Math.max(
                        kilobytes,
                        process.descendants()
                                .mapToDouble(child -> most(child.pid()))
                                .max()
                                .orElse(0));
            } while (!process.waitFor(LOOK, TimeUnit.MILLISECONDS));
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.exitValue() != 0) {
                throw new IllegalStateException(program + " ended with status " + process.exitValue());
            }
            return new Used(ofChildren(said), kilobytes / 1024);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** The most memory that a process had until now, in kilobytes; 0 if it is gone. */
    private static double most(long process) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(process), "status")).stream()
                    .filter(line -> line.startsWith(MOST))
                    .mapToDouble(line -> Double.parseDouble(
                            line.substring(MOST.length()).strip().split(" ", -1)[0]))
                    .findFirst()
                    .orElse(0);
        } catch (IOException gone) {
            return 0;
        }
    }

    /** Of what {@code times} prints: user and system time of the shell, and in a second line of its children, as 0m1.234s. */
    static double ofChildren(String said) {
        List<String> lines = said.lines().toList();
        double sum = 0;
        for (String time : lines.get(lines.size() - 1).split(" ", -1)) {
            String[] parts = time.replace("s", "").split("m", -1);
            sum += 60 * Double.parseDouble(parts[0]) + Double.parseDouble(parts[1]);
        }
        return 1e3 * sum;
    }
}
