package org.macrostate.engine.study.question;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.macrostate.engine.study.output.DataTable;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.derive.Piece;
import org.macrostate.equations.derive.Step;
import org.macrostate.equations.derive.StepLine;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.reports.latex.MathLatex;
import org.macrostate.reports.typeset.EquationLine;
import org.macrostate.reports.typeset.Typesetter;

/**
 * The derived system.
 *
 * @param sizes bound in the expanded form
 * @param expanded whether one equation an element is asked for
 * @param steps whether the derivation is told
 */
public record DeriveAnswer(OrderParameterSystem system, Sizes sizes, boolean expanded, boolean steps)
        implements Answer {
    @Override
    public Outcome outcome() {
        return Outcome.DONE;
    }

    @Override
    public List<DataTable> tables() {
        return List.of();
    }

    private DerivedLines lines() {
        return new DerivedLines(system, expanded, sizes);
    }

    private String head() {
        return system.problem().name() + ": order-parameter equations, t = steps / N, limit: "
                + system.limit().text() + "\n";
    }

    /** Plain text in which every right side is in the language's syntax and parses back. */
    public String text() {
        StringBuilder text = new StringBuilder(head());
        if (steps) {
            for (Step step : system.steps()) {
                text.append("\n")
                        .append(step.title())
                        .append(" (")
                        .append(step.rule())
                        .append(")\n");
                for (StepLine line : step.lines()) {
                    text.append("  ").append(line.text()).append("\n");
                    if (!line.rule().isEmpty()) {
                        text.append("      by ").append(line.rule()).append("\n");
                    }
                }
            }
        }
        section(text, "named parts", lines().pieces());
        if (!numerical().isEmpty()) {
            text.append("\nwithout a closed form, and integrated numerically by Gauss-Hermite quadrature: ")
                    .append(String.join(", ", numerical()))
                    .append("\n");
        }
        section(text, "equations; at a fixed point the right sides are zero", lines().equations());
        section(text, "observables", lines().formulas(system.observables()));
        String phases = "phases: the first that holds";
        section(text, phases, lines().formulas(system.phases()), DeriveAnswer::condition);
        return text.toString();
    }

    /** A condition that always holds is written as the user writes it. */
    private static String condition(DerivedLine line) {
        return line.right().isOne() ? line.label() + " = True" : line.text();
    }

    private List<String> numerical() {
        return system.numericalPieces().stream().map(Piece::name).toList();
    }

    private static void section(StringBuilder text, String title, List<DerivedLine> lines) {
        section(text, title, lines, DerivedLine::text);
    }

    private static void section(
            StringBuilder text, String title, List<DerivedLine> lines, Function<DerivedLine, String> written) {
        if (!lines.isEmpty()) {
            text.append("\n").append(title).append("\n");
            lines.forEach(line -> text.append("  ").append(written.apply(line)).append("\n"));
        }
    }

    /** The same in LaTeX, for amsmath: an {@code align*} each for named parts, equations and observables. */
    public String latex() {
        return "% " + head() + align(lines().pieces()) + align(lines().equations())
                + align(lines().formulas(system.observables()));
    }

    private String align(List<DerivedLine> lines) {
        Typesetter typesetter = Typesetter.of(system.problem());
        return lines.isEmpty()
                ? ""
                : lines.stream()
                        .map(line -> line.typeset(typesetter))
                        .map(DeriveAnswer::aligned)
                        .collect(Collectors.joining(" \\\\\n", "\\begin{align*}\n", "\n\\end{align*}\n"));
    }

    private static String aligned(EquationLine line) {
        return "  " + MathLatex.of(line.left()) + " &= " + MathLatex.of(line.right());
    }

    @Override
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("limit", system.limit().text());
        json.put("equations", json("variable", lines().equations()));
        json.put("pieces", json("name", lines().pieces()));
        json.put("integrated numerically", numerical());
        json.put("observables", json("name", lines().formulas(system.observables())));
        json.put("phases", json("name", lines().formulas(system.phases())));
        if (steps) {
            json.put("steps", system.steps().stream().map(this::json).toList());
        }
        return json;
    }

    private Map<String, Object> json(Step step) {
        SymbolicText symbolic = new SymbolicText(system.problem());
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("title", step.title());
        json.put("rule", step.rule());
        json.put(
                "lines",
                step.lines().stream()
                        .map(line -> {
                            Map<String, Object> item = new LinkedHashMap<>();
                            item.put("left", line.left());
                            item.putAll(symbolic.json(line.right()));
                            return item;
                        })
                        .toList());
        return json;
    }

    private List<Object> json(String key, List<DerivedLine> lines) {
        SymbolicText symbolic = new SymbolicText(system.problem());
        List<Object> list = new ArrayList<>();
        for (DerivedLine line : lines) {
            Map<String, Object> item = new LinkedHashMap<>();
            item.put(key, line.label());
            if (!line.about().isEmpty()) {
                item.put("meaning", line.about());
            }
            item.putAll(symbolic.json(line.right()));
            list.add(item);
        }
        return list;
    }
}
