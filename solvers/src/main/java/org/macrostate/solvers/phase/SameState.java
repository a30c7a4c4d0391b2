package org.macrostate.solvers.phase;

import org.macrostate.solvers.nonlinear.Vector;

/** When two roots that were reached on different ways are one: up to what Newton's method leaves of them. */
final class SameState {
    private static final double PART = 1e-6;

    private SameState() {}

    /** The most that two that are one may differ. */
    static double distance(double[] state) {
        return PART * (1 + Vector.maxNorm(state));
    }

    /** Whether no element differs by more than a millionth of 1 and the largest element. */
    static boolean are(double[] one, double[] other) {
        return Vector.distance(one, other) <= distance(other);
    }
}
