package org.macrostate.tests.oracle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The linear VAE in AUTO-07p (Debian: {@code auto-07p gfortran}), equations written by hand in C: branches in β for η =
 * 1, with ρ = 1, τ = τ_D = 0.01, λ = 0, and the curves of both branch points in (β, η). State m, d, Q, E, R, D.
 */
public final class AutoReference {
    private static final String SCRIPT = "linear_vae.auto";
    private static final List<String> SOURCES = List.of(SCRIPT, "c.branches", "linear_vae_auto.c");
    private static final String EQUATIONS = "/org/macrostate/tests/benchmark/linear_vae.h";
    private static final int LABEL = 3;

    /** AUTO's whole process. */
    public static final List<String> COMMAND = List.of("auto-07p", SCRIPT);

    private final Path folder;

    private AutoReference(Path folder) {
        this.folder = folder;
    }

    /**
     * A labelled solution.
     *
     * @param type 1 a branch point, -4 a value that was asked for, 9 an end
     * @param numbers parameter, norm, state as far as AUTO prints it, further parameters
     */
    public record Solution(int branch, int type, double[] numbers) {}

    /** Compiles the equations; empty, with a notice on standard output, where AUTO or a compiler is missing. */
    public static Optional<AutoReference> build() {
        try {
            Path folder = Files.createTempDirectory("macrostate-auto");
            for (String source : SOURCES) {
                copy(source, folder.resolve(source));
            }
            copy(EQUATIONS, folder.resolve("linear_vae.h"));
            AutoReference reference = new AutoReference(folder);
            reference.run();
            if (Files.exists(folder.resolve("b.noise"))) {
                return Optional.of(reference);
            }
            System.out.println("skipped AUTO-07p: it found nothing, is gfortran installed?");
        } catch (IOException e) {
            System.out.println("skipped AUTO-07p: not installed (" + e.getMessage() + ")");
        }
        return Optional.empty();
    }

    private static void copy(String resource, Path file) throws IOException {
        try (InputStream in = AutoReference.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + resource);
            }
            Files.copy(in, file);
        }
    }

    /** Where {@link #COMMAND} runs. */
    public Path folder() {
        return folder;
    }

    /** AUTO's whole process, as a user runs it; seconds that its three computations say they took. */
    public double run() throws IOException {
        Process process = new ProcessBuilder(COMMAND)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        try (Stream<String> lines = process.inputReader(StandardCharsets.UTF_8).lines()) {
            double seconds = lines.filter(line -> line.contains("Total Time"))
                    .mapToDouble(line -> Double.parseDouble(line.strip().split("\\s+", -1)[2]))
                    .sum();
            process.waitFor();
            return seconds;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** Labelled solutions of one of {@code branches}, {@code collapse}, {@code noise}. */
    public List<Solution> solutions(String computation) {
        try (Stream<String> lines = Files.lines(folder.resolve("b." + computation))) {
            return lines.map(line -> line.strip().split("\\s+", -1))
                    .filter(words -> !words[0].equals("0") && !words[LABEL].equals("0"))
                    .map(words -> new Solution(
                            Integer.parseInt(words[0]),
                            Integer.parseInt(words[2]),
                            Arrays.stream(words, LABEL + 1, words.length)
                                    .mapToDouble(AutoReference::number)
                                    .toArray()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fortran leaves the E of an exponent of three digits out. */
    private static double number(String word) {
        return Double.parseDouble(word.replaceAll("(\\d)([+-]\\d{3})$", "$1E$2"));
    }
}
