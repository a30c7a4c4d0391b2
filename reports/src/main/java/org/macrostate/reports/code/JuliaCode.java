package org.macrostate.reports.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.macrostate.equations.derive.Equation;
import org.macrostate.equations.derive.Formula;
import org.macrostate.equations.derive.NamedTerm;
import org.macrostate.equations.derive.StateVariable;
import org.macrostate.equations.gaussian.Table;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Index;
import org.macrostate.reports.document.VisibleText;

/** A system as Julia functions, {@code rhs!(du, u, p, t)} as the solvers of differential equations there take it. */
final class JuliaCode {
    private static final Set<String> RESERVED = CodeNames.words("""
            baremodule begin break catch const continue do else elseif end export false finally for function
            global if import let local macro module quote return struct true try using while in isa where sum
            min max abs sign exp log sqrt sin cos tan sinh cosh tanh asin acos atan floor mod erf pi oftype
            length zeros reshape permutedims eltype similar rhs observables u du p t sizes at SIZES PARAMETERS
            _sqrt _log _power _within _asin _acos _symmetric _best_pairing _nuclear_norm svdvals
            """);

    private final CodeSource source;
    private final JuliaSyntax syntax = new JuliaSyntax();
    private final CodeNames names;
    private final ExpressionCode code;

    JuliaCode(CodeSource source) {
        this.source = source;
        this.names = new CodeNames(source.system(), RESERVED, n -> n);
        this.code = new ExpressionCode(names, syntax);
    }

    String text() {
        String functions = rates() + observed();
        String guarded = code.definitions(source.system().functions()).stream()
                .map(d -> "# " + d.about() + "\n"
                        + CodeText.wrapped(d.name() + "(" + d.listed("", "") + ") = (" + d.body() + ")", "    ") + "\n")
                .collect(Collectors.joining());
        return head() + syntax.definitions() + guarded + defaults() + unpackers() + functions.stripTrailing() + "\n";
    }

    private String head() {
        return source.head().stream()
                        .map(line -> "# " + VisibleText.of(line) + "\n")
                        .collect(Collectors.joining())
                + "#\n# state u: " + CodeText.layout(source.system().variables())
                + "; the last index runs fastest.\n"
                + "# With OrdinaryDiffEq: solve(ODEProblem(rhs!, start, (0.0, 10.0), PARAMETERS), Tsit5()).\n\n";
    }

    private String defaults() {
        String sizes = source.system().problem().sizes().stream()
                .map(s -> names.of(s.name()) + " = " + source.sizes().values().get(s.name()))
                .collect(Collectors.joining(", "));
        String values = source.values().stream()
                .map(v -> names.of(v.name()) + " = "
                        + (v.copied() ? numbers(v.values()) : number(v.values().get(0))))
                .collect(Collectors.joining(", "));
        return "const SIZES = (; " + sizes + ")\nconst PARAMETERS = (; " + values + ")\n\n";
    }

    private static String number(double value) {
        return Double.toString(value).toLowerCase(Locale.ROOT);
    }

    private static String numbers(List<Double> values) {
        return values.stream().map(JuliaCode::number).collect(Collectors.joining(", ", "[", "]"));
    }

    private String unpackers() {
        return source.system().variables().stream().noneMatch(PythonCode::isHalved) ? "" : """
                function _symmetric(u, at, n)
                    full = zeros(eltype(u), n, n)
                    for k in 1:n, l in k:n
                        full[k, l] = full[l, k] = u[at += 1]
                    end
                    return full
                end

                """;
    }

    private String rates() {
        StringBuilder out = new StringBuilder(
                "\"Time derivative du of the state u, " + source.system().time() + ".\"\n");
        out.append("function rhs!(du, u, p, t; sizes = SIZES)\n")
                .append(prepared(source.rates()))
                .append("    at = 0\n");
        for (Equation equation : source.system().equations()) {
            out.append(looped(equation.variable(), code.of(equation.rate())));
        }
        return out + "    return du\nend\n\nrhs(u, p = PARAMETERS, t = 0.0; sizes = SIZES) = "
                + "rhs!(similar(u), u, p, t; sizes = sizes)\n\n";
    }

    private String looped(StateVariable v, String value) {
        if (v.indices().isEmpty()) {
            return CodeText.wrapped("    du[at += 1] = " + value, "        ");
        }
        List<String> loops = new ArrayList<>();
        for (int i = 0; i < v.indices().size(); i++) {
            Index index = v.indices().get(i);
            boolean second = PythonCode.isHalved(v) && i == v.indices().size() - 1;
            String from = second ? names.index(v.indices().get(i - 1).name()) : "1";
            loops.add(names.index(index.name()) + " in " + from + ":" + code.extent(index.extent()));
        }
        return "    for " + String.join(", ", loops) + "\n"
                + CodeText.wrapped("        du[at += 1] = " + value, "            ") + "    end\n";
    }

    private String observed() {
        if (source.system().observables().isEmpty()) {
            return "";
        }
        StringBuilder out = new StringBuilder("\"Observables of a state, by name.\"\n");
        out.append("function observables(u, p = PARAMETERS, t = 0.0; sizes = SIZES)\n")
                .append(prepared(source.observed()));
        out.append("    return (;\n");
        for (Formula formula : source.system().observables()) {
            out.append(CodeText.wrapped(
                    "        " + names.of(formula.name()) + " = " + code.of(formula.value()) + ",", "            "));
        }
        return out.append("    )\nend\n").toString();
    }

    private String prepared(List<Expression> expressions) {
        StringBuilder out = new StringBuilder();
        Set<String> used = source.used(expressions);
        source.system().problem().sizes().forEach(s -> out.append(given(s.name(), "sizes")));
        source.values().stream().filter(v -> used.contains(v.name())).forEach(v -> out.append(given(v.name(), "p")));
        out.append("    at = 0\n");
        source.read(expressions).forEach(v -> out.append(unpacked(v)));
        for (Table table : source.tablesFor(expressions)) {
            out.append("    # ").append(VisibleText.of(table.meaning())).append("\n    ");
            out.append(names.of(table.name()))
                    .append(" = ")
                    .append(numbers(table.values()))
                    .append("\n");
        }
        source.piecesFor(expressions).forEach(piece -> out.append(piece(piece)));
        return out.toString();
    }

    private String given(String name, String from) {
        return "    " + names.of(name) + " = " + from + "." + names.of(name) + "\n";
    }

    private String unpacked(StateVariable v) {
        String name = "    " + names.of(v.name()) + " = ";
        List<String> extents =
                v.indices().stream().map(i -> code.extent(i.extent())).toList();
        if (extents.isEmpty()) {
            return name + "u[at += 1]\n";
        }
        String n = extents.get(0);
        if (PythonCode.isHalved(v) && v.inBlocks()) {
            String m = extents.get(1);
            String half = "div(" + m + "*(" + m + " + 1), 2)";
            return name + "let s = [_symmetric(u, at + (b - 1)*" + half + ", " + m + ") for b in 1:" + n
                    + "]; [s[b][k, l] for b in 1:" + n + ", k in 1:" + m + ", l in 1:" + m + "] end\n    at += " + n
                    + "*" + half + "\n";
        }
        if (PythonCode.isHalved(v)) {
            return name + "_symmetric(u, at, " + n + ")\n    at += div(" + n + "*(" + n + " + 1), 2)\n";
        }
        String length = String.join("*", extents);
        String slice = "u[at+1:at+" + length + "]";
        String shaped =
                switch (extents.size()) {
                    case 1 -> slice;
                    case 2 -> "permutedims(reshape(" + slice + ", " + extents.get(1) + ", " + n + "))";
                    default ->
                        "permutedims(reshape(" + slice + ", " + extents.get(2) + ", " + extents.get(1) + ", " + n
                                + "), (3, 2, 1))";
                };
        return name + shaped + "\n    at += " + length + "\n";
    }

    private String piece(NamedTerm piece) {
        String about = piece.meaning().isEmpty() ? "" : "    # " + CodeText.about(piece) + "\n";
        String value = code.of(piece.value());
        String loops = piece.indices().stream()
                .map(i -> names.index(i.name()) + " in 1:" + code.extent(i.extent()))
                .collect(Collectors.joining(", "));
        String right = loops.isEmpty() ? value : "[" + value + " for " + loops + "]";
        return about + CodeText.wrapped("    " + names.of(piece.name()) + " = " + right, "        ");
    }
}
