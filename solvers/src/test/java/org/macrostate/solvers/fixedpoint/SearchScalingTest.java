package org.macrostate.solvers.fixedpoint;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.macrostate.solvers.kernel.CompiledSystem;
import org.macrostate.solvers.nonlinear.LuFactors;
import org.macrostate.solvers.problems.LinearVae;

/** How processor time grows with size: the exponent of a power law through what is measured, warm and in one thread. */
@Tag("slow")
class SearchScalingTest {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static double seconds(Runnable work) {
        long begin = THREADS.getCurrentThreadCpuTime();
        work.run();
        return (THREADS.getCurrentThreadCpuTime() - begin) / 1e9;
    }

    /** The least of several, which what else runs on the machine disturbs least. */
    private static double least(int times, Runnable work) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < times; i++) {
            least = Math.min(least, seconds(work));
        }
        return least;
    }

    /** The slope of log time over log size, by least squares. */
    private static double exponent(List<double[]> measured) {
        double x = 0;
        double y = 0;
        double xx = 0;
        double xy = 0;
        for (double[] pair : measured) {
            double size = Math.log(pair[0]);
            double time = Math.log(pair[1]);
            x += size;
            y += time;
            xx += size * size;
            xy += size * time;
        }
        int n = measured.size();
        return (n * xy - x * y) / (n * xx - x * x);
    }

    private static String told(List<double[]> measured) {
        StringBuilder text = new StringBuilder();
        measured.forEach(pair ->
                text.append((int) pair[0]).append(": ").append((float) pair[1]).append(" s; "));
        return text.toString();
    }

    /**
     * The time of a fixed point grew as the power 1.4 of the number of order parameters when this was written, and the
     * number of fixed points that are found as the power 1.5: 2.9 in all.
     */
    @Test
    void a_search_for_fixed_points_grows_little_faster_than_the_cube() {
        FixedPointSearch.of(LinearVae.of(3, 3))
                .find(LinearVae.of(3, 3).bound().parameters().defaults());
        List<double[]> measured = new ArrayList<>();
        for (int copies : new int[] {3, 4, 5, 6}) {
            CompiledSystem system = LinearVae.of(copies, copies);
            double[] parameters = system.bound().parameters().defaults();
            system.rightHandSide();
            system.jacobian();
            FixedPointSearch search = FixedPointSearch.of(system);
            measured.add(new double[] {system.length(), seconds(() -> search.find(parameters))});
        }
        double exponent = exponent(measured);
        assertTrue(exponent < 3.6, "exponent " + exponent + ": " + told(measured));
    }

    @Test
    void elimination_of_a_chain_grows_as_the_square_of_its_length() {
        double exponent = eliminations(new int[] {200, 400, 800, 1600}, true);
        assertTrue(exponent < 2.5, "exponent " + exponent);
    }

    @Test
    void elimination_of_a_full_matrix_grows_as_the_cube_of_its_size() {
        double exponent = eliminations(new int[] {100, 200, 400}, false);
        assertTrue(exponent < 3.5, "exponent " + exponent);
    }

    private static double eliminations(int[] sizes, boolean chain) {
        List<double[]> measured = new ArrayList<>();
        for (int n : sizes) {
            double[] a = new double[n * n];
            Random random = new Random(n);
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    a[i * n + j] = !chain || Math.abs(i - j) <= 1 ? random.nextGaussian() : 0;
                }
            }
            LuFactors factors = new LuFactors(n);
            factors.factor(a);
            measured.add(new double[] {n, least(12, () -> assertTrue(factors.factor(a)))});
        }
        return exponent(measured);
    }
}
