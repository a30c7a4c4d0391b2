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
        return all.stream()
                .filter(trace -> trace.system().kind() == kind)
                .anyMatch(trace -> passes(trace, state, p, q, frequency));
    }

    private boolean passes(BifurcationPath.Traced trace, double[] state, double p, double q, double frequency) {
        PlaneProblem problem = trace.system().problem();
        int length = problem.length() + 2;
        double[] invariants = symmetries.invariants(state);
        double[] plane = problem.point(state, p, q);
        for (int i = 1; i < trace.solutions().size(); i++) {
            double[] one = Arrays.copyOf(trace.solutions().get(i - 1), length);
            double[] other = Arrays.copyOf(trace.solutions().get(i), length);
            double most = 1.01 * Vector.norm(Vector.moved(other, -1, one)) + SAME;
            double[] there = problem.state(one);
            double reach = most * problem.scale();
            boolean may = Math.abs(one[length - 2] - plane[length - 2]) <= most
                    && Math.abs(one[length - 1] - plane[length - 1]) <= most
                    && Vector.distance(symmetries.invariants(there), invariants) <= reach
                    && rotates(trace, i, frequency);
            if (may
                    && symmetries.imagesNear(state, there, reach).stream()
                            .anyMatch(image -> isOn(problem.point(image, p, q), one, other, most))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOn(double[] point, double[] one, double[] other, double most) {
        return Vector.norm(Vector.moved(point, -1, one)) + Vector.norm(Vector.moved(point, -1, other)) <= most;
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
