package org.macrostate.solvers.continuation;

import org.macrostate.solvers.nonlinear.ArclengthStep;
import org.macrostate.solvers.nonlinear.LuFactors;

/** The sign of the determinant of (∂f/∂x, ∂f/∂s; tangent) along a branch, which changes where others cross it, or it is left. */
record BranchOrientation(BranchEquations equations) {
    private static final double SINGULAR_PIVOT = 1e-12;

    /**
     * Whether it differs between the ends of a step: both that of all equations and that of the states which the branch's
     * symmetries keep, for where a state is large, rounding may change one of them.
     */
    boolean changes(ArclengthStep<BranchState> step) {
        return equations.neutral() == 0
                && whole(step.from()) * whole(step.to()) < 0
                && inside(step.from()) * inside(step.to()) < 0;
    }

    private int whole(BranchState state) {
        return sign(equations.bordered(state.point(), state.tangent()), equations.unknowns());
    }

    private int inside(BranchState state) {
        return equations
                .inside(state.point())
                .filter(symmetric -> symmetric.contains(state.tangent()))
                .map(symmetric -> sign(symmetric.bordered(state.point(), state.tangent()), symmetric.unknowns()))
                .orElseGet(() -> whole(state));
    }

    /** Of the determinant of a square matrix; 0 if that is nearly zero. */
    private static int sign(double[] matrix, int size) {
        LuFactors factors = new LuFactors(size);
        boolean regular = factors.factor(matrix);
        return regular && factors.smallestPivot() > SINGULAR_PIVOT ? factors.sign() : 0;
    }
}
