package org.macrostate.reports.code;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.macrostate.equations.tensor.Function;

/** JavaScript, ECMAScript 2015 and newer. */
final class JavaScriptSyntax extends BracedSyntax {
    private static final Map<Function, String> NAMES = Map.of(
            Function.ARC_SIN, "arcSine",
            Function.ARC_COS, "arcCosine",
            Function.ARC_TAN, "Math.atan",
            Function.ERF, "erf",
            Function.MOD, "modulo");

    private static final Map<String, String> OWN = new LinkedHashMap<>();

    static {
        OWN.put("arcSine", "const arcSine = (x) => Math.asin(within(x));\n");
        OWN.put("arcCosine", "const arcCosine = (x) => Math.acos(within(x));\n");
        OWN.put("modulo", "const modulo = (a, b) => a - b * Math.floor(a / b);\n");
        // Abramowitz and Stegun 7.1.6 (terms of one sign) below 3, the continued fraction 7.1.14 above
        OWN.put("erf", """
                function erf(x) {
                    const y = Math.abs(x);
                    if (!(y < 6)) {
                        return Number.isNaN(y) ? y : Math.sign(x);
                    }
                    const bell = Math.exp(-y * y);
                    if (y < 3) {
                        let term = y;
                        let sum = y;
                        for (let n = 1; term > 1e-17 * sum; n++) {
                            term *= 2 * y * y / (2 * n + 1);
                            sum += term;
                        }
                        return Math.sign(x) * 2 / Math.sqrt(Math.PI) * bell * sum;
                    }
                    let fraction = y;
                    for (let n = 60; n > 0; n--) {
                        fraction = y + n / 2 / fraction;
                    }
                    return Math.sign(x) * (1 - bell / (fraction * Math.sqrt(Math.PI)));
                }
                """);
    }

    private static final String WITHIN = """
            /* A correlation that rounding carried past one comes back to it. */
            const within = (x) => (Math.abs(x) > 1 - 1e-15 && Math.abs(x) < 1 + 1e-7 ? Math.sign(x) : x);
            """;

    private final Set<String> called = new LinkedHashSet<>();
    private final Set<Function> matrixFunctions = EnumSet.noneOf(Function.class);

    /** Has the definitions of functions that the code itself need not call: {@code erf}, {@code within}. */
    void provide(String function) {
        called.add(function);
    }

    /** @param fresh a new name for a sum at each call */
    JavaScriptSyntax(Supplier<String> fresh) {
        super(fresh);
    }

    @Override
    String number() {
        return "let ";
    }

    @Override
    String index() {
        return "let ";
    }

    @Override
    String definitions() {
        String own =
                called.stream().filter(OWN::containsKey).map(OWN::get).sorted().collect(Collectors.joining());
        return (own.contains("within") || called.contains("within") ? WITHIN : "")
                + own
                + (own.isEmpty() ? "" : "\n")
                + MatrixFunctionCode.of(matrixFunctions, "js");
    }

    @Override
    String array(String name, String rows, String columns) {
        return "const " + name + " = array(" + rows + ", " + columns + ");\n";
    }

    @Override
    String ofArray(Function function, String name, String rows, String columns) {
        matrixFunctions.add(function);
        return (function == Function.BEST_PAIRING ? "bestPairing(" : "nuclearNorm(") + name + ")";
    }

    @Override
    public String power(String base, String exponent) {
        return "Math.pow(" + base + ", " + exponent + ")";
    }

    @Override
    public String root(String argument) {
        return "Math.sqrt(" + argument + ")";
    }

    @Override
    public String call(Function function, List<String> arguments) {
        String name = NAMES.getOrDefault(function, "Math." + function.name().toLowerCase(Locale.ROOT));
        called.add(name);
        return name + "(" + String.join(", ", arguments) + ")";
    }
}
