package org.macrostate.solvers.fixedpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.macrostate.solvers.nonlinear.SingularVectors;
import org.macrostate.solvers.nonlinear.Vector;

/**
 * The nearest fixed points of a continuous family: Newton steps of least norm, which leave out the directions along the family
 * (Ben-Israel, J. Math. Anal. Appl. 15, 243 (1966)).
 *
 * @param dimension of the family
 * @param step the length of a step along it
 */
record FamilyProjection(SystemAt system, int dimension, double step) {
    private static final int CORRECTIONS = 8;
    private static final int MOST_STEPS = 400;
    private static final double LEAST_GAIN = 50;
    private static final double STEP = 0.02;
    private static final double ZERO = 1e-9;
    private static final double SMALL = 1e-4;
    private static final double SAME = 1e-6;

    /** Steps of 2 % of a member's size. */
    static FamilyProjection beside(SystemAt system, int dimension, double[] member) {
        return new FamilyProjection(system, dimension, STEP * (1 + Vector.maxNorm(member)));
    }

    /**
     * Whether two fixed points belong to one family of two dimensions or more; where stability changes on it, they are told
     * apart.
     */
    static boolean join(
            SystemAt system,
            StabilityAnalysis.Verdict known,
            double[] member,
            StabilityAnalysis.Verdict verdict,
            double[] state) {
        return verdict.neutralModes() > 1
                && state.length <= Roots.LARGEST_FOLLOWED
                && known.stability() == verdict.stability()
                && beside(system, verdict.neutralModes(), member).leads(member, state);
    }

    /** The fixed point that steps of least norm lead to: off the family the Jacobian is nearly singular, not quite. */
    Optional<double[]> of(double[] predicted) {
        double[] state = predicted;
        double[] rates = new double[state.length];
        for (int i = 0; i < CORRECTIONS; i++) {
            double[] jacobian = system.jacobian(state);
            double largest = system.rates(state, rates);
            if (!Double.isFinite(largest)) {
                return Optional.empty();
            }
            if (largest <= ZERO * Vector.maxNorm(jacobian) * step) {
                return Optional.of(state);
            }
            double[] moved = state.clone();
            for (SingularVectors.Mode mode : regular(jacobian)) {
                moved = Vector.moved(moved, -Vector.dot(mode.left(), rates) / mode.value(), mode.right());
            }
            state = moved;
        }
        return Optional.empty();
    }

    private List<SingularVectors.Mode> regular(double[] jacobian) {
        List<SingularVectors.Mode> modes = new SingularVectors(jacobian, system.length()).modes();
        List<SingularVectors.Mode> regular = new ArrayList<>();
        for (SingularVectors.Mode mode : modes.subList(0, modes.size() - dimension)) {
            if (mode.value() > SMALL * modes.get(0).value()) {
                regular.add(mode);
            }
        }
        return regular;
    }

    /** Whether steps on the family that go towards a state arrive there. */
    boolean leads(double[] from, double[] to) {
        double[] state = from;
        double left = Vector.distance(state, to);
        for (int i = 0; i < MOST_STEPS && left > SAME * (1 + Vector.maxNorm(to)); i++) {
            double length = Math.min(step, left);
            double[] way = Vector.moved(to, -1, state);
            Optional<double[]> next = of(Vector.moved(state, length / left, way));
            double now = next.map(point -> Vector.distance(point, to)).orElse(Double.POSITIVE_INFINITY);
            if (!(now <= left - length / LEAST_GAIN)) {
                return false;
            }
            state = next.orElseThrow();
            left = now;
        }
        return left <= SAME * (1 + Vector.maxNorm(to));
    }
}
