package org.macrostate.tests.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A reference program in C, among the resources beside this class: built by {@code gcc -O3 -march=native} when it is
 * asked for, fed numbers, its output numbers read back. Timings it prints are the least of many batches.
 */
final class CReference {
    private static final List<String> HEADERS = List.of("timing.h", "linear_vae.h", "linear_vae_vectors.h");

    private final Path program;

    private CReference(Path program) {
        this.program = program;
    }

    /**
     * Builds a program.
     *
     * @param source the name of a resource
     * @param options of the compiler, definitions of sizes for instance; libraries stand after the source
     * @return empty, with a notice on standard output, if there is no gcc or it fails
     */
    static Optional<CReference> build(String source, List<String> options, List<String> libraries) {
        return build(source, "", options, libraries);
    }

    /** With a header written by the caller, included as {@code tableau.h}. */
    static Optional<CReference> build(String source, String tableau, List<String> options, List<String> libraries) {
        try {
            Path folder = Files.createTempDirectory("macrostate-c");
            for (String header : HEADERS) {
                copy(header, folder);
            }
            Files.writeString(folder.resolve("tableau.h"), tableau);
            List<String> line = new ArrayList<>(List.of("gcc", "-O3", "-march=native"));
            line.addAll(options);
            line.addAll(List.of("-o", "program", copy(source, folder).toString()));
            line.addAll(libraries);
            line.add("-lm");
            Process gcc = new ProcessBuilder(line)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(gcc.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (gcc.waitFor() != 0) {
                System.out.println("skipped " + source + ": gcc said " + said.strip());
                return Optional.empty();
            }
            return Optional.of(new CReference(folder.resolve("program")));
        } catch (IOException e) {
            System.out.println("skipped " + source + ": no gcc here (" + e.getMessage() + ")");
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Path copy(String resource, Path folder) throws IOException {
        try (InputStream in = CReference.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + resource);
            }
            Path file = folder.resolve(resource);
            Files.copy(in, file);
            return file;
        }
    }

    /** The numbers the program prints. */
    double[] run(double[]... input) {
        String numbers = Arrays.stream(input)
                .flatMapToDouble(Arrays::stream)
                .mapToObj(Double::toString)
                .collect(Collectors.joining("\n"));
        try {
            Process process = new ProcessBuilder(program.toString()).start();
            process.getOutputStream().write(numbers.getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().close();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int status = process.waitFor();
            if (status != 0) {
                throw new IllegalStateException(program + " ended with status " + status + ": "
                        + new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
            }
            return Arrays.stream(out.strip().split("\\s+", -1))
                    .mapToDouble(CReference::number)
                    .toArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** As C prints it, where what is not finite has names of its own. */
    static double number(String printed) {
        return switch (printed) {
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            case "nan", "-nan" -> Double.NaN;
            default -> Double.parseDouble(printed);
        };
    }

    /** The last number printed, if the first ones are those expected: a reference that computes something else is none. */
    static double time(double[] printed, double[] expected, double relative) {
        for (int i = 0; i < expected.length; i++) {
            if (!(Math.abs(printed[i] - expected[i]) <= relative * (1 + Math.abs(expected[i])))) {
                throw new IllegalStateException(
                        "element " + i + " is " + printed[i] + " in C, " + expected[i] + " expected");
            }
        }
        return printed[printed.length - 1];
    }
}
