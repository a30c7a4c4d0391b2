package org.macrostate.reports.code;

import java.util.ArrayList;
import java.util.List;
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

/**
 * A system as a Python module: with numbers it needs nothing but {@code math} and takes NumPy arrays where NumPy is
 * installed; with symbols it is written for SymPy.
 */
final class PythonCode {
    private static final Set<String> RESERVED = CodeNames.words("""
            False None True and as assert async await break class continue def del elif else except finally for
            from global if import in is lambda nonlocal not or pass raise return try while with yield match case
            type math sum range min max abs float iter next list tuple isinstance getattr zip rhs observables
            labels state parameters sizes t out at sympy SYMBOLS EQUATIONS OBSERVABLES PARAMETER_SYMBOLS SIZES
            PARAMETERS
            """);

    private final CodeSource source;
    private final boolean symbols;
    private final PythonSyntax syntax;
    private final CodeNames names;
    private final ExpressionCode code;

    private PythonCode(CodeSource source, boolean symbols) {
        this.source = source;
        this.symbols = symbols;
        this.syntax = symbols ? new SymPySyntax() : new PythonSyntax();
        this.names = new CodeNames(source.system(), RESERVED, n -> n.startsWith("_") ? "x" + n : n);
        this.code = new ExpressionCode(names, syntax);
    }

    /** Functions of floats and NumPy arrays. */
    static PythonCode withNumbers(CodeSource source) {
        return new PythonCode(source, false);
    }

    /** Functions of SymPy symbols, and the equations that they give for the sizes of the source. */
    static PythonCode withSymbols(CodeSource source) {
        return new PythonCode(source, true);
    }

    String text() {
        String functions = labels() + rates() + observed();
        String guarded = code.definitions(source.system().functions()).stream()
                .map(d -> "# " + d.about() + "\ndef " + d.name() + "(" + d.listed("", "") + "):\n"
                        + CodeText.wrapped("    return (" + d.body() + ")", "        ") + "\n\n")
                .collect(Collectors.joining());
        String brought = symbols ? SymPySyntax.definitions() : PythonFunctions.of(syntax.called());
        return head() + (symbols ? "" : imports()) + (symbols ? "import sympy\n\n" : "") + defaults() + brought
                + guarded + unpackers() + functions.stripTrailing() + "\n" + (symbols ? equations() : "");
    }

    private String head() {
        return source.head().stream()
                        .map(line -> "# " + VisibleText.of(line) + "\n")
                        .collect(Collectors.joining())
                + "#\n# state: " + CodeText.layout(source.system().variables())
                + "; the last index runs fastest.\n"
                + (symbols
                        ? "#\n# SymPy reads it: EQUATIONS and OBSERVABLES are expressions in SYMBOLS.\n\n"
                        : numbersHead());
    }

    private static String numbersHead() {
        return "# Plain Python does. The state may be a NumPy array too: of shape (n,), or (n, runs) for many runs at once.\n"
                + "# With SciPy: solve_ivp(rhs, (0, 10), start).\n\n";
    }

    private static String imports() {
        return "import math\n\ntry:\n    import numpy as _np\nexcept ImportError:\n    _np = None\n\n";
    }

    private String defaults() {
        String sizes = source.system().problem().sizes().stream()
                .map(s -> '"' + s.name() + "\": " + source.sizes().values().get(s.name()))
                .collect(Collectors.joining(", "));
        String values = source.values().stream()
                .map(v -> "    \"" + v.name() + "\": "
                        + (v.copied()
                                ? v.values().toString()
                                : v.values().get(0).toString()) + ",\n")
                .collect(Collectors.joining());
        return "SIZES = {" + sizes + "}\nPARAMETERS = {\n" + values + "}\n\n\n";
    }

    private String unpackers() {
        String like = symbols ? "" : """
                def _like(state, out):
                    return out if isinstance(state, (list, tuple)) else _np.array(out)


                """;
        String half = """
                def _symmetric(at, n):
                    rows = [[None]*n for _ in range(n)]
                    for k in range(n):
                        for l in range(k, n):
                            rows[k][l] = rows[l][k] = next(at)
                    return rows


                """;
        String pairs = """
                def _symmetric_pairs(at, m, n):
                    full = [[[[None]*n for _ in range(m)] for _ in range(n)] for _ in range(m)]
                    for a in range(m*n):
                        for b in range(a, m*n):
                            l, k, j, i = a // n, a % n, b // n, b % n
                            full[l][k][j][i] = full[j][i][l][k] = next(at)
                    return full


                """;
        return (hasHalved(1) ? half : "") + (hasHalved(2) ? pairs : "") + like;
    }

    private boolean hasHalved(int indices) {
        return source.system().variables().stream().anyMatch(v -> LoopStart.isHalved(v) && v.leftIndices() == indices);
    }

    private String labels() {
        StringBuilder out = new StringBuilder(
                "def labels(sizes=SIZES):\n    \"\"\"Names of the elements of the state, in order.\"\"\"\n");
        out.append(sizes(source.system().variables().stream()
                .flatMap(v -> v.indices().stream().map(Index::extent))
                .toList()));
        out.append("    out = []\n");
        for (StateVariable v : source.system().variables()) {
            out.append(looped(v, label(v)));
        }
        return out.append("    return out\n\n\n").toString();
    }

    private String label(StateVariable v) {
        List<String> places = v.indices().stream()
                .map(i -> "[{" + names.index(i.name()) + " + 1}]")
                .toList();
        int dot = v.name().indexOf('.');
        return places.isEmpty()
                ? '"' + v.name() + '"'
                : dot > 0 && places.size() == 2
                        ? "f\"" + v.name().substring(0, dot) + places.get(0)
                                + v.name().substring(dot) + places.get(1) + "\""
                        : "f\"" + v.name() + String.join("", places).replace("][", ",") + "\"";
    }

    private String rates() {
        List<Expression> rates = source.rates();
        StringBuilder out = new StringBuilder("def rhs(t, state, parameters=PARAMETERS, sizes=SIZES):\n");
        out.append("    \"\"\"Time derivative of the state, " + source.system().time() + ".\"\"\"\n")
                .append(prepared(rates));
        out.append("    out = []\n");
        for (Equation equation : source.system().equations()) {
            out.append(looped(equation.variable(), code.of(equation.rate())));
        }
        return out.append(symbols ? "    return out\n\n\n" : "    return _like(state, out)\n\n\n")
                .toString();
    }

    /** Appends an expression for each element of a variable. */
    private String looped(StateVariable v, String value) {
        StringBuilder out = new StringBuilder();
        String indent = "    ";
        for (int i = 0; i < v.indices().size(); i++) {
            Index index = v.indices().get(i);
            String from = LoopStart.of(v, i, names::index)
                    .map(start -> start.in("%3$s if %1$s == %2$s else 0") + ", ")
                    .orElse("");
            out.append(indent)
                    .append("for ")
                    .append(names.index(index.name()))
                    .append(" in range(")
                    .append(from);
            out.append(code.extent(index.extent())).append("):\n");
            indent += "    ";
        }
        return out + CodeText.wrapped(indent + "out.append(" + value + ")", indent + "    ");
    }

    private String observed() {
        if (source.system().observables().isEmpty()) {
            return "";
        }
        StringBuilder out = new StringBuilder("def observables(t, state, parameters=PARAMETERS, sizes=SIZES):\n");
        out.append("    \"\"\"Observables of a state, by name.\"\"\"\n").append(prepared(source.observed()));
        out.append("    return {\n");
        for (Formula formula : source.system().observables()) {
            out.append(CodeText.wrapped(
                    "        \"" + formula.name() + "\": " + code.of(formula.value()) + ",", "            "));
        }
        return out.append("    }\n").toString();
    }

    /** Local names for all that expressions need. */
    private String prepared(List<Expression> expressions) {
        List<Expression> extents = new ArrayList<>();
        source.read(expressions).forEach(v -> v.indices().forEach(i -> extents.add(i.extent())));
        source.piecesFor(expressions).forEach(p -> p.indices().forEach(i -> extents.add(i.extent())));
        StringBuilder out = new StringBuilder();
        Set<String> used = source.used(expressions);
        List<Expression> sized = new ArrayList<>(extents);
        sized.addAll(expressions);
        source.piecesFor(expressions).forEach(p -> sized.add(p.value()));
        out.append(sizes(sized));
        for (CodeSource.Value value : source.values()) {
            if (used.contains(value.name())) {
                out.append("    ")
                        .append(names.of(value.name()))
                        .append(" = parameters[\"")
                        .append(value.name())
                        .append("\"]\n");
            }
        }
        out.append("    at = iter(state)\n");
        source.read(expressions).forEach(v -> out.append("    " + names.of(v.name()) + " = " + unpacked(v) + "\n"));
        for (Table table : source.tablesFor(expressions)) {
            out.append("    # ").append(VisibleText.of(table.meaning())).append("\n    ");
            out.append(names.of(table.name()))
                    .append(" = ")
                    .append(table.values())
                    .append("\n");
        }
        source.piecesFor(expressions).forEach(piece -> out.append(piece(piece)));
        return out.toString();
    }

    private String sizes(List<Expression> within) {
        Set<String> used = CodeSizes.in(within);
        return source.system().problem().sizes().stream()
                .filter(s -> used.contains(s.name()))
                .map(s -> "    " + names.of(s.name()) + " = sizes[\"" + s.name() + "\"]\n")
                .collect(Collectors.joining());
    }

    private String unpacked(StateVariable v) {
        if (LoopStart.isHalved(v)) {
            String extents = v.indices().subList(v.firstOfRight(), v.indices().size()).stream()
                    .map(i -> code.extent(i.extent()))
                    .collect(Collectors.joining(", "));
            String one = (v.leftIndices() == 1 ? "_symmetric(at, " : "_symmetric_pairs(at, ") + extents + ")";
            return listed(v.indices().subList(0, v.blockPlaces()), one);
        }
        return listed(v.indices(), "next(at)");
    }

    private String piece(NamedTerm piece) {
        String about = piece.meaning().isEmpty() ? "" : "    # " + CodeText.about(piece) + "\n";
        String value = code.of(piece.value());
        String right = piece.indices().isEmpty() ? "(" + value + ")" : listed(piece.indices(), value);
        return about + CodeText.wrapped("    " + names.of(piece.name()) + " = " + right, "        ");
    }

    /** A list of lists: the first index is outermost. */
    private String listed(List<Index> indices, String value) {
        String listed = value;
        for (int i = indices.size() - 1; i >= 0; i--) {
            String index = names.index(indices.get(i).name());
            listed = "[" + listed + " for " + index + " in range("
                    + code.extent(indices.get(i).extent()) + ")]";
        }
        return listed;
    }

    /** The functions called with symbols, so that the module holds the equations themselves. */
    private String equations() {
        return """


                def _parameter(name, value):
                    if isinstance(value, list):
                        return [sympy.Symbol(f"{name}_{i + 1}", real=True) for i in range(len(value))]
                    return sympy.Symbol(name, real=True)


                def _symbol(label):
                    return sympy.Symbol(label.replace("[", "_").replace(",", "_").replace("]", ""), real=True)


                t = sympy.Symbol("t", real=True)
                SYMBOLS = {label: _symbol(label) for label in labels()}
                PARAMETER_SYMBOLS = {name: _parameter(name, value) for name, value in PARAMETERS.items()}
                EQUATIONS = dict(zip(SYMBOLS, rhs(t, list(SYMBOLS.values()), PARAMETER_SYMBOLS)))
                """
                + (source.system().observables().isEmpty()
                        ? "OBSERVABLES = {}\n"
                        : "OBSERVABLES = observables(t, list(SYMBOLS.values()), PARAMETER_SYMBOLS)\n");
    }
}
