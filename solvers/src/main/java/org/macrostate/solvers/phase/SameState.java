package org.macrostate.solvers.phase;

import org.macrostate.solvers.nonlinear.Vector;

/** When two roots that were reached on different ways are one: up to what Newton's method leaves of them. */
final class SameState {
    private static final double PART = 1e-6;

    private SameState() {}

    /** Whether no element differs by more than a millionth of 1 and the largest element. */
    static boolean are(double[] one, double[] other) {
        return Vector.distance(one, other) <= PART * (1 + Vector.maxNorm(other));
    }
}
