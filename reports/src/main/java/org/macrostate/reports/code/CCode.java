package org.macrostate.reports.code;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.macrostate.equations.derive.Equation;
import org.macrostate.equations.derive.Formula;
import org.macrostate.equations.derive.NamedTerm;
import org.macrostate.equations.derive.StateVariable;
import org.macrostate.equations.gaussian.Table;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Index;
import org.macrostate.reports.document.VisibleText;

/** A system as a C99 file; sizes are macros, so that loops have a known length. */
final class CCode {
    private static final Set<String> RESERVED = Set.of(
            "auto",
            "break",
            "case",
            "char",
            "const",
            "continue",
            "default",
            "do",
            "double",
            "else",
            "enum",
            "extern",
            "float",
            "for",
            "goto",
            "if",
            "inline",
            "int",
            "long",
            "register",
            "restrict",
            "return",
            "short",
            "signed",
            "sizeof",
            "static",
            "struct",
            "switch",
            "typedef",
            "union",
            "unsigned",
            "void",
            "volatile",
            "while",
            "pow",
            "sqrt",
            "exp",
            "log",
            "sin",
            "cos",
            "tan",
            "sinh",
            "cosh",
            "tanh",
            "asin",
            "acos",
            "atan",
            "erf",
            "fabs",
            "fmin",
            "fmax",
            "floor",
            "copysign",
            "within",
            "arc_sine",
            "arc_cosine",
            "sign_of",
            "modulo",
            "t",
            "state",
            "p",
            "out",
            "at",
            "NAN",
            "INFINITY");

    private final CodeSource source;
    private final CodeNames names;
    private final CSyntax syntax;
    private final ExpressionCode code;
    private final String prefix;

    CCode(CodeSource source) {
        this.source = source;
        this.names = new CodeNames(source.system(), RESERVED, n -> n.matches("_.*|M_.*") ? "x" + n : n);
        this.syntax = new CSyntax(() -> names.fresh("sum"));
        this.code = new ExpressionCode(names, syntax);
        this.prefix = CodeNames.plain(source.system().problem().name());
    }

    String text() {
        String functions = rates() + observed();
        String guarded = code.definitions().stream()
                .map(d -> comment(d.about()) + "static double " + d.name() + "(" + d.listed("double ", "") + ")\n{\n"
                        + CodeText.wrapped("    return " + d.body() + ";", "        ") + "}\n\n")
                .collect(Collectors.joining());
        return head() + "#include <math.h>\n\n" + sizes() + parameters() + syntax.definitions() + guarded
                + functions.stripTrailing() + "\n";
    }

    private static String comment(String text) {
        return "/* "
                + VisibleText.of(text).replace("*/", "* /").replace("/*", "/ *").replace("??/", "? ?/") + " */\n";
    }

    private String head() {
        String flags = source.system().problem().sizes().stream()
                .map(s ->
                        " -D" + macro(s.name()) + "=" + source.sizes().values().get(s.name()))
                .collect(Collectors.joining());
        return source.head().stream().map(CCode::comment).collect(Collectors.joining())
                + comment("state: " + CodeText.layout(source.system().variables()) + "; the last index runs fastest.")
                + comment("cc -O2 -c" + flags + " FILE.c") + "\n";
    }

    private String macro(String size) {
        return (prefix + "_" + names.of(size)).toUpperCase(Locale.ROOT);
    }

    private String sizes() {
        StringBuilder out = new StringBuilder();
        StringBuilder constants = new StringBuilder();
        source.system().problem().sizes().forEach(s -> {
            out.append("#ifndef ")
                    .append(macro(s.name()))
                    .append("\n#define ")
                    .append(macro(s.name()))
                    .append(" ");
            out.append(source.sizes().values().get(s.name())).append("\n#endif\n");
            constants
                    .append(constants.length() == 0 ? "" : ", ")
                    .append(names.of(s.name()))
                    .append(" = ")
                    .append(macro(s.name()));
        });
        return out.length() == 0 ? "" : out + "\nenum { " + constants + " };\n\n";
    }

    private String parameters() {
        if (source.values().isEmpty()) {
            return "struct " + prefix + "_parameters { int none; };\n\n";
        }
        StringBuilder fields = new StringBuilder();
        StringBuilder values = new StringBuilder();
        for (CodeSource.Value value : source.values()) {
            String length = value.copied()
                    ? "["
                            + code.extent(source.system()
                                    .problem()
                                    .parameter(value.name())
                                    .orElseThrow()
                                    .copies()
                                    .orElseThrow())
                            + "]"
                    : "";
            fields.append("    double ")
                    .append(names.of(value.name()))
                    .append(length)
                    .append(";\n");
            values.append(values.length() == 0 ? "" : ", ")
                    .append(
                            value.copied()
                                    ? numbers(value.values())
                                    : value.values().get(0).toString());
        }
        return "struct " + prefix + "_parameters {\n" + fields + "};\n\nconst struct " + prefix + "_parameters "
                + prefix + "_defaults = {" + values + "};\n\n";
    }

    private static String numbers(List<Double> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(", ", "{", "}"));
    }

    private String rates() {
        StringBuilder out = new StringBuilder(comment("out: time derivative of the state, t = steps / N"));
        out.append(signature("rhs")).append(prepared(source.rates())).append("    at = 0;\n");
        for (Equation equation : source.system().equations()) {
            StateVariable v = equation.variable();
            out.append(
                    looped(v.indices(), PythonCode.isHalved(v), () -> "out[at++] = " + code.of(equation.rate()) + ";"));
        }
        return out.append("}\n\n").toString();
    }

    private String signature(String name) {
        return "void " + prefix + "_" + name + "(double t, const double *state, const struct " + prefix
                + "_parameters *p, double *out)\n{\n    (void)t;\n    (void)p;\n";
    }

    private String observed() {
        if (source.system().observables().isEmpty()) {
            return "";
        }
        String order = source.system().observables().stream().map(Formula::name).collect(Collectors.joining(", "));
        StringBuilder out = new StringBuilder(comment("out: the observables " + order));
        out.append(signature("observables")).append(prepared(source.observed()));
        int n = 0;
        for (Formula formula : source.system().observables()) {
            String place = "out[" + n++ + "] = ";
            out.append(syntax.statement("    ", () -> place + code.of(formula.value()) + ";"));
        }
        return out.append("}\n").toString();
    }

    private String looped(List<Index> indices, boolean halved, Supplier<String> statement) {
        StringBuilder out = new StringBuilder();
        String indent = "    ";
        for (int i = 0; i < indices.size(); i++) {
            String index = names.index(indices.get(i).name());
            String from = i == 1 && halved ? names.index(indices.get(0).name()) : "0";
            out.append(indent)
                    .append("for (int ")
                    .append(index)
                    .append(" = ")
                    .append(from)
                    .append("; ")
                    .append(index);
            out.append(" < ")
                    .append(code.extent(indices.get(i).extent()))
                    .append("; ")
                    .append(index)
                    .append("++) {\n");
            indent += "    ";
        }
        out.append(syntax.statement(indent, statement));
        for (int i = indices.size(); i > 0; i--) {
            out.append("    ".repeat(i)).append("}\n");
        }
        return out.toString();
    }

    private String prepared(List<Expression> expressions) {
        StringBuilder out = new StringBuilder();
        Set<String> used = source.used(expressions);
        for (CodeSource.Value value : source.values()) {
            if (used.contains(value.name())) {
                String name = names.of(value.name());
                out.append("    const double ")
                        .append(value.copied() ? "*" : "")
                        .append(name)
                        .append(" = p->")
                        .append(name)
                        .append(";\n");
            }
        }
        out.append("    int at = 0;\n");
        source.read(expressions).forEach(v -> out.append(unpacked(v)));
        for (Table table : source.tablesFor(expressions)) {
            out.append("    ")
                    .append(comment(table.meaning()))
                    .append("    static const double ")
                    .append(names.of(table.name()));
            out.append("[] = ").append(numbers(table.values())).append(";\n");
        }
        source.piecesFor(expressions).forEach(piece -> out.append(piece(piece)));
        return out.toString();
    }

    private String declared(String name, List<Index> indices) {
        return "    double " + name
                + indices.stream().map(i -> "[" + code.extent(i.extent()) + "]").collect(Collectors.joining()) + ";\n";
    }

    private String unpacked(StateVariable v) {
        String name = names.of(v.name());
        List<String> places =
                v.indices().stream().map(i -> names.index(i.name())).toList();
        String here = v.indices().isEmpty() ? name : syntax.at(name, places);
        boolean halved = PythonCode.isHalved(v);
        String there = halved ? syntax.at(name, List.of(places.get(1), places.get(0))) + " = " : "";
        return declared(name, v.indices()) + looped(v.indices(), halved, () -> there + here + " = state[at++];")
                + "    (void)" + name + ";\n";
    }

    private String piece(NamedTerm piece) {
        String name = names.of(piece.name());
        List<String> places =
                piece.indices().stream().map(i -> names.index(i.name())).toList();
        String left = places.isEmpty() ? name : syntax.at(name, places);
        String about = piece.meaning().isEmpty() ? "" : "    " + comment(CodeText.about(piece));
        return about
                + declared(name, piece.indices())
                + looped(piece.indices(), false, () -> left + " = " + code.of(piece.value()) + ";");
    }
}
