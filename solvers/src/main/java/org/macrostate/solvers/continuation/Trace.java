package org.macrostate.solvers.continuation;

import java.util.List;
import java.util.Optional;
import org.macrostate.solvers.nonlinear.ArclengthStep;

/**
 * A branch as it was followed, in scaled coordinates.
 *
 * @param states in order along it
 * @param origin the branch point at which it was entered, if it was
 * @param critical the other bifurcations passed, in order; their states are among {@code states}
 * @param doubtful steps between whose ends stability or orientation changes by something that was not located
 */
record Trace(
        BranchEquations equations,
        List<BranchState> states,
        Optional<CriticalPoint> origin,
        List<CriticalPoint> critical,
        List<ArclengthStep<BranchState>> doubtful,
        BranchEnd begin,
        BranchEnd end) {}
