package org.macrostate.reports.code;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.macrostate.equations.derive.Equation;
import org.macrostate.equations.derive.Formula;
import org.macrostate.equations.derive.NamedTerm;
import org.macrostate.equations.derive.StateVariable;
import org.macrostate.equations.gaussian.Table;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Index;
import org.macrostate.reports.document.VisibleText;

/** A system in the Wolfram language: functions of numbers, or of symbols for those who go on by algebra. */
final class MathematicaCode {
    private static final Set<String> RESERVED =
            Set.of("t", "state", "parameters", "sizes", "at", "bestPairing", "nuclearNorm", "arcSine", "arcCosine");

    /** Short words of the language. */
    private static final Set<String> SHORT_WORDS = Set.of(
            "C", "D", "E", "I", "K", "N", "O", "Do", "Dt", "If", "Im", "In", "On", "Or", "Pi", "Re", "Tr", "Up", "All",
            "And", "Any", "Cos", "Cot", "Csc", "Det", "Dot", "End", "Erf", "Exp", "Fit", "For", "GCD", "Get", "Hue",
            "LCM", "Log", "Map", "Max", "Min", "Mod", "New", "Nor", "Not", "Now", "Off", "Out", "Put", "Row", "Run",
            "Sec", "Set", "Sin", "Sow", "Sum", "Tab", "Tan", "Top", "URL", "Xor");

    private final CodeSource source;
    private final MathematicaSyntax syntax = new MathematicaSyntax();
    private final CodeNames names;
    private final ExpressionCode code;
    private final String prefix;

    MathematicaCode(CodeSource source) {
        this.source = source;
        this.names = new CodeNames(source.system(), RESERVED, MathematicaCode::symbol);
        this.code = new ExpressionCode(names, syntax);
        String name = CodeNames.plain(source.system().problem().name());
        String camel = symbol(name);
        this.prefix = Character.toLowerCase(camel.charAt(0)) + camel.substring(1);
    }

    /** No underscores, which are patterns; no name of the language, all of which begin with a capital letter. */
    private static String symbol(String name) {
        StringBuilder joined = new StringBuilder();
        for (String part : name.split("_")) {
            boolean later = joined.length() > 0 && !part.isEmpty();
            joined.append(later ? Character.toUpperCase(part.charAt(0)) + part.substring(1) : part);
        }
        boolean isWord = joined.length() > 3 && !name.contains("_");
        boolean mayBeTaken =
                Character.isUpperCase(joined.charAt(0)) && (isWord || SHORT_WORDS.contains(joined.toString()));
        return mayBeTaken ? "my" + joined : joined.toString();
    }

    String text() {
        String functions = rates() + observed();
        String guarded = code.definitions(source.system().functions()).stream()
                .map(d -> comment(d.about()) + d.name() + "[" + d.listed("", "_") + "] := " + d.body() + ";\n\n")
                .collect(Collectors.joining());
        return head() + defaults() + syntax.definitions() + guarded + functions;
    }

    private String head() {
        return source.head().stream().map(MathematicaCode::comment).collect(Collectors.joining())
                + comment("state: " + CodeText.layout(source.system().variables()) + "; the last index runs fastest.")
                + comment("NDSolve[{x'[t] == " + prefix + "RHS[t, x[t]], x[0] == start}, x, {t, 0, 10}]") + "\n";
    }

    private static String comment(String line) {
        return "(* " + VisibleText.of(line).replace("*)", "* )").replace("(*", "( *") + " *)\n";
    }

    private String defaults() {
        String sizes = source.system().problem().sizes().stream()
                .map(s -> '"' + s.name() + "\" -> " + source.sizes().values().get(s.name()))
                .collect(Collectors.joining(", "));
        String values = source.values().stream()
                .map(v -> '"' + v.name() + "\" -> "
                        + (v.copied()
                                ? numbers(v.values())
                                : MathematicaSyntax.decimal(v.values().get(0))))
                .collect(Collectors.joining(", "));
        return prefix + "Sizes = <|" + sizes + "|>;\n" + prefix + "Parameters = <|" + values + "|>;\n\n";
    }

    private static String numbers(List<Double> values) {
        return values.stream().map(MathematicaSyntax::decimal).collect(Collectors.joining(", ", "{", "}"));
    }

    private String rates() {
        List<String> lines = new ArrayList<>();
        for (Equation equation : source.system().equations()) {
            StateVariable v = equation.variable();
            lines.add(tabled(v.indices(), code.of(equation.rate()), starts(v)));
        }
        return comment("time derivative of the state, " + source.system().time())
                + function("RHS", "state_List", source.rates(), "  Flatten[{\n    " + joined(lines) + "}]");
    }

    private static String joined(List<String> lines) {
        return lines.stream()
                .map(line -> CodeText.wrapped(line, "      ").stripTrailing())
                .collect(Collectors.joining(",\n    "));
    }

    private String observed() {
        if (source.system().observables().isEmpty()) {
            return "";
        }
        List<String> lines = new ArrayList<>();
        for (Formula formula : source.system().observables()) {
            lines.add('"' + formula.name() + "\" -> " + code.of(formula.value()));
        }
        return "\n" + comment("observables of a state, by name")
                + function("Observables", "state_List", source.observed(), "  <|\n    " + joined(lines) + "|>");
    }

    private String function(String name, String state, List<Expression> expressions, String result) {
        String prepared = prepared(expressions);
        Set<String> locals = new LinkedHashSet<>(List.of("at = 0"));
        source.system().problem().sizes().forEach(s -> locals.add(names.of(s.name())));
        source.system().problem().parameters().forEach(p -> locals.add(names.of(p.name())));
        source.read(expressions).forEach(v -> locals.add(names.of(v.name())));
        source.tablesFor(expressions).forEach(t -> locals.add(names.of(t.name())));
        source.piecesFor(expressions).forEach(p -> locals.add(names.of(p.name())));
        locals.addAll(names.indices());
        return prefix + name + "[t_, " + state + ", parameters_ : " + prefix + "Parameters, sizes_ : " + prefix
                + "Sizes] := Module[\n  {" + String.join(", ", locals) + "},\n" + prepared + result + "\n]\n";
    }

    private String prepared(List<Expression> expressions) {
        StringBuilder out = new StringBuilder();
        Set<String> used = source.used(expressions);
        source.system().problem().sizes().forEach(s -> out.append(given(s.name(), "sizes")));
        source.values().stream()
                .filter(v -> used.contains(v.name()))
                .forEach(v -> out.append(given(v.name(), "parameters")));
        source.read(expressions).forEach(v -> out.append(unpacked(v)));
        for (Table table : source.tablesFor(expressions)) {
            out.append("  ").append(comment(table.meaning()));
            out.append("  ")
                    .append(names.of(table.name()))
                    .append(" = ")
                    .append(numbers(table.values()))
                    .append(";\n");
        }
        for (NamedTerm piece : source.piecesFor(expressions)) {
            out.append(piece.meaning().isEmpty() ? "" : "  " + comment(CodeText.about(piece)));
            String value = tabled(piece.indices(), code.of(piece.value()), range -> "");
            out.append(CodeText.wrapped("  " + names.of(piece.name()) + " = (" + value + ");", "    "));
        }
        return out.toString();
    }

    private String given(String name, String from) {
        return "  " + names.of(name) + " = " + from + "[\"" + name + "\"];\n";
    }

    private String unpacked(StateVariable v) {
        String name = names.of(v.name());
        if (!LoopStart.isHalved(v)) {
            return "  " + name + " = " + tabled(v.indices(), "state[[++at]]", range -> "") + ";\n";
        }
        List<String> places =
                v.indices().stream().map(i -> names.index(i.name())).toList();
        String here = name + "[[" + String.join(", ", places) + "]]";
        String there = name + "[[" + String.join(", ", v.exchanged(places)) + "]]";
        String extents = v.indices().stream()
                .map(i -> "{" + code.extent(i.extent()) + "}")
                .collect(Collectors.joining(", "));
        return "  " + name + " = Table[0, " + extents + "];\n  Do[" + here + " = state[[++at]]; " + there + " = " + here
                + ", " + ranges(v.indices(), starts(v)) + "];\n";
    }

    /** Where the ranges of a variable's elements begin. */
    private IntFunction<String> starts(StateVariable v) {
        return i -> LoopStart.of(v, i, names::index)
                .map(start -> start.in("If[%1$s == %2$s, %3$s, 1]") + ", ")
                .orElse("");
    }

    private String tabled(List<Index> indices, String value, IntFunction<String> starts) {
        if (indices.isEmpty()) {
            return value;
        }
        return "Table[" + value + ", " + ranges(indices, starts) + "]";
    }

    private String ranges(List<Index> indices, IntFunction<String> starts) {
        List<String> ranges = new ArrayList<>();
        for (int i = 0; i < indices.size(); i++) {
            ranges.add("{" + names.index(indices.get(i).name()) + ", " + starts.apply(i)
                    + code.extent(indices.get(i).extent()) + "}");
        }
        return String.join(", ", ranges);
    }
}
