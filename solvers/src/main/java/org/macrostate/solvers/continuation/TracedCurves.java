package org.macrostate.solvers.continuation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.complex.Complex;
import org.macrostate.solvers.fixedpoint.Symmetries;
import org.macrostate.solvers.nonlinear.Vector;

/** The curves that were followed so far, and whether one of them, or a symmetric image, passes through a point. */
final class TracedCurves {
    private static final double SAME = 1e-4;
    private static final double SAME_FREQUENCY = 0.05;

    private final Symmetries symmetries;
    private final List<BifurcationPath.Traced> all = new ArrayList<>();

    TracedCurves(Symmetries symmetries) {
        this.symmetries = symmetries;
    }

    /** In the order in which they were followed. */
    List<BifurcationPath.Traced> all() {
        return all;
    }

    void add(BifurcationPath.Traced trace) {
        all.add(trace);
    }

    /**
     * Whether a curve of a kind passes through a point.
     *
     * @param frequency of the critical pair of a Hopf point; 0 for other kinds
     */
    boolean passThrough(Bifurcation.Kind kind, double[] state, double p, double q, double frequency) {
        List<double[]> images = symmetries.orbit(state);
        return all.stream().filter(trace -> trace.system().kind() == kind).anyMatch(trace -> images.stream()
                .anyMatch(image -> passes(trace, image, p, q, frequency)));
    }

    private static boolean passes(BifurcationPath.Traced trace, double[] state, double p, double q, double frequency) {
        PlaneProblem problem = trace.system().problem();
        double[] point = problem.point(state, p, q);
        for (int i = 1; i < trace.solutions().size(); i++) {
            double[] one = Arrays.copyOf(trace.solutions().get(i - 1), point.length);
            double[] other = Arrays.copyOf(trace.solutions().get(i), point.length);
            double chord = Vector.norm(Vector.moved(other, -1, one));
            double way = Vector.norm(Vector.moved(point, -1, one)) + Vector.norm(Vector.moved(point, -1, other));
            if (way <= 1.01 * chord + SAME && rotates(trace, i, frequency)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the frequency lies between those of two neighbours on a curve, nearly. */
    private static boolean rotates(BifurcationPath.Traced trace, int i, double frequency) {
        double one = frequency(trace.system(), trace.solutions().get(i - 1));
        double other = frequency(trace.system(), trace.solutions().get(i));
        double allowed = SAME_FREQUENCY * Math.max(Math.max(one, other), frequency);
        return frequency >= Math.min(one, other) - allowed && frequency <= Math.max(one, other) + allowed;
    }

    private static double frequency(DefiningSystem system, double[] solution) {
        return system.critical(solution).stream()
                .mapToDouble(Complex::getImaginaryPart)
                .max()
                .orElse(0);
    }
}
