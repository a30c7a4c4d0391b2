package org.macrostate.reports.code;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.macrostate.equations.tensor.Function;

/** C99. */
final class CSyntax extends BracedSyntax {
    private static final Map<Function, String> NAMES = Map.of(
            Function.ARC_SIN, "arc_sine",
            Function.ARC_COS, "arc_cosine",
            Function.ARC_TAN, "atan",
            Function.ABS, "fabs",
            Function.MIN, "fmin",
            Function.MAX, "fmax",
            Function.SIGN, "sign_of",
            Function.MOD, "modulo");

    private static final Map<String, String> OWN = Map.of(
            "arc_sine", "static double arc_sine(double x) { return asin(within(x)); }\n",
            "arc_cosine", "static double arc_cosine(double x) { return acos(within(x)); }\n",
            "sign_of", "static double sign_of(double x) { return (double)((x > 0) - (x < 0)); }\n",
            "modulo", "static double modulo(double a, double b) { return a - b * floor(a / b); }\n");

    private static final String WITHIN = """
            /* A correlation that rounding carried past one comes back to it. */
            static double within(double x) { return fabs(x) > 1 - 1e-15 && fabs(x) < 1 + 1e-7 ? copysign(1.0, x) : x; }
            """;

    private final Set<String> called = new LinkedHashSet<>();
    private final Set<Function> matrixFunctions = EnumSet.noneOf(Function.class);

    /** @param fresh a new name for a sum at each call */
    CSyntax(Supplier<String> fresh) {
        super(fresh);
    }

    @Override
    String number() {
        return "double ";
    }

    @Override
    String index() {
        return "int ";
    }

    @Override
    String definitions() {
        String own =
                called.stream().filter(OWN::containsKey).map(OWN::get).sorted().collect(Collectors.joining());
        return (own.contains("within") ? WITHIN : "")
                + own
                + (own.isEmpty() ? "" : "\n")
                + MatrixFunctionCode.of(matrixFunctions, "c");
    }

    @Override
    String array(String name, String rows, String columns) {
        return "double " + name + "[" + rows + "][" + columns + "];\n";
    }

    @Override
    String ofArray(Function function, String name, String rows, String columns) {
        matrixFunctions.add(function);
        return function.name().toLowerCase(Locale.ROOT) + "(" + rows + ", " + columns + ", &" + name + "[0][0])";
    }

    @Override
    public String whole(String digits) {
        return digits + ".0";
    }

    /** As a number with a fraction: a quotient of whole ones has none in C. */
    @Override
    public String numberOf(String place) {
        return "(" + place + " + 1.0)";
    }

    @Override
    public String size(String name) {
        return "(double)" + name;
    }

    @Override
    public String power(String base, String exponent) {
        return "pow(" + base + ", " + exponent + ")";
    }

    @Override
    public String root(String argument) {
        return "sqrt(" + argument + ")";
    }

    @Override
    public String call(Function function, List<String> arguments) {
        String name = NAMES.getOrDefault(function, function.name().toLowerCase(Locale.ROOT));
        called.add(name);
        return name + "(" + String.join(", ", arguments) + ")";
    }
}
