package org.macrostate.solvers.continuation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A fixed point that does not move with the parameter and whose stability eigenvalues cannot tell, as where vectors are
 * parallel and the rates have a kink: its branch is a straight line, and no derivative is needed to follow it.
 */
final class ConstantBranch {
    private static final int POINTS = 64;
    // Rates with a root at the edge turn the last digit of the state into more than that of a rate.
    private static final double RESIDUAL = 1e-9;

    private final BranchEquations equations;

    ConstantBranch(BranchEquations equations) {
        this.equations = equations;
    }

    /** The branch; empty if the state is a fixed point for some values of the parameter only. */
    Optional<Trace> trace(double[] state) {
        int n = equations.length();
        double[] ahead = new double[n + 1];
        ahead[n] = 1;
        List<BranchState> states = new ArrayList<>();
        for (int i = 0; i <= POINTS; i++) {
            double[] point = equations.point(state, (double) i / POINTS);
            if (!(equations.rates(point, new double[n]) <= RESIDUAL) || !equations.isPhysical(point)) {
                return Optional.empty();
            }
            BranchState there = equations.at(point, ahead);
            // Not known to be stable is shown as not stable.
            int unstable = Math.max(1, there.unstable());
            states.add(new BranchState(point, ahead, there.eigenvalues(), there.zero(), unstable));
        }
        return Optional.of(new Trace(
                equations,
                states,
                Optional.empty(),
                List.of(),
                List.of(),
                BranchEnd.PARAMETER_BOUND,
                BranchEnd.PARAMETER_BOUND));
    }
}
