package org.macrostate.solvers.fixedpoint;

import org.macrostate.equations.graph.Node;
import org.macrostate.equations.graph.Program;

/** Whether rates have derivatives wherever they are finite, so that a branch of their zeros has no kink. */
public final class SmoothRates {
    private SmoothRates() {}

    /** @param program of the rates */
    public static boolean are(Program program) {
        return program.nodes().stream().allMatch(node -> isSmooth(node, program));
    }

    private static boolean isSmooth(Node node, Program program) {
        if (node instanceof Node.Number || node instanceof Node.Input) {
            return true;
        }
        if (!(node instanceof Node.Result result)) {
            return false;
        }
        return switch (result.operation()) {
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, NEGATE, EXP, SIN, COS, TAN, ARC_TAN, SINH, COSH, TANH -> true;
            case ERF, ERFC, LOG_ERFC, LOG -> true;
            case POWER ->
                program.nodes().get(result.right()) instanceof Node.Number exponent
                        && exponent.value() == Math.rint(exponent.value());
            case SQRT, ARC_SIN, ARC_COS, ABS, SIGN, UNIT_STEP, FLOOR, MIN, MAX, MOD -> false;
            case LESS, LESS_EQUAL, EQUAL, WHEN -> false;
        };
    }
}
