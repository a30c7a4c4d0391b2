package org.macrostate.solvers.continuation;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.macrostate.solvers.nonlinear.LinearSystem;
import org.macrostate.solvers.nonlinear.SingularVectors;
import org.macrostate.solvers.nonlinear.Vector;

/**
 * The flow along the critical direction at a simple zero eigenvalue, dz/dt = … + a z² + c z³ (Kuznetsov, Elements of
 * Applied Bifurcation Theory, equations 5.32 and 8.9): with J φ = 0, ψᵀJ = 0, |φ| = ψ·φ = 1,
 *
 * <p>a = ψ·B(φ,φ)/2 and c = ψ·[C(φ,φ,φ) + 3 B(φ,h)]/6 with J h = −B(φ,φ) + (ψ·B(φ,φ)) φ, ψ·h = 0.
 *
 * @param type what a and c say
 * @param coefficient a, or c where a is zero
 */
public record NormalForm(Type type, double coefficient) {
    private static final double DIFFERENCE = 1e-3;
    private static final double NO_QUADRATIC = 1e-6;
    private static final double ACROSS = 1e-6;
    private static final double ROUNDINGS = 50;

    /** What happens at the point. */
    public enum Type {
        /** Two fixed points meet and are gone beyond. */
        SADDLE_NODE("saddle-node"),
        /** Two branches cross and exchange their stability. */
        TRANSCRITICAL("transcritical"),
        /** Two arms leave a branch that loses its stability, as continuously as a second-order transition. */
        SUPERCRITICAL_PITCHFORK("supercritical pitchfork"),
        /** Two arms end on a branch that loses its stability: what was on it has to jump, as at a first-order transition. */
        SUBCRITICAL_PITCHFORK("subcritical pitchfork"),
        /** Quadratic and cubic terms vanish, or the zero eigenvalue has a nilpotent part. */
        DEGENERATE("degenerate");

        private final String text;

        Type(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    /**
     * At a point with one null direction; empty where derivatives are not finite.
     *
     * @param jacobian of a state, n·n row by row
     * @param state n
     * @param fold whether the branch turns there, rather than being crossed
     */
    public static Optional<NormalForm> of(UnaryOperator<double[]> jacobian, double[] state, boolean fold) {
        int n = state.length;
        double[] here = jacobian.apply(state);
        SingularVectors modes = new SingularVectors(here, n);
        double[] phi = modes.lastRight(1).get(0);
        double[] left = modes.lastLeft(1).get(0);
        double overlap = Vector.dot(left, phi);
        if (!(Math.abs(overlap) > ACROSS)) {
            return Double.isNaN(overlap) ? Optional.empty() : Optional.of(new NormalForm(Type.DEGENERATE, Double.NaN));
        }
        double[] psi = Vector.moved(new double[n], 1 / overlap, left);
        double widest = Vector.maxNorm(phi);
        return of(
                jacobian,
                state,
                fold,
                here,
                Vector.moved(new double[n], 1 / widest, phi),
                Vector.moved(new double[n], widest, psi));
    }

    /** @param phi with a largest element of 1, so that differences are taken where the rates change */
    private static Optional<NormalForm> of(
            UnaryOperator<double[]> jacobian, double[] state, boolean fold, double[] here, double[] phi, double[] psi) {
        int n = state.length;
        double size = 1 + Vector.maxNorm(state);
        double h = DIFFERENCE * size;
        double[][] along = new double[5][];
        for (int k = -2; k <= 2; k++) {
            double[] there = jacobian.apply(Vector.moved(state, k * h, phi));
            along[k + 2] = Vector.times(Vector.moved(there, -1, here), phi);
        }
        double[] second = new double[n];
        double[] third = new double[n];
        for (int i = 0; i < n; i++) {
            second[i] = (8 * (along[3][i] - along[1][i]) - (along[4][i] - along[0][i])) / (12 * h);
            third[i] =
                    (16 * (along[3][i] + along[1][i]) - (along[4][i] + along[0][i]) - 30 * along[2][i]) / (12 * h * h);
        }
        double quadratic = Vector.dot(psi, second) / 2;
        double reach = Vector.norm(psi) * (Vector.norm(second) + size * Vector.norm(third));
        double rounding = ROUNDINGS * Math.ulp(Vector.maxNorm(here)) / h;
        if (!Double.isFinite(reach + rounding)) {
            return Optional.empty();
        }
        double unit = Vector.norm(phi);
        if (fold || Math.abs(quadratic) > Math.max(NO_QUADRATIC * reach, rounding)) {
            return Optional.of(new NormalForm(fold ? Type.SADDLE_NODE : Type.TRANSCRITICAL, quadratic / unit));
        }
        double[] right = Vector.moved(Vector.moved(new double[n], -1, second), 2 * quadratic, phi);
        double[] across = across(here, right, phi, psi, n);
        double[] ahead = Vector.times(jacobian.apply(Vector.moved(state, h, phi)), across);
        double[] back = Vector.times(jacobian.apply(Vector.moved(state, -h, phi)), across);
        double cubic = Vector.dot(psi, third);
        for (int i = 0; i < n; i++) {
            cubic += 3 * psi[i] * (ahead[i] - back[i]) / (2 * h);
        }
        cubic /= 6;
        Type type = Math.abs(cubic) <= Math.max(NO_QUADRATIC * reach / size, rounding / h)
                ? Type.DEGENERATE
                : cubic < 0 ? Type.SUPERCRITICAL_PITCHFORK : Type.SUBCRITICAL_PITCHFORK;
        return Optional.of(new NormalForm(type, cubic / (unit * unit)));
    }

    /** h with J h = right, ψ·h = 0, by bordering. */
    private static double[] across(double[] jacobian, double[] right, double[] phi, double[] psi, int n) {
        int size = n + 1;
        double[] matrix = new double[size * size];
        double unit = Math.max(Vector.maxNorm(jacobian), Double.MIN_NORMAL);
        for (int i = 0; i < n; i++) {
            System.arraycopy(jacobian, i * n, matrix, i * size, n);
            matrix[i * size + n] = unit * phi[i];
            matrix[n * size + i] = psi[i];
        }
        double[] solution = LinearSystem.solve(matrix, java.util.Arrays.copyOf(right, size));
        return java.util.Arrays.copyOf(solution, n);
    }
}
