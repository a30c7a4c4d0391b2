package org.macrostate.tests.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.DoubleStream;

/** A folder in which exported code lies and runs, and what comes out is compared with the kernels. */
record ExportedRun(Path folder) {
    private static final double TOLERANCE = 1e-12;

    static void assumeInstalled(String program) throws InterruptedException {
        boolean runs;
        try {
            runs = new ProcessBuilder(program, "--version")
                            .redirectErrorStream(true)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException notThere) {
            runs = false;
        }
        assumeTrue(runs, program + " is not installed");
    }

    /** A Python that has a package; Debian's own is asked first, since that is where its packages are. */
    static String pythonWith(String packageName) throws InterruptedException {
        for (String python : List.of("/usr/bin/python3", "python3")) {
            try {
                boolean has = new ProcessBuilder(python, "-c", "import " + packageName)
                                .redirectErrorStream(true)
                                .start()
                                .waitFor()
                        == 0;
                if (has) {
                    return python;
                }
            } catch (IOException notThere) {
                // the next one may be
            }
        }
        assumeTrue(false, "no Python has " + packageName);
        return "";
    }

    List<String> run(String... command) throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertTrue(process.waitFor(20, TimeUnit.MINUTES), String.join(" ", command));
        String text = Files.readString(output);
        assertEquals(0, process.exitValue(), () -> String.join(" ", command) + "\n" + text);
        return text.lines().toList();
    }

    static String module(ExportedCase each) {
        return each.model().replace('-', '_');
    }

    static void compare(ExportedCase each, String how, double[] expected, String line) {
        double[] found = Arrays.stream(line.strip().split(" "))
                .mapToDouble(ExportedRun::number)
                .toArray();
        assertEquals(expected.length, found.length, each.model());
        double scale = DoubleStream.of(expected).map(Math::abs).max().orElseThrow();
        assertTrue(Double.isFinite(scale), each.model() + ": a state at which the kernels compute no numbers");
        // With one unit of each kind two fields of relu-committee coincide: the arcsine of a correlation of one, where
        // an
        // error of 1e-16 becomes one of 1e-8.
        double tolerance = each.model().equals("relu-committee") || each.isIntegrated() ? 1e-8 : TOLERANCE;
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], found[i], tolerance * scale, each.model() + ", " + how + ", output " + i);
        }
    }

    private static double number(String text) {
        return switch (text) {
            case "nan", "-nan" -> Double.NaN;
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }
}
