package org.macrostate.reports.code;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.macrostate.equations.tensor.Constant;
import org.macrostate.equations.tensor.Function;

/** What C and JavaScript write alike. A sum becomes a loop before the statement that needs it. */
abstract class BracedSyntax implements CodeSyntax {
    private final Deque<StringBuilder> loops = new ArrayDeque<>();
    private final Supplier<String> fresh;

    /** @param fresh a new name for a sum at each call */
    BracedSyntax(Supplier<String> fresh) {
        this.fresh = fresh;
    }

    /** How a number that changes is declared, followed by a blank. */
    abstract String number();

    /** How the index of a loop is declared, followed by a blank. */
    abstract String index();

    /** Definitions of the functions that the code so far calls and the language lacks. */
    abstract String definitions();

    /** A statement that needs the value of an expression, behind the loops of its sums. */
    String statement(String indent, Supplier<String> value) {
        loops.push(new StringBuilder());
        String written = value.get();
        String before = loops.pop().toString().indent(indent.length());
        return before + CodeText.wrapped(indent + written, indent + "    ");
    }

    @Override
    public String body(Supplier<String> value) {
        loops.push(new StringBuilder());
        String written = value.get();
        String before = loops.pop().toString().indent(4);
        return before + CodeText.wrapped("    return " + written + ";", "        ");
    }

    @Override
    public String at(String name, List<String> places) {
        return name + places.stream().collect(Collectors.joining("][", "[", "]"));
    }

    @Override
    public String place(int position) {
        return Integer.toString(position - 1);
    }

    @Override
    public String constant(Constant constant) {
        return Double.toString(constant.value());
    }

    @Override
    public String power(String base, int exponent) {
        boolean name = exponent == 2 && base.matches("\\w+");
        return name ? "(" + base + "*" + base + ")" : power(base, Integer.toString(exponent));
    }

    @Override
    public String extreme(Function function, String left, String right) {
        String sign = function == Function.MIN ? " < " : " > ";
        return "(" + left + sign + right + " ? " + left + " : " + right + ")";
    }

    /** An array of this size: a whole line. */
    abstract String array(String name, String rows, String columns);

    /** The call of a function of an array that such a line declared. */
    abstract String ofArray(Function function, String name, String rows, String columns);

    @Override
    public String matrix(Function function, Running row, Running column, Supplier<String> entry) {
        String name = fresh.get();
        String inner = statement(
                "        ", () -> name + "[" + row.index() + "][" + column.index() + "] = " + entry.get() + ";");
        String loop = array(name, row.extent(), column.extent()) + loop(row) + " {\n"
                + loop(column).indent(4).stripTrailing() + " {\n" + inner + "    }\n}\n";
        loops.element().append(loop);
        return ofArray(function, name, row.extent(), column.extent());
    }

    private String loop(Running over) {
        return "for (" + index() + over.index() + " = 0; " + over.index() + " < " + over.extent() + "; " + over.index()
                + "++)";
    }

    @Override
    public String sum(String index, String extent, Supplier<String> body) {
        String sum = fresh.get();
        String inner = statement("    ", () -> sum + " += " + body.get() + ";");
        String loop = number() + sum + " = 0.0;\nfor (" + index() + index + " = 0; " + index + " < " + extent + "; "
                + index + "++) {\n" + inner + "}\n";
        StringBuilder around = loops.element();
        around.append(loop);
        return sum;
    }
}
