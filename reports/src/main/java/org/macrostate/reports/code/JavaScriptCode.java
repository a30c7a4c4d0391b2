package org.macrostate.reports.code;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.macrostate.equations.derive.Formula;
import org.macrostate.equations.gaussian.Table;
import org.macrostate.equations.graph.ParameterLayout;
import org.macrostate.equations.graph.Program;
import org.macrostate.equations.graph.StateLayout;
import org.macrostate.equations.tensor.Index;

/**
 * A system as one JavaScript object: {@code rhs}, {@code observables} and {@code phases} are functions of (t, state, p,
 * out), the sizes are constants. It is a script for a page and a CommonJS module at once.
 */
final class JavaScriptCode extends BracedCode {
    private static final Set<String> RESERVED = CodeNames.words("""
            arguments async await break case catch class const continue debugger default delete do else enum
            eval export extends false finally for function if implements import in instanceof interface let new
            null package private protected public return static super switch this throw true try typeof
            undefined var void while with yield Array Infinity Math NaN Number module array within arcSine
            arcCosine modulo bestPairing nuclearNorm erf rhs observables phases closedForms jacobian partials t
            state p out at
            """);

    /** What the object is called where the code is part of a page. */
    private static final String LIVE = "theory";

    /**
     * A Jacobian without code of its own: differences of the fourth order, to one side where the rates end; not a number where
     * half the step gives another one, as at the edge of what vectors can realise.
     */
    private static final String DIFFERENCES = """
            // rows of derivatives of the rates, by differences: written out they are too long for a page
            const differences = [
                {at: [-2, -1, 1, 2], weights: [1 / 12, -8 / 12, 8 / 12, -1 / 12], step: 1e-3},
                {at: [0, 1, 2], weights: [-1.5, 2, -0.5], step: 1e-5},
                {at: [0, -1, -2], weights: [1.5, -2, 0.5], step: 1e-5},
            ];
            function jacobian(t, state, p) {
                const x = Array.from(state);
                const derivative = (formula, j, h) => {
                    const rates = formula.at.map((k) => rhs(t, x.map((v, i) => (i === j ? v + k * h : v)), p, []));
                    return x.map((_, i) => rates.reduce((sum, f, k) => sum + formula.weights[k] * f[i], 0) / h);
                };
                const columns = x.map((value, j) => {
                    for (const formula of differences) {
                        const h = formula.step * Math.max(1, Math.abs(value));
                        const column = derivative(formula, j, h);
                        const finer = derivative(formula, j, h / 2);
                        if (column.every(Number.isFinite) && finer.every(Number.isFinite)) {
                            return column.map((d, i) => (Math.abs(d - finer[i]) <= 1e-6 * (1 + Math.abs(d)) ? d : NaN));
                        }
                    }
                    return x.map(() => NaN);
                });
                return x.map((_, i) => columns.map((column) => column[i]));
            }

            """;

    private final List<Formula> closedForms;
    private final boolean isLive;
    private final Optional<Program> jacobian;
    private final Set<String> shared = new LinkedHashSet<>();

    /**
     * The system alone, or with more beside it.
     *
     * @param closedForms expressions in parameters that the object carries besides
     * @param isLive whether it is part of a page, which needs a Jacobian
     * @param jacobian the derivatives of the rates at the sizes of the source, row by row; by differences if empty
     */
    JavaScriptCode(CodeSource source, List<Formula> closedForms, boolean isLive, Optional<Program> jacobian) {
        super(source, new CodeNames(source.system(), RESERVED, n -> n), JavaScriptSyntax::new);
        this.isLive = isLive;
        this.jacobian = jacobian;
        if (jacobian.isPresent()) {
            ((JavaScriptSyntax) syntax).provide("erf");
            ((JavaScriptSyntax) syntax).provide("within");
        }
        this.closedForms = List.copyOf(closedForms);
    }

    String text() {
        String plain = CodeNames.plain(source.system().problem().name());
        String name = isLive ? LIVE : RESERVED.contains(plain) ? plain + "_" : plain;
        String functions = function(
                        "rhs",
                        "time derivative of the state, " + source.system().time(),
                        rateStatements())
                + function(
                        "observables",
                        "observables",
                        formulaStatements(source.system().observables()))
                + function(
                        "phases",
                        "1 for each phase whose condition holds",
                        formulaStatements(source.system().phases()))
                + function("closedForms", "thresholds in closed form", formulaStatements(closedForms))
                + jacobian.map(this::jacobian).orElse(isLive ? DIFFERENCES : "");
        String guarded = code.definitions(source.system().functions()).stream()
                .map(d -> comment(d.about()) + "function " + d.name() + "(" + d.listed("", "") + ") {\n" + d.body()
                        + "}\n\n")
                .collect(Collectors.joining());
        return source.head().stream().map(BracedCode::comment).collect(Collectors.joining()) + "const " + name
                + " = (() => {\n\"use strict\";\n\n" + sizes()
                + "const array = (n, ...rest) => Array.from({length: n}, () => (rest.length ? array(...rest) : 0));\n"
                + syntax.definitions() + guarded + String.join("", shared) + "\n" + functions + "return {\n"
                + "    name: " + quoted(source.system().problem().name()) + ",\n" + parameters() + labels()
                + "    rhs, observables, phases, closedForms" + (isLive ? ", jacobian" : "")
                + ",\n};\n})();\n\n"
                + "if (typeof module !== \"undefined\") {\n    module.exports = " + name + ";\n}\n";
    }

    private String function(String name, String about, String body) {
        return comment("out: " + about) + "function " + name + "(t, state, p, out) {\n" + body
                + "    return out;\n}\n\n";
    }

    /** Rows of the Jacobian, from the names of parameters as the other functions take them. */
    private String jacobian(Program program) {
        String vector = new ParameterLayout(source.system().problem(), source.sizes())
                .labels().stream().map(JavaScriptCode::parameterOf).collect(Collectors.joining(", "));
        int n = program.stateLength();
        return "const partials = " + ProgramJavaScript.of(program) + ";\n\n"
                + comment("rows of derivatives of the rates")
                + "function jacobian(t, state, p) {\n    const flat = partials(t, state, [" + vector + "], []);\n"
                + "    return Array.from({length: " + n + "}, (_, i) => flat.slice(i * " + n + ", (i + 1) * " + n
                + "));\n}\n\n";
    }

    private static String parameterOf(String label) {
        int bracket = label.indexOf('[');
        return bracket < 0
                ? "p[" + quoted(label) + "]"
                : "p[" + quoted(label.substring(0, bracket)) + "]["
                        + (Integer.parseInt(label.substring(bracket + 1, label.length() - 1)) - 1) + "]";
    }

    private String sizes() {
        return source.system().problem().sizes().stream()
                .map(s -> "const " + names.of(s.name()) + " = "
                        + source.sizes().values().get(s.name()) + ";\n")
                .collect(Collectors.joining());
    }

    private String parameters() {
        return source.values().stream()
                .map(v -> quoted(v.name()) + ": "
                        + (v.copied()
                                ? v.values().toString()
                                : v.values().get(0).toString()))
                .collect(Collectors.joining(", ", "    parameters: {", "},\n"));
    }

    private String labels() {
        List<String> state = new StateLayout(source.system(), source.sizes()).labels();
        return "    labels: " + quoted(state) + ",\n" + "    observableNames: "
                + quoted(source.system().observables().stream()
                        .map(Formula::name)
                        .toList()) + ",\n"
                + "    phaseNames: "
                + quoted(source.system().phases().stream().map(Formula::name).toList()) + ",\n"
                + "    closedFormNames: "
                + quoted(closedForms.stream().map(Formula::name).toList()) + ",\n";
    }

    private static String quoted(List<String> texts) {
        return texts.stream().map(JavaScriptCode::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    /** A string literal that is safe inside a script element, too. */
    static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.chars().forEach(c -> {
            boolean plain = c >= 32 && c < 127 && c != '"' && c != '\\' && c != '<' && c != '>' && c != '&';
            out.append(plain ? Character.toString(c) : String.format(java.util.Locale.ROOT, "\\u%04x", c));
        });
        return out.append('"').toString();
    }

    @Override
    String declared(String name, List<Index> indices) {
        if (indices.isEmpty()) {
            return "    let " + name + ";\n";
        }
        String extents = indices.stream().map(i -> code.extent(i.extent())).collect(Collectors.joining(", "));
        shared.add("const " + name + " = array(" + extents + ");\n");
        return "";
    }

    @Override
    String parameter(CodeSource.Value value) {
        return "    const " + names.of(value.name()) + " = p[" + quoted(value.name()) + "];\n";
    }

    @Override
    String table(Table table) {
        shared.add(comment(table.meaning()) + "const " + names.of(table.name()) + " = " + table.values() + ";\n");
        return "";
    }

    @Override
    String mentioned(String name) {
        return "";
    }
}
