package org.macrostate.equations.graph;

import java.util.Optional;

/** Why an output of a program is no finite number: the operation that made one of finite operands. */
public final class UndefinedCause {
    private UndefinedCause() {}

    /**
     * In words that go on from "it is undefined: …"; empty if the output is a finite number.
     *
     * @param output its place among the program's outputs
     * @param state not modified
     * @param parameters not modified
     */
    public static Optional<String> of(Program program, int output, double t, double[] state, double[] parameters) {
        double[] values = new Interpreter(program).values(t, state, parameters);
        int at = program.outputs().get(output);
        if (Double.isFinite(values[at])) {
            return Optional.empty();
        }
        while (!program.nodes().get(at).operands().isEmpty()) {
            if (program.nodes().get(at) instanceof Node.Call call) {
                Optional<Integer> wrong = call.operands().stream()
                        .filter(operand -> !Double.isFinite(values[operand]))
                        .findFirst();
                if (wrong.isEmpty()) {
                    return Optional.of(call.function().name() + " does not exist there, or is no finite number");
                }
                at = wrong.get();
                continue;
            }
            Node.Result result = (Node.Result) program.nodes().get(at);
            if (!Double.isFinite(values[result.left()])) {
                at = result.left();
            } else if (result.right() >= 0 && !Double.isFinite(values[result.right()])) {
                at = result.right();
            } else {
                return Optional.of(words(result, values));
            }
        }
        return Optional.of("one of its numbers is not finite");
    }

    private static String words(Node.Result result, double[] values) {
        double a = values[result.left()];
        return switch (result.operation()) {
            case DIVIDE -> values[result.right()] == 0 ? "it divides by zero" : tooLarge();
            case POWER -> power(a);
            case MOD -> "it divides by zero";
            case SQRT -> "it takes the square root of " + a;
            case LOG -> "it takes the logarithm of " + a;
            case ARC_SIN -> "it takes the arc sine of " + a;
            case ARC_COS -> "it takes the arc cosine of " + a;
            case ADD, SUBTRACT, MULTIPLY, NEGATE, EXP, SIN, COS, TAN, ARC_TAN, SINH, COSH, TANH, ERF -> tooLarge();
            case ERFC, LOG_ERFC, ABS, SIGN, UNIT_STEP, FLOOR, MIN, MAX, LESS, LESS_EQUAL, EQUAL, WHEN -> tooLarge();
        };
    }

    private static String power(double base) {
        return base == 0 ? "it divides by zero" : base < 0 ? "it takes a root of " + base : tooLarge();
    }

    private static String tooLarge() {
        return "a number in it is larger than " + Double.MAX_VALUE;
    }
}
