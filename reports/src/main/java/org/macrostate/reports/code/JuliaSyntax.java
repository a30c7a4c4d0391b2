package org.macrostate.reports.code;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.macrostate.equations.tensor.Constant;
import org.macrostate.equations.tensor.Function;

/** Julia; arrays count from one, so places stay as they are. */
final class JuliaSyntax implements CodeSyntax {
    private static final Map<Function, String> NAMES = Map.of(
            Function.ARC_SIN, "_asin", Function.ARC_COS, "_acos", Function.ARC_TAN, "atan", Function.LOG, "_log");

    /** Definitions of functions that are like the compiled kernel's: not a number outside their domain. */
    private static final List<OwnFunction> OWN = List.of(
            new OwnFunction(
                    "_within",
                    "# a correlation that rounding carried past one comes back to it\n"
                            + "_within(x) = 1 - 1e-15 < abs(x) < 1 + 1e-7 ? sign(x) : x"),
            new OwnFunction("_acos", "_acos(x) = abs(_within(x)) > 1 ? oftype(x, NaN) : acos(_within(x))"),
            new OwnFunction("_asin", "_asin(x) = abs(_within(x)) > 1 ? oftype(x, NaN) : asin(_within(x))"),
            new OwnFunction("_log", "_log(x) = x < 0 ? oftype(x, NaN) : log(x)"),
            new OwnFunction("_power", "_power(x, n) = x < 0 && n != floor(n) ? oftype(x, NaN) : x^n"),
            new OwnFunction("_sqrt", "_sqrt(x) = x < 0 ? oftype(x, NaN) : sqrt(x)"));

    /** A function that stands above the equations, under the name by which they call it. */
    private record OwnFunction(String name, String code) {}

    private final Set<String> called = new LinkedHashSet<>();
    private final Set<Function> matrixFunctions = EnumSet.noneOf(Function.class);

    /** What stands above the functions. */
    String definitions() {
        String erf = called.contains("erf") ? "using SpecialFunctions: erf\n\n" : "";
        Set<String> needed = new LinkedHashSet<>(called);
        if (needed.contains("_asin") || needed.contains("_acos")) {
            needed.add("_within");
        }
        String own = OWN.stream()
                .filter(definition -> needed.contains(definition.name()))
                .map(definition -> definition.code() + "\n")
                .collect(Collectors.joining());
        String algebra = matrixFunctions.contains(Function.NUCLEAR_NORM) ? "using LinearAlgebra: svdvals\n\n" : "";
        return erf + algebra + own + (own.isEmpty() ? "" : "\n") + MatrixFunctionCode.of(matrixFunctions, "jl");
    }

    private String function(String name) {
        called.add(name);
        return name;
    }

    @Override
    public String whole(String digits) {
        return digits.length() > 9 ? digits + ".0" : digits;
    }

    @Override
    public String at(String name, List<String> places) {
        return name + "[" + String.join(", ", places) + "]";
    }

    @Override
    public String place(int position) {
        return Integer.toString(position);
    }

    @Override
    public String constant(Constant constant) {
        return constant.equals(Constant.PI)
                ? "pi"
                : constant.equals(Constant.E) ? "exp(1)" : Double.toString(constant.value());
    }

    @Override
    public String power(String base, int exponent) {
        return base + "^" + exponent;
    }

    @Override
    public String power(String base, String exponent) {
        return function("_power") + "(" + base + ", " + exponent + ")";
    }

    @Override
    public String root(String argument) {
        return function("_sqrt") + "(" + argument + ")";
    }

    @Override
    public String call(Function function, List<String> arguments) {
        String name = NAMES.getOrDefault(function, function.name().toLowerCase(Locale.ROOT));
        return function(name) + "(" + String.join(", ", arguments) + ")";
    }

    @Override
    public String extreme(Function function, String left, String right) {
        return (function == Function.MIN ? "min(" : "max(") + left + ", " + right + ")";
    }

    @Override
    public String matrix(Function function, Running row, Running column, Supplier<String> entry) {
        matrixFunctions.add(function);
        return "_" + function.name().toLowerCase(Locale.ROOT) + "([" + entry.get() + " for " + row.index() + " in 1:"
                + row.extent() + ", " + column.index() + " in 1:" + column.extent() + "])";
    }

    @Override
    public String sum(String index, String extent, Supplier<String> body) {
        return "sum(" + body.get() + " for " + index + " in 1:" + extent + ")";
    }
}
