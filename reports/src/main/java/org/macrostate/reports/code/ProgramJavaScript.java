package org.macrostate.reports.code;

import java.util.List;
import java.util.Locale;
import org.macrostate.equations.graph.Node;
import org.macrostate.equations.graph.Operation;
import org.macrostate.equations.graph.Program;

/** A program as a JavaScript function of (t, state, p, out), node by node; {@code p} is the parameter vector. */
public final class ProgramJavaScript {
    private final StringBuilder out = new StringBuilder();
    private final List<Node> nodes;

    private ProgramJavaScript(Program program) {
        this.nodes = program.nodes();
    }

    /**
     * An expression that is the function. It calls {@code erf}, {@code within} and {@code modulo} where the program needs
     * them.
     */
    public static String of(Program program) {
        return new ProgramJavaScript(program).text(program.outputs());
    }

    private String text(List<Integer> outputs) {
        out.append("(t, state, p, out) => {\n");
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i) instanceof Node.Result r) {
                out.append("const v").append(i).append(" = ").append(value(r)).append(";\n");
            }
        }
        for (int i = 0; i < outputs.size(); i++) {
            out.append("out[")
                    .append(i)
                    .append("] = ")
                    .append(operand(outputs.get(i)))
                    .append(";\n");
        }
        return out.append("return out;\n}").toString();
    }

    private String operand(int place) {
        Node node = nodes.get(place);
        if (node instanceof Node.Number n) {
            return number(n.value());
        }
        if (node instanceof Node.Input input) {
            return switch (input.source()) {
                case STATE -> "state[" + input.index() + "]";
                case PARAMETER -> "p[" + input.index() + "]";
                case TIME -> "t";
            };
        }
        return "v" + place;
    }

    private static String number(double value) {
        String text = value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.format(Locale.ROOT, "%.0f", value)
                : Double.toString(value);
        return value < 0 || text.startsWith("-") ? "(" + text + ")" : text;
    }

    private String value(Node.Result r) {
        String a = operand(r.left());
        String b = r.right() < 0 ? "" : operand(r.right());
        return switch (r.operation()) {
            case ADD -> a + " + " + b;
            case SUBTRACT -> a + " - " + b;
            case MULTIPLY -> a + " * " + b;
            case DIVIDE -> a + " / " + b;
            case NEGATE -> "-" + a;
            case POWER -> "Math.pow(" + a + ", " + b + ")";
            case MIN -> "Math.min(" + a + ", " + b + ")";
            case MAX -> "Math.max(" + a + ", " + b + ")";
            case ARC_SIN -> "Math.asin(within(" + a + "))";
            case ARC_COS -> "Math.acos(within(" + a + "))";
            case ARC_TAN -> "Math.atan(" + a + ")";
            case ERF -> "erf(" + a + ")";
            case UNIT_STEP -> "(" + a + " >= 0 ? 1 : 0)";
            case MOD -> a + " - " + b + " * Math.floor(" + a + " / " + b + ")";
            case LESS -> "(" + a + " < " + b + " ? 1 : 0)";
            case LESS_EQUAL -> "(" + a + " <= " + b + " ? 1 : 0)";
            case EQUAL -> "(" + a + " === " + b + " ? 1 : 0)";
            case WHEN -> "(" + a + " !== 0 ? " + b + " : 0)";
            case SQRT, EXP, LOG, SIN, COS, TAN, SINH, COSH, TANH, ABS, SIGN, FLOOR -> called(r.operation(), a);
        };
    }

    private static String called(Operation operation, String argument) {
        return "Math." + operation.name().toLowerCase(Locale.ROOT) + "(" + argument + ")";
    }
}
