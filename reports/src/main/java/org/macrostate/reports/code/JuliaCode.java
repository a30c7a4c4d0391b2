package org.macrostate.reports.code;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
            _sqrt _log _power _within _asin _acos _symmetric _symmetric_pairs _best_pairing _nuclear_norm svdvals
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
        String single = !hasHalved(1) ? "" : """
                function _symmetric(u, at, n)
                    full = zeros(eltype(u), n, n)
                    for k in 1:n, l in k:n
                        full[k, l] = full[l, k] = u[at += 1]
                    end
                    return full
                end

                """;
        String pairs = !hasHalved(2) ? "" : """
                function _symmetric_pairs(u, at, m, n)
                    full = zeros(eltype(u), m, n, m, n)
                    for a in 0:m*n-1, b in a:m*n-1
                        l, k, j, i = div(a, n) + 1, a % n + 1, div(b, n) + 1, b % n + 1
                        full[l, k, j, i] = full[j, i, l, k] = u[at += 1]
                    end
                    return full
                end

                """;
        return single + pairs;
    }

    private boolean hasHalved(int indices) {
        return source.system().variables().stream().anyMatch(v -> LoopStart.isHalved(v) && v.leftIndices() == indices);
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
            String from = LoopStart.of(v, i, names::index)
                    .map(start -> start.in("(%1$s == %2$s ? %3$s : 1)"))
                    .orElse("1");
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
        if (LoopStart.isHalved(v)) {
            return symmetric(v, name, extents);
        }
        String length = String.join("*", extents);
        String slice = "u[at+1:at+" + length + "]";
        List<String> turned = new ArrayList<>(extents);
        Collections.reverse(turned);
        String reshaped = "permutedims(reshape(" + slice + ", " + String.join(", ", turned) + ")";
        String order = IntStream.range(0, extents.size())
                .mapToObj(i -> Integer.toString(extents.size() - i))
                .collect(Collectors.joining(", ", ", (", ")"));
        String shaped = extents.size() == 1 ? slice : reshaped + (extents.size() == 2 ? "" : order) + ")";
        return name + shaped + "\n    at += " + length + "\n";
    }

    /** Elements that are one for each pair of copies, in each block where there are blocks. */
    private static String symmetric(StateVariable v, String name, List<String> extents) {
        List<String> copy = extents.subList(v.firstOfRight(), extents.size());
        String number = String.join("*", copy);
        String half = "div(" + number + "*(" + number + " + 1), 2)";
        String made =
                (copy.size() == 1 ? "_symmetric(u, " : "_symmetric_pairs(u, ") + "%s, " + String.join(", ", copy) + ")";
        if (!v.inBlocks()) {
            return name + made.formatted("at") + "\n    at += " + half + "\n";
        }
        List<String> letters = copy.size() == 1 ? List.of("k", "l") : List.of("l", "k", "j", "i");
        String ranges = IntStream.range(0, letters.size())
                .mapToObj(i -> ", " + letters.get(i) + " in 1:" + extents.get(i + 1))
                .collect(Collectors.joining());
        String n = extents.get(0);
        return name + "let s = [" + made.formatted("at + (b - 1)*" + half) + " for b in 1:" + n + "]; [s[b]["
                + String.join(", ", letters) + "] for b in 1:" + n + ranges + "] end\n    at += " + n + "*" + half
                + "\n";
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
