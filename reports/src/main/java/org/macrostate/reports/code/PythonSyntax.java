package org.macrostate.reports.code;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.macrostate.equations.tensor.Constant;
import org.macrostate.equations.tensor.Function;

/** Python 3; conditions and functions work on floats and on NumPy arrays alike. */
class PythonSyntax implements CodeSyntax {
    private final Set<String> called = new LinkedHashSet<>();

    /** Functions that the code so far calls, under their names in {@link PythonFunctions}. */
    Set<String> called() {
        return called;
    }

    /** The name of a function that the code brings along, which then is called. */
    final String function(String name) {
        called.add(name);
        return "_" + name;
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
        return constant.equals(Constant.PI)
                ? "math.pi"
                : constant.equals(Constant.E) ? "math.e" : Double.toString(constant.value());
    }

    @Override
    public String power(String base, int exponent) {
        return base + "**" + exponent;
    }

    @Override
    public String power(String base, String exponent) {
        return function("power") + "(" + base + ", " + exponent + ")";
    }

    @Override
    public String root(String argument) {
        return function("sqrt") + "(" + argument + ")";
    }

    @Override
    public String call(Function function, List<String> arguments) {
        String name = function == Function.ABS
                ? "abs"
                : function(function.name().toLowerCase(Locale.ROOT).replace("_", ""));
        return name + "(" + String.join(", ", arguments) + ")";
    }

    @Override
    public String extreme(Function function, String left, String right) {
        return (function == Function.MIN ? "min(" : "max(") + left + ", " + right + ")";
    }

    @Override
    public String and(List<String> conditions) {
        return conditions.size() == 1
                ? conditions.get(0)
                : conditions.stream().map(c -> "(" + c + ")").collect(Collectors.joining(" & "));
    }

    @Override
    public String or(List<String> conditions) {
        return conditions.stream().map(c -> "(" + c + ")").collect(Collectors.joining(" | "));
    }

    @Override
    public String not(String condition) {
        return "(" + condition + ") == False";
    }

    @Override
    public String truth(String condition) {
        return "1.0*(" + condition + ")";
    }

    @Override
    public String choice(String condition, String then, String otherwise) {
        return function("choice") + "(" + condition + ", lambda: " + then + ", lambda: " + otherwise + ")";
    }

    @Override
    public String onDiagonal(String condition, String then, String otherwise) {
        return "(" + then + " if " + condition + " else " + otherwise + ")";
    }

    @Override
    public String matrix(Function function, Running row, Running column, Supplier<String> entry) {
        String name = function(function.name().toLowerCase(Locale.ROOT).replace("_", ""));
        return name + "([[" + entry.get() + " for " + column.index() + " in range(" + column.extent() + ")] for "
                + row.index() + " in range(" + row.extent() + ")])";
    }

    @Override
    public String sum(String index, String extent, Supplier<String> body) {
        return "sum(" + body.get() + " for " + index + " in range(" + extent + "))";
    }
}
