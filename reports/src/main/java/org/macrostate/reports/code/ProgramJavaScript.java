package org.macrostate.reports.code;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.macrostate.equations.graph.Node;
import org.macrostate.equations.graph.NodeSum;
import org.macrostate.equations.graph.Operation;
import org.macrostate.equations.graph.Program;

/** A program as a JavaScript function of (t, state, p, out), node by node; {@code p} is the parameter vector. */
public final class ProgramJavaScript {
    private final StringBuilder out;
    private final List<Node> nodes;

    /** What the names of values, and of a loop's numbers and parameters, begin with. */
    private final String prefix;

    private ProgramJavaScript(Program program, StringBuilder out, String prefix) {
        this.nodes = program.nodes();
        this.out = out;
        this.prefix = prefix;
    }

    /** Whether all its functions have code: those that are elementary and sums over fixed nodes of such. */
    public static boolean isWritten(Program program) {
        return program.nodes().stream()
                .allMatch(node -> !(node instanceof Node.Call call)
                        || (call.function() instanceof NodeSum sum && isWritten(sum.body())));
    }

    /**
     * An expression that is the function. It calls {@code erf}, {@code within} and {@code modulo} where the program needs
     * them.
     *
     * @throws IllegalArgumentException if the program has integrals to an accuracy: sums over fixed nodes are written
     */
    public static String of(Program program) {
        StringBuilder out = new StringBuilder("(t, state, p, out) => {\n");
        ProgramJavaScript script = new ProgramJavaScript(program, out, "");
        script.values();
        List<Integer> outputs = program.outputs();
        for (int i = 0; i < outputs.size(); i++) {
            out.append("out[")
                    .append(i)
                    .append("] = ")
                    .append(script.operand(outputs.get(i)))
                    .append(";\n");
        }
        return out.append("return out;\n}").toString();
    }

    private void values() {
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i) instanceof Node.Result r) {
                out.append("const ")
                        .append(name(i))
                        .append(" = ")
                        .append(value(r))
                        .append(";\n");
            } else if (nodes.get(i) instanceof Node.Call call) {
                loop(i, call);
            }
        }
    }

    private String name(int place) {
        return prefix + "v" + place;
    }

    private void loop(int place, Node.Call call) {
        if (!(call.function() instanceof NodeSum sum)) {
            throw new IllegalArgumentException("no code for " + call.function().name());
        }
        String inside = prefix + "s" + place + "_";
        for (int i = 0; i < call.operands().size(); i++) {
            out.append("const ")
                    .append(inside)
                    .append("p")
                    .append(i)
                    .append(" = ")
                    .append(operand(call.operands().get(i)))
                    .append(";\n");
        }
        out.append("let ").append(name(place)).append(" = 0;\nfor (const [");
        for (int c = 0; c < sum.columns().size(); c++) {
            out.append(c == 0 ? "" : ", ").append(inside).append("c").append(c);
        }
        out.append("] of [");
        for (int i = 0; i < sum.length(); i++) {
            int row = i;
            out.append(i == 0 ? "[" : ", [")
                    .append(sum.columns().stream()
                            .map(column -> number(column.get(row)))
                            .collect(Collectors.joining(", ")))
                    .append("]");
        }
        out.append("]) {\n");
        ProgramJavaScript body = new ProgramJavaScript(sum.body(), out, inside);
        body.values();
        out.append(name(place))
                .append(" += ")
                .append(body.operand(sum.body().outputs().get(0)))
                .append(";\n}\n");
    }

    private String operand(int place) {
        Node node = nodes.get(place);
        if (node instanceof Node.Number n) {
            return number(n.value());
        }
        if (node instanceof Node.Input input) {
            boolean inLoop = !prefix.isEmpty();
            return switch (input.source()) {
                case STATE -> inLoop ? prefix + "c" + input.index() : "state[" + input.index() + "]";
                case PARAMETER -> inLoop ? prefix + "p" + input.index() : "p[" + input.index() + "]";
                case TIME -> "t";
            };
        }
        return name(place);
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
            case ERFC -> "(1 - erf(" + a + "))";
            case LOG_ERFC -> "Math.log(1 - erf(" + a + "))";
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
