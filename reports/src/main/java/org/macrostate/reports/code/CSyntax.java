package org.macrostate.reports.code;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.macrostate.equations.tensor.Constant;
import org.macrostate.equations.tensor.Function;

/** C99. A sum becomes a loop before the statement that needs it. */
final class CSyntax implements CodeSyntax {
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
            static double within(double x) { return fabs(x) > 1 && fabs(x) < 1 + 1e-7 ? copysign(1.0, x) : x; }
            """;

    private final Set<String> called = new LinkedHashSet<>();
    private final Deque<StringBuilder> loops = new ArrayDeque<>();
    private final Supplier<String> fresh;

    /** @param fresh a new name for a sum at each call */
    CSyntax(Supplier<String> fresh) {
        this.fresh = fresh;
    }

    String definitions() {
        String own =
                called.stream().filter(OWN::containsKey).map(OWN::get).sorted().collect(Collectors.joining());
        return (own.contains("within") ? WITHIN : "") + own + (own.isEmpty() ? "" : "\n");
    }

    /** A statement that needs the value of an expression, behind the loops of its sums. */
    String statement(String indent, Supplier<String> value) {
        loops.push(new StringBuilder());
        String written = value.get();
        String before = loops.pop().toString().indent(indent.length());
        return before + CodeText.wrapped(indent + written, indent + "    ");
    }

    @Override
    public String whole(String digits) {
        return digits + ".0";
    }

    @Override
    public String size(String name) {
        return "(double)" + name;
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
        return name ? "(" + base + "*" + base + ")" : "pow(" + base + ", " + exponent + ")";
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

    @Override
    public String extreme(Function function, String left, String right) {
        String sign = function == Function.MIN ? " < " : " > ";
        return "(" + left + sign + right + " ? " + left + " : " + right + ")";
    }

    @Override
    public String and(List<String> conditions) {
        return conditions.size() == 1 ? conditions.get(0) : joined(conditions, " && ");
    }

    @Override
    public String or(List<String> conditions) {
        return joined(conditions, " || ");
    }

    private static String joined(List<String> conditions, String sign) {
        return conditions.stream().map(c -> "(" + c + ")").collect(Collectors.joining(sign));
    }

    @Override
    public String not(String condition) {
        return "!(" + condition + ")";
    }

    @Override
    public String truth(String condition) {
        return "(" + condition + " ? 1.0 : 0.0)";
    }

    @Override
    public String choice(String condition, String then, String otherwise) {
        return "((" + condition + ") ? " + then + " : " + otherwise + ")";
    }

    @Override
    public String sum(String index, String extent, Supplier<String> body) {
        String sum = fresh.get();
        String inner = statement("    ", () -> sum + " += " + body.get() + ";");
        String loop = "double " + sum + " = 0.0;\nfor (int " + index + " = 0; " + index + " < " + extent + "; " + index
                + "++) {\n" + inner + "}\n";
        StringBuilder around = loops.element();
        around.append(loop);
        return sum;
    }
}
