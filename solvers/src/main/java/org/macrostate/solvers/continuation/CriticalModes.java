package org.macrostate.solvers.continuation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.macrostate.solvers.fixedpoint.Symmetries;
import org.macrostate.solvers.nonlinear.Gauge;
import org.macrostate.solvers.nonlinear.OrthonormalBasis;
import org.macrostate.solvers.nonlinear.SingularVectors;
import org.macrostate.solvers.nonlinear.Vector;

/**
 * Tells folds from branch points where the Jacobian J is singular. With left null vectors ψ: at a fold ψ·∂f/∂s ≠ 0, so
 * that one curve passes and turns; at a branch point all are zero and other curves may cross (M. Golubitsky, D. G.
 * Schaeffer, "Singularities and Groups in Bifurcation Theory", 1985, I §3).
 */
final class CriticalModes {
    private static final double CROSSED = 1e-6;
    private static final double SEVERAL_CROSSED = 1e-2;
    private static final double SMALL_SLOPE = 1e-3;
    private static final double SINGULAR = 1e-9;
    private static final double NEARLY_SINGULAR = 1e-7;
    private static final double DEPENDENT = 1e-6;
    private static final double INDEPENDENT = 0.1;

    private final BranchEquations equations;
    private final Symmetries symmetries;
    private final int n;

    CriticalModes(BranchEquations equations, Symmetries symmetries) {
        this.equations = equations;
        this.symmetries = symmetries;
        this.n = equations.length();
    }

    /**
     * Names a point with a zero eigenvalue; empty if it is neither, an eigenvalue's rounding.
     *
     * @param before a state of the branch a little earlier
     * @param multiplicity how many eigenvalues are zero there, those along a continuous family not counted
     * @param turns whether the parameter turns back there
     */
    Optional<CriticalPoint> named(BranchState state, BranchState before, int multiplicity, boolean turns) {
        int nulls = Math.max(nulls(state), Math.min(n, multiplicity + equations.neutral()));
        Optional<double[]> located = nulls == 1 ? branchPoint(state.point()) : Optional.empty();
        if (located.isEmpty() && !turns && !isSingular(state, nulls, nulls > 1 ? NEARLY_SINGULAR : SINGULAR)) {
            return Optional.empty();
        }
        if (located.isEmpty() && crossing(state, nulls) > (nulls == 1 ? CROSSED : SEVERAL_CROSSED)) {
            return turns
                    ? Optional.of(new CriticalPoint(Bifurcation.Kind.FOLD, state, List.of(), false, 0, multiplicity))
                    : Optional.empty();
        }
        BranchState there = located.map(p -> equations.at(p, before.tangent()))
                .orElse(state)
                .withTangent(before.tangent());
        boolean broken = new SingularVectors(equations.stateJacobian(there.point()), n)
                .lastRight(nulls).stream().anyMatch(v -> symmetries.brokenAlong(equations.state(there.point()), v));
        return Optional.of(new CriticalPoint(
                Bifurcation.Kind.BRANCH_POINT, there, directions(there, before, nulls), broken, 0, multiplicity));
    }

    /**
     * A simple branch point, anew. Where a symmetry of the branch breaks it needs none: the equations that the branch was
     * corrected by are regular there.
     */
    private Optional<double[]> branchPoint(double[] point) {
        Optional<SymmetricBranch> symmetric = equations.inside(point);
        if (symmetric.isEmpty()) {
            return BranchPointSystem.near(equations, point);
        }
        double[] critical = new SingularVectors(equations.stateJacobian(point), n)
                .lastRight(1)
                .get(0);
        return symmetric
                .filter(branch -> branch.isAlong(Arrays.copyOf(critical, n + 1)))
                .flatMap(branch -> BranchPointSystem.near(branch, point));
    }

    /** Rows of very different size are no singularity, and a row that dies out is one: either matrix may tell. */
    private boolean isSingular(BranchState state, int nulls, double tolerance) {
        // A single equation has nothing to be compared with, and its eigenvalue was found to be zero.
        return n == 1
                || Stream.of(equations.stateJacobian(state.point()), balanced(state))
                        .map(matrix -> new SingularVectors(matrix, n).modes())
                        .anyMatch(modes -> modes.get(n - nulls).value()
                                <= tolerance * modes.get(0).value());
    }

    /** How many directions are null as far as a point between branches can be located. */
    private int nulls(BranchState state) {
        return Stream.of(equations.stateJacobian(state.point()), balanced(state))
                .map(matrix -> new SingularVectors(matrix, n).modes())
                .mapToInt(modes -> (int) modes.stream()
                        .filter(mode ->
                                mode.value() <= NEARLY_SINGULAR * modes.get(0).value())
                        .count())
                .max()
                .orElse(0);
    }

    /** Across the null directions at a point with so many zero eigenvalues beside those along a continuous family. */
    Gauge gauge(BranchState state, int multiplicity) {
        int nulls = Math.min(n, multiplicity + equations.neutral());
        return Gauge.of(equations.stateJacobian(state.point()), n, nulls);
    }

    /** The Jacobian with rows of one size: rates of very different size are no singularity. */
    private double[] balanced(BranchState state) {
        double[] rows = equations.stateJacobian(state.point());
        for (int i = 0; i < n; i++) {
            double largest = 0;
            for (int j = 0; j < n; j++) {
                largest = Math.max(largest, Math.abs(rows[i * n + j]));
            }
            for (int j = 0; j < n && largest > 0; j++) {
                rows[i * n + j] /= largest;
            }
        }
        return rows;
    }

    /** The largest |ψ·∂f/∂s| of unit left null vectors ψ, relative to the size of ∂f/∂s, or of J where that is small. */
    private double crossing(BranchState state, int nulls) {
        double[] jacobian = equations.stateJacobian(state.point());
        double[] slope = equations.slope(state.point());
        double size = Math.max(Vector.norm(slope), SMALL_SLOPE * equations.scale() * Vector.maxNorm(jacobian));
        return new SingularVectors(jacobian, n)
                .lastLeft(nulls).stream()
                        .mapToDouble(v -> Math.abs(Vector.dot(v, slope)) / size)
                        .max()
                        .orElse(0);
    }

    /**
     * Null vectors of (J, ∂f/∂s) across the branch and the continuous family it belongs to. Where there are several,
     * those nearest to single order parameters, and their sums and differences: arms usually leave along these.
     */
    private List<double[]> directions(BranchState state, BranchState before, int nulls) {
        OrthonormalBasis known = new OrthonormalBasis();
        double[] earlier = equations.bordered(before.point(), before.tangent());
        new SingularVectors(earlier, n + 1).lastRight(equations.neutral()).forEach(v -> known.add(v, INDEPENDENT));
        known.add(before.tangent(), INDEPENDENT);
        int without = known.vectors().size();
        List<double[]> space =
                new SingularVectors(equations.bordered(state.point(), before.tangent()), n + 1).lastRight(nulls);
        space.forEach(v -> known.add(v, INDEPENDENT));
        List<double[]> basis = known.vectors().subList(without, known.vectors().size());
        return basis.size() < 2 ? List.copyOf(basis) : arms(basis);
    }

    private List<double[]> arms(List<double[]> basis) {
        List<double[]> axes = new ArrayList<>();
        for (int i = 0; i <= n; i++) {
            double[] projected = new double[n + 1];
            for (double[] b : basis) {
                projected = Vector.moved(projected, b[i], b);
            }
            add(axes, projected);
        }
        List<double[]> arms = new ArrayList<>(axes);
        int most = Math.min(axes.size(), 2 * basis.size());
        for (int i = 0; i < most; i++) {
            for (int j = 0; j < i; j++) {
                add(arms, Vector.moved(axes.get(i), 1, axes.get(j)));
                add(arms, Vector.moved(axes.get(i), -1, axes.get(j)));
            }
        }
        return arms;
    }

    private static void add(List<double[]> directions, double[] direction) {
        double length = Vector.norm(direction);
        if (length > DEPENDENT) {
            double[] unit = Vector.moved(new double[direction.length], 1 / length, direction);
            if (directions.stream().noneMatch(d -> Math.abs(Vector.dot(d, unit)) > 1 - DEPENDENT)) {
                directions.add(unit);
            }
        }
    }
}
