package org.macrostate.equations.graph;

import java.util.List;
import java.util.Locale;

/** A node of a program as a formula for messages; what is long is named, not written out. */
final class NodeText {
    private static final int LONGEST = 60;

    private NodeText() {}

    /**
     * The formula.
     *
     * @param state labels of the state's elements
     * @param parameters labels of the parameters
     */
    static String of(Program program, int node, List<String> state, List<String> parameters) {
        String text = text(program, node, state, parameters, 0);
        return text.length() <= LONGEST ? text : "the argument of one of its jumps";
    }

    private static String text(Program program, int at, List<String> state, List<String> parameters, int depth) {
        if (depth > LONGEST) {
            return "…".repeat(LONGEST + 1);
        }
        Node node = program.nodes().get(at);
        if (node instanceof Node.Number n) {
            return n.value() == Math.rint(n.value()) && Math.abs(n.value()) < 1e15
                    ? String.valueOf((long) n.value())
                    : String.valueOf(n.value());
        }
        if (node instanceof Node.Input input) {
            return switch (input.source()) {
                case TIME -> "t";
                case STATE -> label(state, input.index());
                case PARAMETER -> label(parameters, input.index());
            };
        }
        if (!(node instanceof Node.Result r)) {
            return "…".repeat(LONGEST + 1);
        }
        String a = text(program, r.left(), state, parameters, depth + 1);
        String b = r.right() < 0 ? "" : text(program, r.right(), state, parameters, depth + 1);
        return switch (r.operation()) {
            case ADD -> a + " + " + b;
            case SUBTRACT -> a + " - " + closed(b);
            case MULTIPLY -> r.left() == r.right() ? closed(a) + "^2" : closed(a) + " " + closed(b);
            case DIVIDE -> closed(a) + "/" + closed(b);
            case NEGATE -> "-" + closed(a);
            case POWER -> closed(a) + "^" + closed(b);
            case SQRT,
                    EXP,
                    LOG,
                    SIN,
                    COS,
                    TAN,
                    ARC_SIN,
                    ARC_COS,
                    ARC_TAN,
                    SINH,
                    COSH,
                    TANH,
                    ERF,
                    ERFC,
                    LOG_ERFC,
                    ABS,
                    SIGN,
                    UNIT_STEP,
                    FLOOR,
                    MIN,
                    MAX,
                    MOD,
                    LESS,
                    LESS_EQUAL,
                    EQUAL,
                    WHEN -> name(r.operation()) + "[" + a + (b.isEmpty() ? "" : ", " + b) + "]";
        };
    }

    private static String label(List<String> labels, int index) {
        return index < labels.size() ? labels.get(index) : "input " + index;
    }

    private static String closed(String operand) {
        return operand.contains(" ") || operand.startsWith("-") ? "(" + operand + ")" : operand;
    }

    private static String name(Operation operation) {
        StringBuilder name = new StringBuilder();
        for (String word : operation.name().split("_")) {
            name.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return name.toString();
    }
}
