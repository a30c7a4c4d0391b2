package org.macrostate.solvers.continuation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hipparchus.complex.Complex;
import org.macrostate.solvers.fixedpoint.FixedSpace;
import org.macrostate.solvers.fixedpoint.PhysicalRegion;
import org.macrostate.solvers.fixedpoint.SystemAt;
import org.macrostate.solvers.kernel.Kernel;
import org.macrostate.solvers.nonlinear.Gauge;
import org.macrostate.solvers.nonlinear.Newton;
import org.macrostate.solvers.nonlinear.NonlinearSystem;
import org.macrostate.solvers.nonlinear.Vector;

/**
 * The equations of one branch in scaled coordinates: a point is (x / scale, s), n + 1 numbers, with s from 0 to 1 along
 * the parameter's range. Newton's corrections stay in a hyperplane (H. B. Keller, "Numerical solution of bifurcation and
 * nonlinear eigenvalue problems", 1977). Mutable scratch: one a thread.
 */
final class BranchEquations implements NonlinearSystem {
    private static final double FEW = 3;
    private static final double FAR_APART = 1e6;
    private static final double EIGENVALUE_ROUNDING = 1e-13;

    private final ContinuationProblem problem;
    private final SystemAt system;
    private final PhysicalRegion region;
    private final Kernel slope;
    private final double[] slopeWork;
    private final double[] units;
    private final double scale;
    private final int neutral;
    private final int n;
    private final Optional<SymmetricBranch> inside;
    private final RecentMatrices recent = new RecentMatrices();
    private Gauge gauge = Gauge.NONE;

    /**
     * @param units of the state along the branch, one an element
     * @param neutral dimension of the continuous family that each fixed point of the branch belongs to
     */
    BranchEquations(ContinuationProblem problem, double[] units, int neutral) {
        this(problem, units, neutral, Optional.empty());
    }

    private BranchEquations(
            ContinuationProblem problem, double[] units, int neutral, Optional<SymmetricBranch> inside) {
        this.inside = inside;
        this.problem = problem;
        this.system = problem.systemAt(0);
        this.region = problem.region();
        this.slope = problem.parameterDerivative();
        this.slopeWork = new double[slope.workLength()];
        this.units = units;
        this.scale = Vector.maxNorm(units);
        this.neutral = neutral;
        this.n = system.length();
    }

    /**
     * Of a branch that symmetries keep, in the unknowns that are left; in all of them where that saves nothing, along
     * continuous families and where elements have units of their own.
     *
     * @param state of the branch
     * @param part of the parameter's range there
     */
    BranchEquations inside(Optional<FixedSpace> space, double[] state, double part) {
        boolean oneUnit = Arrays.stream(units).allMatch(unit -> unit == units[0]);
        Optional<SymmetricBranch> symmetric = space.filter(found -> neutral == 0 && oneUnit)
                .flatMap(found -> SymmetricBranch.of(problem, found, units[0], state, part));
        return symmetric.isEmpty() && inside.isEmpty() ? this : new BranchEquations(problem, units, neutral, symmetric);
    }

    /** The equations of states that the branch's symmetries keep, if a point is one of these. */
    Optional<SymmetricBranch> inside(double[] point) {
        return inside.filter(symmetric -> symmetric.contains(point));
    }

    /** n. */
    int length() {
        return n;
    }

    /** Whether branches may have kinks. */
    boolean mayBreak() {
        return !problem.isSmooth();
    }

    double[] units() {
        return units;
    }

    /** The largest of the units. */
    double scale() {
        return scale;
    }

    /**
     * Units for a branch through a state: its size for all elements, so that a step has a length, and more for many
     * elements, so that steps do not shorten with their number; each its own size where they are far apart.
     */
    static double[] unitsAt(double[] state) {
        double size = (1 + Vector.maxNorm(state)) * Math.max(1, Math.sqrt(state.length) / FEW);
        double[] units = new double[state.length];
        for (int i = 0; i < units.length; i++) {
            double own = Math.abs(state[i]);
            units[i] = size <= FAR_APART || own == 0 ? Math.min(size, FAR_APART) : own;
        }
        return units;
    }

    int neutral() {
        return neutral;
    }

    double[] point(double[] state, double part) {
        double[] point = new double[n + 1];
        for (int i = 0; i < n; i++) {
            point[i] = state[i] / units[i];
        }
        point[n] = part;
        return point;
    }

    double[] state(double[] point) {
        double[] state = new double[n];
        for (int i = 0; i < n; i++) {
            state[i] = point[i] * units[i];
        }
        return state;
    }

    boolean isPhysical(double[] point) {
        return region.at(problem.parameters(point[n])).contains(state(point));
    }

    double[] observables(double[] point) {
        system.setParameters(problem.parameters(point[n]));
        return system.observables(state(point));
    }

    /** ∂f/∂x, n·n, of the unscaled state; the last few are known, as a step asks for them again. */
    double[] stateJacobian(double[] point) {
        system.setParameters(problem.parameters(point[n]));
        return recent.get(point, () -> inside(point)
                .map(symmetric -> symmetric.stateJacobian(point))
                .filter(found -> Double.isFinite(Vector.maxNorm(found)))
                .orElseGet(() -> system.jacobian(state(point))));
    }

    /** ∂f/∂s, n. */
    double[] slope(double[] point) {
        double[] derivative = new double[n];
        slope.eval(0, state(point), problem.parameters(point[n]), derivative, slopeWork);
        for (int i = 0; i < n; i++) {
            derivative[i] *= problem.range().length();
        }
        return derivative;
    }

    @Override
    public int equations() {
        return n;
    }

    @Override
    public int unknowns() {
        return n + 1;
    }

    @Override
    public void residual(double[] point, double[] f) {
        rates(point, f);
    }

    /** (∂f/∂x, ∂f/∂s), n·(n + 1), in scaled coordinates. */
    @Override
    public double[] jacobian(double[] point) {
        double[] matrix = new double[n * (n + 1)];
        double[] jacobian = stateJacobian(point);
        double[] last = slope(point);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                matrix[i * (n + 1) + j] = units[j] * jacobian[i * n + j];
            }
            matrix[i * (n + 1) + n] = last[i];
        }
        return matrix;
    }

    @Override
    public Gauge gauge() {
        return gauge;
    }

    /** Takes the directions along the family that an earlier run ended with. */
    void restore(Gauge directions) {
        gauge = directions;
    }

    /**
     * How large a state is against its units, and against what conserved totals let each element grow to: an abundant
     * total may pass to an element that was scarce.
     */
    double growth(double[] point) {
        double[] state = state(point);
        double[] most = units.clone();
        for (int k = 0; k < system.totals().count(); k++) {
            double[] row = system.totals().rows().get(k);
            double terms = 0;
            for (int i = 0; i < n; i++) {
                terms += Math.abs(row[i] * state[i]);
            }
            for (int i = 0; i < n; i++) {
                most[i] = row[i] == 0 ? most[i] : Math.max(most[i], terms / Math.abs(row[i]));
            }
        }
        double largest = Math.abs(point[n]);
        for (int i = 0; i < n; i++) {
            largest = Math.max(largest, Math.abs(state[i]) / most[i]);
        }
        return largest;
    }

    /** (∂f/∂x, ∂f/∂s; border), (n + 1)·(n + 1), in scaled coordinates. */
    double[] bordered(double[] point, double[] border) {
        double[] matrix = Arrays.copyOf(jacobian(point), (n + 1) * (n + 1));
        System.arraycopy(border, 0, matrix, n * (n + 1), n + 1);
        return matrix;
    }

    /** As {@link #corrected(double[], double[])}, with steps across given directions. */
    Optional<double[]> corrected(double[] predicted, double[] border, Gauge across) {
        Gauge kept = gauge;
        gauge = across;
        Optional<double[]> corrected = Newton.of(this).across(predicted, border);
        gauge = kept;
        return corrected;
    }

    /** The fixed point in the hyperplane through a prediction across a border; empty if Newton's method finds none. */
    @SuppressWarnings("ReferenceEquality") // the one that stands for none
    Optional<double[]> corrected(double[] predicted, double[] border) {
        if (neutral > 0 && gauge == Gauge.NONE) {
            gauge = Gauge.of(stateJacobian(predicted), n, neutral);
        }
        Optional<SymmetricBranch> symmetric = inside(predicted).filter(branch -> branch.contains(border));
        if (symmetric.isPresent()) {
            SymmetricBranch branch = symmetric.get();
            return Newton.of(branch)
                    .across(branch.coordinates(predicted), branch.coordinates(border))
                    .map(branch::point);
        }
        return Newton.of(this).across(predicted, border);
    }

    @Override
    public boolean isZero(double residual, double largestSlope, double[] point) {
        return ResidualNoise.isZero(this, residual, point);
    }

    /** @param f overwritten, n: the rates */
    double rates(double[] point, double[] f) {
        system.setParameters(problem.parameters(point[n]));
        return system.rates(state(point), f);
    }

    /** The branch's unit tangent that points ahead. */
    double[] tangent(double[] point, double[] ahead) {
        Optional<SymmetricBranch> symmetric = inside(point).filter(branch -> branch.contains(ahead));
        if (symmetric.isPresent()) {
            SymmetricBranch branch = symmetric.get();
            return branch.point(Newton.of(branch).tangent(branch.coordinates(point), branch.coordinates(ahead)));
        }
        return Newton.of(this).tangent(point, ahead);
    }

    /** Takes the directions along the family from a point of the branch, unless others cannot be told from them there. */
    void fixGauge(double[] point) {
        if (neutral > 0) {
            double[] jacobian = stateJacobian(point);
            if (Gauge.isSharp(jacobian, n, neutral)) {
                gauge = Gauge.of(jacobian, n, neutral);
            }
        }
    }

    /** A point with its tangent and eigenvalues. */
    BranchState at(double[] point, double[] ahead) {
        double[] jacobian = stateJacobian(point);
        List<Complex> all =
                inside(point).map(symmetric -> symmetric.spectrum(jacobian)).orElseGet(() -> system.spectrum(jacobian));
        double zero = system.zero(all, jacobian, EIGENVALUE_ROUNDING);
        List<Complex> counted = BranchState.counted(all, neutral);
        int unstable =
                (int) counted.stream().filter(v -> v.getRealPart() > zero).count();
        return new BranchState(point, tangent(point, ahead), counted, zero, unstable);
    }
}
