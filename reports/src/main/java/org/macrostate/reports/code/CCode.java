package org.macrostate.reports.code;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.macrostate.equations.derive.Formula;
import org.macrostate.equations.gaussian.Table;
import org.macrostate.equations.tensor.Index;

/** A system as a C99 file; sizes are macros, so that loops have a known length. */
final class CCode extends BracedCode {
    private static final Set<String> RESERVED = CodeNames.words("""
            auto break case char const continue default do double else enum extern float for goto if inline int
            long register restrict return short signed sizeof static struct switch typedef union unsigned void
            volatile while pow sqrt exp log sin cos tan sinh cosh tanh asin acos atan erf fabs fmin fmax floor
            copysign within arc_sine arc_cosine sign_of modulo t state p out at NAN INFINITY isfinite
            best_pairing nuclear_norm
            """);

    private final String prefix;

    CCode(CodeSource source) {
        super(source, new CodeNames(source.system(), RESERVED, n -> n.matches("_.*|M_.*") ? "x" + n : n), CSyntax::new);
        this.prefix = CodeNames.plain(source.system().problem().name());
    }

    String text() {
        String functions = rates() + observed();
        String guarded = code.definitions(source.system().functions()).stream()
                .map(d -> comment(d.about()) + "static double " + d.name() + "(" + d.listed("double ", "") + ")\n{\n"
                        + d.body() + "}\n\n")
                .collect(Collectors.joining());
        return head() + "#include <math.h>\n\n" + sizes() + parameters() + syntax.definitions() + guarded
                + functions.stripTrailing() + "\n";
    }

    private String head() {
        String flags = source.system().problem().sizes().stream()
                .map(s ->
                        " -D" + macro(s.name()) + "=" + source.sizes().values().get(s.name()))
                .collect(Collectors.joining());
        return source.head().stream().map(BracedCode::comment).collect(Collectors.joining())
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
        return comment("out: time derivative of the state, " + source.system().time()) + signature("rhs")
                + rateStatements() + "}\n\n";
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
        return comment("out: the observables " + order) + signature("observables")
                + formulaStatements(source.system().observables()) + "}\n";
    }

    @Override
    String declared(String name, List<Index> indices) {
        return "    double " + name
                + indices.stream().map(i -> "[" + code.extent(i.extent()) + "]").collect(Collectors.joining()) + ";\n";
    }

    @Override
    String parameter(CodeSource.Value value) {
        String name = names.of(value.name());
        return "    const double " + (value.copied() ? "*" : "") + name + " = p->" + name + ";\n";
    }

    @Override
    String table(Table table) {
        return "    " + comment(table.meaning()) + "    static const double " + names.of(table.name()) + "[] = "
                + numbers(table.values()) + ";\n";
    }

    @Override
    String mentioned(String name) {
        return "    (void)" + name + ";\n";
    }
}
