package org.macrostate.solvers.fixedpoint;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hipparchus.complex.Complex;
import org.macrostate.solvers.nonlinear.NullVectors;
import org.macrostate.solvers.nonlinear.OrthonormalBasis;
import org.macrostate.solvers.nonlinear.Spectrum;
import org.macrostate.solvers.nonlinear.Vector;

/**
 * Stability of a fixed point from the Jacobian's eigenvalues. A zero eigenvalue is either a direction along a
 * continuous family of fixed points, which is neutral, or a bifurcation, where the flow along the centre direction
 * decides. Both show in g(s) of the bordered equations f(x) = L g, Nᵀ(x − x₀) = s e_i, with N and L the right and left
 * null vectors (Lyapunov–Schmidt reduction): g vanishes along a family.
 */
final class StabilityAnalysis {
    private static final double ZERO = 1e-9;
    private static final double ROUNDING = 1e-14;
    private static final double LAST_DIGITS = 8;
    private static final int TRIALS = 2;
    private static final double NULL_DIRECTION = 1e-6;
    private static final double MOVE = 0.02;
    private static final double OUTSIDE = 0.1;
    private static final double LARGE = 1e4;
    private static final double BESIDE = 1e-6;
    private static final double ROUGH = 0.1;
    private static final double NO_OVERLAP = 1e-10;

    /** Null directions. */
    private static final int MANY = 3;

    private static final double INDEPENDENT = 1e-3;

    private final SystemAt system;
    private final PhysicalRegion region;
    private final int n;

    StabilityAnalysis(SystemAt system, PhysicalRegion region) {
        this.system = system;
        this.region = region;
        this.n = system.length();
    }

    /**
     * Eigenvalues with what they mean.
     *
     * @param degenerate whether zero eigenvalues or a kink leave something open; a pair on the imaginary axis does not
     */
    record Verdict(List<Complex> eigenvalues, Stability stability, int neutralModes, boolean degenerate) {
        /** Of a multiple root, which is known to be alone: along directions that were taken for a family its flow is not known. */
        Verdict isolated() {
            boolean open = neutralModes > 0 && stability != Stability.UNSTABLE;
            return new Verdict(eigenvalues, open ? Stability.MARGINAL : stability, 0, degenerate || open);
        }
    }

    Verdict of(double[] point) {
        double[] jacobian = new double[n * n];
        system.jacobian(point, jacobian);
        List<Complex> eigenvalues = system.spectrum(jacobian);
        if (isRough(point, jacobian)) {
            return new Verdict(eigenvalues, Stability.MARGINAL, 0, true);
        }
        double zero = zero(point, jacobian, eigenvalues);
        int nulls = 0;
        int rotating = 0;
        boolean growing = false;
        for (Complex value : eigenvalues) {
            if (Double.isNaN(value.getRealPart())) {
                return new Verdict(eigenvalues, Stability.MARGINAL, 0, true);
            }
            growing |= value.getRealPart() > zero;
            nulls += value.norm() <= zero ? 1 : 0;
            rotating += Math.abs(value.getRealPart()) <= zero && value.norm() > zero ? 1 : 0;
        }
        if (nulls == 0) {
            return new Verdict(eigenvalues, linear(growing, rotating > 0), 0, false);
        }
        return withNullModes(point, jacobian, eigenvalues, nulls, linear(growing, rotating > 0));
    }

    /** What counts as zero: also what moves as much when the state changes in its last digits, as where terms cancel in entries. */
    private double zero(double[] point, double[] jacobian, List<Complex> eigenvalues) {
        double zero = system.zero(eigenvalues, jacobian, ROUNDING);
        double small = ROUNDING * n * Vector.maxNorm(jacobian);
        if (eigenvalues.stream().allMatch(v -> v.norm() <= zero || Math.abs(v.getRealPart()) > small)) {
            return zero;
        }
        double most = 0;
        for (int trial = 1; trial <= TRIALS; trial++) {
            double[] beside = point.clone();
            for (int i = 0; i < n; i++) {
                beside[i] += LAST_DIGITS * Math.ulp(point[i]) * Math.sin(trial + 17.0 * i);
            }
            most = Math.max(most, Spectrum.change(eigenvalues, system.spectrum(system.jacobian(beside)), small));
        }
        return Math.max(zero, 2 * most);
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
        NullVectors vectors = NullVectors.of(jacobian, n);
        double[] sizes = vectors.sizes();
        int nulls = (int)
                Arrays.stream(sizes).filter(size -> size <= ZERO * sizes[0]).count();
        return vectors.lastRight(nulls);
    }

    private static Stability linear(boolean growing, boolean rotating) {
        return growing ? Stability.UNSTABLE : rotating ? Stability.MARGINAL : Stability.STABLE;
    }

    private Verdict withNullModes(
            double[] point, double[] jacobian, List<Complex> eigenvalues, int nulls, Stability others) {
        NullVectors vectors = NullVectors.of(jacobian, n);
        double[] sizes = vectors.sizes();
        Stability undecided = others == Stability.UNSTABLE ? others : Stability.MARGINAL;
        // In a state that diverges the rounding of large entries hides small ones, which are therefore not used.
        boolean tame = Vector.maxNorm(point) <= LARGE;
        double typical = sizes[tame ? Math.max(0, Math.min(n / 2, n - nulls - 1)) : n / 2];
        if (nulls < n && sizes[n - nulls] > NULL_DIRECTION * typical) {
            return new Verdict(eigenvalues, undecided, 0, undecided == Stability.MARGINAL);
        }
        double[][] right = vectors.lastRight(nulls).toArray(double[][]::new);
        double[][] left = vectors.lastLeft(nulls).toArray(double[][]::new);
        int neutral = allAlongFamily(point, right, left) ? nulls : 0;
        for (int i = 0; i < nulls && neutral < nulls; i++) {
            neutral += alongFamily(point, right, left, i) ? 1 : 0;
        }
        if (neutral == nulls) {
            return new Verdict(eigenvalues, others, neutral, false);
        }
        boolean attracting = others == Stability.STABLE && nulls == 1;
        Stability stability = attracting ? centreFlow(point, right[0], left[0]) : undecided;
        return new Verdict(eigenvalues, stability, neutral, stability == Stability.MARGINAL);
    }

    /** Of many null directions one in general position is tested for all of them. */
    private boolean allAlongFamily(double[] point, double[][] right, double[][] left) {
        int nulls = right.length;
        if (nulls < MANY) {
            return false;
        }
        double[] weights = new double[nulls];
        Arrays.setAll(weights, i -> Math.sin(1.0 + i));
        double[] generic = new double[n];
        for (int i = 0; i < nulls; i++) {
            generic = Vector.moved(generic, weights[i], right[i]);
        }
        return alongFamily(point, withFirst(Vector.unit(generic), right), left, 0);
    }

    /** An orthonormal basis of the span of others whose first vector is one of the span. */
    private static double[][] withFirst(double[] first, double[][] others) {
        OrthonormalBasis basis = new OrthonormalBasis();
        basis.add(first, INDEPENDENT);
        for (int i = 0; i < others.length && basis.vectors().size() < others.length; i++) {
            basis.add(others[i], INDEPENDENT);
        }
        double[][] filled = others.clone();
        for (int i = 0; i < basis.vectors().size(); i++) {
            filled[i] = basis.vectors().get(i);
        }
        return filled;
    }

    private boolean alongFamily(double[] point, double[][] right, double[][] left, int direction) {
        for (double sign : new double[] {1, -1}) {
            double move = sign * MOVE * (1 + Vector.maxNorm(point));
            Optional<ReducedEquations.Solution> reduced = reduced(point, right, left, direction, move);
            if (reduced.isPresent()
                    && Vector.maxNorm(reduced.get().force())
                            <= ZERO * reduced.get().slope() * Math.abs(move)) {
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
            Optional<ReducedEquations.Solution> reduced =
                    reduced(point, new double[][] {right}, new double[][] {left}, 0, move);
            if (reduced.isEmpty() || isNilpotent(left, right)) {
                return Stability.MARGINAL;
            }
            if (region.contains(reduced.get().state(), OUTSIDE * Math.abs(move))) {
                told = true;
                if (!(sign * reduced.get().force()[0] / overlap < 0)) {
                    return Stability.UNSTABLE;
                }
            }
        }
        return told ? Stability.STABLE : Stability.MARGINAL;
    }

    /** Whether ψ·φ of the null vectors is zero, in whatever units the state is: the flow then has a second critical direction. */
    private static boolean isNilpotent(double[] left, double[] right) {
        double moduli = 0;
        for (int i = 0; i < left.length; i++) {
            moduli += Math.abs(left[i] * right[i]);
        }
        return !(moduli > NO_OVERLAP && Math.abs(Vector.dot(left, right)) > NULL_DIRECTION * moduli);
    }

    private Optional<ReducedEquations.Solution> reduced(
            double[] point, double[][] right, double[][] left, int direction, double move) {
        return new ReducedEquations(system, region, point, right, left, direction, move).solve();
    }
}
