package org.macrostate.solvers.fixedpoint;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.complex.Complex;

/**
 * Stability of a fixed point from the Jacobian's eigenvalues. A zero eigenvalue is either a direction along a
 * continuous family of fixed points, which is neutral, or a bifurcation, where the flow along the centre direction
 * decides. Both show in g(s) of the bordered equations f(x) = L g, Nᵀ(x − x₀) = s e_i, with N and L the right and left
 * null vectors (Lyapunov–Schmidt reduction): g vanishes along a family.
 */
final class StabilityAnalysis {
    private static final double ZERO = 1e-9;
    private static final double NULL_DIRECTION = 1e-6;
    private static final double MOVE = 0.02;
    private static final double OUTSIDE = 0.1;
    private static final double LARGE = 1e4;
    private static final double BESIDE = 1e-6;
    private static final double ROUGH = 0.1;

    private final SystemAt system;
    private final PhysicalRegion region;
    private final int n;

    StabilityAnalysis(SystemAt system, PhysicalRegion region) {
        this.system = system;
        this.region = region;
        this.n = system.length();
    }

    /** Eigenvalues with what they mean. */
    record Verdict(List<Complex> eigenvalues, Stability stability, int neutralModes) {}

    Verdict of(double[] point) {
        double[] jacobian = new double[n * n];
        system.jacobian(point, jacobian);
        List<Complex> eigenvalues = Spectrum.of(jacobian, n);
        if (isRough(point, jacobian)) {
            return new Verdict(eigenvalues, Stability.MARGINAL, 0);
        }
        double zero = Spectrum.zero(eigenvalues, jacobian);
        int nulls = 0;
        int rotating = 0;
        boolean growing = false;
        for (Complex value : eigenvalues) {
            if (Double.isNaN(value.getRealPart())) {
                return new Verdict(eigenvalues, Stability.MARGINAL, 0);
            }
            growing |= value.getRealPart() > zero;
            nulls += value.norm() <= zero ? 1 : 0;
            rotating += Math.abs(value.getRealPart()) <= zero && value.norm() > zero ? 1 : 0;
        }
        if (nulls == 0) {
            return new Verdict(eigenvalues, linear(growing, rotating > 0), 0);
        }
        return withNullModes(point, jacobian, eigenvalues, nulls, linear(growing, rotating > 0));
    }

    /**
     * Whether the rates have a kink or a root at an edge of the physical region on which the point lies, as where vectors
     * become parallel: the Jacobian then says nothing about the states beside it.
     */
    boolean isRough(double[] point) {
        double[] jacobian = new double[n * n];
        system.jacobian(point, jacobian);
        return isRough(point, jacobian);
    }

    private boolean isRough(double[] point, double[] jacobian) {
        double size = Vector.maxNorm(jacobian);
        if (!region.contains(point) || !region.isOnEdge(point)) {
            return false;
        }
        double[] beside = new double[n * n];
        system.jacobian(region.lengthened(point, BESIDE), beside);
        return !(Vector.distance(jacobian, beside) <= ROUGH * size);
    }

    /** Orthonormal directions in which the Jacobian at a point is zero to rounding. */
    List<double[]> nullDirections(double[] point) {
        double[] jacobian = new double[n * n];
        system.jacobian(point, jacobian);
        List<SingularVectors.Mode> modes = new SingularVectors(jacobian, n).modes();
        List<double[]> directions = new ArrayList<>();
        for (SingularVectors.Mode mode : modes) {
            if (mode.value() <= ZERO * modes.get(0).value()) {
                directions.add(mode.right());
            }
        }
        return directions;
    }

    private static Stability linear(boolean growing, boolean rotating) {
        return growing ? Stability.UNSTABLE : rotating ? Stability.MARGINAL : Stability.STABLE;
    }

    private Verdict withNullModes(
            double[] point, double[] jacobian, List<Complex> eigenvalues, int nulls, Stability others) {
        List<SingularVectors.Mode> rights = new SingularVectors(jacobian, n).modes();
        List<SingularVectors.Mode> lefts = new SingularVectors(SingularVectors.transposed(jacobian, n), n).modes();
        Stability undecided = others == Stability.UNSTABLE ? others : Stability.MARGINAL;
        // Of a state that runs away, rounding of the large entries hides the small ones: nothing is told from those.
        boolean tame = Vector.maxNorm(point) <= LARGE;
        double typical = rights.get(tame ? Math.max(0, Math.min(n / 2, n - nulls - 1)) : n / 2)
                .value();
        if (nulls < n && rights.get(n - nulls).value() > NULL_DIRECTION * typical) {
            return new Verdict(eigenvalues, undecided, 0);
        }
        double[][] right = new double[nulls][];
        double[][] left = new double[nulls][];
        for (int i = 0; i < nulls; i++) {
            right[i] = rights.get(n - nulls + i).right();
            left[i] = lefts.get(n - nulls + i).right();
        }
        int neutral = 0;
        for (int i = 0; i < nulls; i++) {
            neutral += alongFamily(point, right, left, i) ? 1 : 0;
        }
        if (neutral == nulls) {
            return new Verdict(eigenvalues, others, neutral);
        }
        boolean attracting = others == Stability.STABLE && nulls == 1;
        return new Verdict(eigenvalues, attracting ? centreFlow(point, right[0], left[0]) : undecided, neutral);
    }

    private boolean alongFamily(double[] point, double[][] right, double[][] left, int direction) {
        for (double sign : new double[] {1, -1}) {
            double move = sign * MOVE * (1 + Vector.maxNorm(point));
            Reduced reduced = reduced(point, right, left, direction, move);
            if (reduced.converged() && Vector.maxNorm(reduced.force()) <= reduced.negligible()) {
                return true;
            }
        }
        return false;
    }

    /** Attracting on the physical sides of the centre direction, or not. */
    private Stability centreFlow(double[] point, double[] right, double[] left) {
        double overlap = Vector.dot(left, right);
        boolean told = false;
        for (double sign : new double[] {1, -1}) {
            double move = sign * MOVE * (1 + Vector.maxNorm(point));
            Reduced reduced = reduced(point, new double[][] {right}, new double[][] {left}, 0, move);
            if (!reduced.converged() || Math.abs(overlap) < 1e-6) {
                return Stability.MARGINAL;
            }
            if (region.contains(reduced.state(), OUTSIDE * Math.abs(move))) {
                told = true;
                if (!(sign * reduced.force()[0] / overlap < 0)) {
                    return Stability.UNSTABLE;
                }
            }
        }
        return told ? Stability.STABLE : Stability.MARGINAL;
    }

    /** A solution of the bordered equations; {@code negligible} is the force that rounding explains. */
    private record Reduced(double[] state, double[] force, boolean converged, double negligible) {}

    private Reduced reduced(double[] point, double[][] right, double[][] left, int direction, double move) {
        int k = right.length;
        double[] state = Vector.moved(point, move, right[direction]);
        double[] force = new double[k];
        double[] f = new double[n];
        double[] jacobian = new double[n * n];
        double[] matrix = new double[(n + k) * (n + k)];
        double[] defect = new double[n + k];
        for (int step = 0; step < 20; step++) {
            if (!region.inDomains(state)) {
                return new Reduced(state, force, false, 0);
            }
            system.rates(state, f);
            system.jacobian(state, jacobian);
            for (int i = 0; i < n; i++) {
                System.arraycopy(jacobian, i * n, matrix, i * (n + k), n);
                defect[i] = -f[i];
                for (int j = 0; j < k; j++) {
                    matrix[i * (n + k) + n + j] = -left[j][i];
                    matrix[(n + j) * (n + k) + i] = right[j][i];
                    defect[i] += left[j][i] * force[j];
                }
            }
            for (int j = 0; j < k; j++) {
                double along = -Vector.dot(right[j], point);
                defect[n + j] = (j == direction ? move : 0) - along - Vector.dot(right[j], state);
            }
            double[] change = LinearSystem.solve(matrix, defect);
            for (int i = 0; i < n; i++) {
                state[i] += change[i];
            }
            for (int j = 0; j < k; j++) {
                force[j] += change[n + j];
            }
            if (Vector.maxNorm(change) <= 1e-12 * (1 + Vector.maxNorm(state))) {
                double size = Vector.maxNorm(jacobian);
                return new Reduced(state, force, true, ZERO * size * Math.abs(move));
            }
        }
        return new Reduced(state, force, false, 0);
    }
}
