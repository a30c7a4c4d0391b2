package org.macrostate.tests.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.function.IntSupplier;
import org.macrostate.equations.derive.Derivation;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.model.ModelFile;
import org.macrostate.solvers.continuation.BranchDiagramSolver;
import org.macrostate.solvers.continuation.ParameterRange;
import org.macrostate.solvers.kernel.CompiledSystem;
import org.macrostate.solvers.nonlinear.LuFactors;
import org.macrostate.solvers.nonlinear.Spectrum;

/**
 * Dense linear algebra, and a branch of equilibria with its stability, beside the same in NumPy, which calls LAPACK, both on
 * one thread and in processor time. {@code mvn -q -pl tests -am -Pbenchmark verify
 * -Dbenchmark=org.macrostate.tests.benchmark.RatiosToLapack}
 */
public final class RatiosToLapack {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final double LEAST_SECONDS = 1.5;

    private RatiosToLapack() {}

    public static void main(String[] args) {
        print();
    }

    static void print() {
        for (int n : new int[] {72, 156, 272}) {
            double[] a = matrix(n, false);
            row("solution of " + n + " equations / LAPACK", "solve", n, () -> solved(a, n));
        }
        for (int n : new int[] {72, 272}) {
            double[] a = matrix(n, false);
            double[] symmetric = matrix(n, true);
            row("eigenvalues of " + n + " unknowns / LAPACK", "eigenvalues", n, () -> eigenvalues(a, n));
            row("the same, symmetric / LAPACK", "symmetric", n, () -> eigenvalues(symmetric, n));
        }
        for (int n : new int[] {79, 200}) {
            CompiledSystem bratu = bratu(n);
            row("a point of a branch of " + n + " unknowns / NumPy", "branch", n, () -> branch(bratu));
        }
    }

    private static void row(String what, String kind, int n, IntSupplier work) {
        new PairedRow(what, "ns", () -> least(work), () -> inNumPy(kind, n)).print();
    }

    /** Nanoseconds of one of the things that the work says it did, the least of several times. */
    private static double least(IntSupplier work) {
        double least = Double.POSITIVE_INFINITY;
        long end = THREADS.getCurrentThreadCpuTime() + (long) (2e9 * LEAST_SECONDS);
        while (THREADS.getCurrentThreadCpuTime() < end) {
            long begin = THREADS.getCurrentThreadCpuTime();
            int count = 0;
            for (int i = 0; i < 5; i++) {
                count += work.getAsInt();
            }
            least = Math.min(least, (THREADS.getCurrentThreadCpuTime() - begin) / (double) count);
        }
        return least;
    }

    private static double[] matrix(int n, boolean isSymmetric) {
        Random random = new Random(1);
        double[] a = new double[n * n];
        Arrays.setAll(a, i -> random.nextGaussian());
        if (isSymmetric) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < i; j++) {
                    a[i * n + j] = a[j * n + i];
                }
            }
        }
        return a;
    }

    private static int solved(double[] a, int n) {
        double[] b = new double[n];
        Arrays.fill(b, 1);
        LuFactors factors = new LuFactors(n);
        int count = 20;
        for (int i = 0; i < count; i++) {
            if (!factors.factor(a)) {
                throw new IllegalStateException("singular");
            }
            factors.solve(b);
        }
        return count;
    }

    private static int eigenvalues(double[] a, int n) {
        if (Spectrum.of(a, n).get(0).isNaN()) {
            throw new IllegalStateException("no eigenvalues");
        }
        return 1;
    }

    private static CompiledSystem bratu(int n) {
        StringBuilder text = new StringBuilder("model: bratu\nparameters: {lam: 1}\nflow:\n");
        int square = (n + 1) * (n + 1);
        for (int i = 1; i <= n; i++) {
            String left = i == 1 ? "" : "u" + (i - 1) + " ";
            String right = i == n ? "" : " + u" + (i + 1);
            text.append(
                    "  u" + i + ": \"" + square + " (" + left + "- 2 u" + i + right + ") + lam Exp[u" + i + "]\"\n");
        }
        LearningProblem problem = ModelFile.read(text.toString(), "bratu");
        return CompiledSystem.of(BoundSystem.of(Derivation.of(problem), Sizes.of(problem, Map.of())));
    }

    /** With the search for where it begins, its fold and the stability of its points. */
    private static int branch(CompiledSystem system) {
        return BranchDiagramSolver.of(system).solve(Map.of(), new ParameterRange("lam", 0.02, 4)).branches().stream()
                .mapToInt(branch -> branch.points().size())
                .sum();
    }

    private static double inNumPy(String kind, int n) {
        try {
            Path script = Files.createTempFile("lapack", ".py");
            try (InputStream text = RatiosToLapack.class.getResourceAsStream("lapack.py")) {
                if (text == null) {
                    throw new IllegalStateException("no resource lapack.py");
                }
                Files.write(script, text.readAllBytes());
            }
            ProcessBuilder python = new ProcessBuilder("python3", script.toString(), kind, "" + n);
            python.environment().put("OPENBLAS_NUM_THREADS", "1");
            python.environment().put("OMP_NUM_THREADS", "1");
            Process process = python.redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException("NumPy is not installed (Debian: python3-numpy): " + said);
            }
            Files.delete(script);
            return CReference.number(said.strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
