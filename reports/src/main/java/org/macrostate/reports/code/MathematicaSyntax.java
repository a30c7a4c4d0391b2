package org.macrostate.reports.code;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.macrostate.equations.tensor.Constant;
import org.macrostate.equations.tensor.Function;

/** The Wolfram language. */
final class MathematicaSyntax implements CodeSyntax {
    /** Of a correlation of one, and a rounding error beyond it, the language's own functions make a complex number. */
    private static final Map<Function, String> BOUNDED =
            Map.of(Function.ARC_SIN, "arcSine", Function.ARC_COS, "arcCosine");

    private final Set<Function> matrixFunctions = EnumSet.noneOf(Function.class);
    private final Set<Function> bounded = EnumSet.noneOf(Function.class);

    /** A decimal number; the language has its own sign for powers of ten. */
    static String decimal(double value) {
        return Double.toString(value).replace("E", "*^");
    }

    @Override
    public String whole(String digits) {
        return digits;
    }

    @Override
    public String at(String name, List<String> places) {
        return name + places.stream().collect(Collectors.joining(", ", "[[", "]]"));
    }

    @Override
    public String place(int position) {
        return Integer.toString(position);
    }

    @Override
    public String constant(Constant constant) {
        return constant.text();
    }

    @Override
    public String power(String base, int exponent) {
        return base + "^" + exponent;
    }

    @Override
    public String power(String base, String exponent) {
        return "Power[" + base + ", " + exponent + "]";
    }

    @Override
    public String root(String argument) {
        return "Sqrt[" + argument + "]";
    }

    @Override
    public String call(Function function, List<String> arguments) {
        boolean isBounded = BOUNDED.containsKey(function);
        if (isBounded) {
            bounded.add(function);
        }
        return (isBounded ? BOUNDED.get(function) : function.text()) + "[" + String.join(", ", arguments) + "]";
    }

    @Override
    public String called(String name, List<String> arguments) {
        return name + "[" + String.join(", ", arguments) + "]";
    }

    @Override
    public String extreme(Function function, String left, String right) {
        return function.text() + "[" + left + ", " + right + "]";
    }

    @Override
    public String and(List<String> conditions) {
        return conditions.size() == 1 ? conditions.get(0) : "And[" + String.join(", ", conditions) + "]";
    }

    @Override
    public String or(List<String> conditions) {
        return "Or[" + String.join(", ", conditions) + "]";
    }

    @Override
    public String not(String condition) {
        return "Not[" + condition + "]";
    }

    @Override
    public String truth(String condition) {
        return "Boole[" + condition + "]";
    }

    @Override
    public String choice(String condition, String then, String otherwise) {
        return "If[" + condition + ", " + then + ", " + otherwise + "]";
    }

    @Override
    public String matrix(Function function, Running row, Running column, Supplier<String> entry) {
        matrixFunctions.add(function);
        return (function == Function.BEST_PAIRING ? "bestPairing" : "nuclearNorm") + "[Table[" + entry.get() + ", {"
                + row.index() + ", " + row.extent() + "}, {" + column.index() + ", " + column.extent() + "}]]";
    }

    /** Definitions of the functions that the code so far calls and the language lacks. */
    String definitions() {
        return bounded.stream()
                        .map(f -> BOUNDED.get(f) + "[x_] := " + f.text() + "[If[NumericQ[x], Clip[x], x]];\n\n")
                        .collect(Collectors.joining())
                + MatrixFunctionCode.of(matrixFunctions, "wl");
    }

    @Override
    public String sum(String index, String extent, Supplier<String> body) {
        return "Sum[" + body.get() + ", {" + index + ", " + extent + "}]";
    }
}
