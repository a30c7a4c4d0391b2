package org.macrostate.solvers.kernel;

import org.macrostate.equations.graph.ArcSine;
import org.macrostate.equations.graph.Operation;

/** Operations without an instruction or a library method of their own; compiled kernels call them. */
final class BridgedOperations {
    private BridgedOperations() {}

    static double arcSin(double a) {
        return ArcSine.of(Operation.cosine(a));
    }

    static double arcCos(double a) {
        return Math.acos(Operation.cosine(a));
    }

    static double unitStep(double a) {
        return a >= 0 ? 1.0 : 0.0;
    }

    static double mod(double a, double b) {
        return a - b * Math.floor(a / b);
    }

    static double less(double a, double b) {
        return a < b ? 1.0 : 0.0;
    }

    static double lessEqual(double a, double b) {
        return a <= b ? 1.0 : 0.0;
    }

    static double equal(double a, double b) {
        return a == b ? 1.0 : 0.0;
    }

    static double when(double condition, double value) {
        return condition != 0 ? value : 0.0;
    }
}
