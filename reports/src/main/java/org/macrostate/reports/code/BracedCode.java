package org.macrostate.reports.code;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.macrostate.equations.derive.Equation;
import org.macrostate.equations.derive.Formula;
import org.macrostate.equations.derive.NamedTerm;
import org.macrostate.equations.derive.StateVariable;
import org.macrostate.equations.gaussian.Table;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Index;
import org.macrostate.reports.document.VisibleText;

/**
 * The bodies of functions of (t, state, parameters, out) in a language with C's loops: the state is unpacked into arrays,
 * named parts are computed from it, results are written to {@code out}.
 */
abstract class BracedCode {
    final CodeSource source;
    final CodeNames names;
    final BracedSyntax syntax;
    final ExpressionCode code;

    BracedCode(CodeSource source, CodeNames names, Function<Supplier<String>, BracedSyntax> syntax) {
        this.source = source;
        this.names = names;
        this.syntax = syntax.apply(() -> names.fresh("sum"));
        this.code = new ExpressionCode(names, this.syntax);
    }

    /** The declaration of an array, or of a number if there are no indices: whole lines. */
    abstract String declared(String name, List<Index> indices);

    /** The declaration of a parameter's local name: whole lines. */
    abstract String parameter(CodeSource.Value value);

    /** The declaration of a table of numbers within a function: whole lines, none if it stands elsewhere. */
    abstract String table(Table table);

    /** Marks a name as used where a compiler would complain; whole lines. */
    abstract String mentioned(String name);

    static String comment(String text) {
        return "/* "
                + VisibleText.of(text).replace("*/", "* /").replace("/*", "/ *").replace("??/", "? ?/") + " */\n";
    }

    /** What a function computes: every rate, written to {@code out} in the order of the state. */
    String rateStatements() {
        StringBuilder out = new StringBuilder(prepared(source.rates())).append("    at = 0;\n");
        for (Equation equation : source.system().equations()) {
            StateVariable v = equation.variable();
            out.append(looped(v.indices(), starts(v), () -> "out[at++] = " + code.of(equation.rate()) + ";"));
        }
        return out.toString();
    }

    /** The same of formulas, one after the other. */
    String formulaStatements(List<Formula> formulas) {
        List<Expression> values = formulas.stream().map(Formula::value).toList();
        StringBuilder out = new StringBuilder(prepared(values));
        for (int n = 0; n < formulas.size(); n++) {
            String place = "out[" + n + "] = ";
            Expression value = values.get(n);
            out.append(syntax.statement("    ", () -> place + code.of(value) + ";"));
        }
        return out.toString();
    }

    /** Where the loops over a variable's elements begin. */
    private IntFunction<String> starts(StateVariable v) {
        return i -> LoopStart.of(v, i, names::index)
                .map(start -> start.in("%1$s == %2$s ? %3$s : 0"))
                .orElse("0");
    }

    /** @param from where the loop over an index begins, by its number from 0 */
    String looped(List<Index> indices, IntFunction<String> from, Supplier<String> statement) {
        StringBuilder out = new StringBuilder();
        String indent = "    ";
        for (int i = 0; i < indices.size(); i++) {
            String index = names.index(indices.get(i).name());
            out.append(indent)
                    .append("for (")
                    .append(syntax.index())
                    .append(index)
                    .append(" = ")
                    .append(from.apply(i))
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
        source.values().stream().filter(v -> used.contains(v.name())).forEach(v -> out.append(parameter(v)));
        out.append("    ").append(syntax.index()).append("at = 0;\n");
        source.read(expressions).forEach(v -> out.append(unpacked(v)));
        source.tablesFor(expressions).forEach(t -> out.append(table(t)));
        source.piecesFor(expressions).forEach(piece -> out.append(piece(piece)));
        return out.toString();
    }

    private String unpacked(StateVariable v) {
        String name = names.of(v.name());
        List<String> places =
                v.indices().stream().map(i -> names.index(i.name())).toList();
        String here = v.indices().isEmpty() ? name : syntax.at(name, places);
        String there = LoopStart.isHalved(v) ? syntax.at(name, v.exchanged(places)) + " = " : "";
        return declared(name, v.indices())
                + looped(v.indices(), starts(v), () -> there + here + " = state[at++];")
                + mentioned(name);
    }

    private String piece(NamedTerm piece) {
        String name = names.of(piece.name());
        List<String> places =
                piece.indices().stream().map(i -> names.index(i.name())).toList();
        String left = places.isEmpty() ? name : syntax.at(name, places);
        String about = piece.meaning().isEmpty() ? "" : "    " + comment(CodeText.about(piece));
        return about
                + declared(name, piece.indices())
                + looped(piece.indices(), i -> "0", () -> left + " = " + code.of(piece.value()) + ";");
    }
}
