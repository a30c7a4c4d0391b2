package org.macrostate.solvers.continuation;

import java.util.List;
import java.util.Optional;

/**
 * A branch as it was followed, in scaled coordinates.
 *
 * @param states in order along it
 * @param origin the branch point at which it was entered, if it was
 * @param critical the other bifurcations passed, in order; their states are among {@code states}
 */
record Trace(
        BranchEquations equations,
        List<BranchState> states,
        Optional<CriticalPoint> origin,
        List<CriticalPoint> critical,
        BranchEnd begin,
        BranchEnd end) {}
