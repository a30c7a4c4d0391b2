package org.macrostate.engine.analysis.derive;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.macrostate.engine.analysis.Answer;
import org.macrostate.engine.analysis.Outcome;
import org.macrostate.engine.model.CostateFormulas;
import org.macrostate.engine.model.NotationText;
import org.macrostate.engine.output.DataTable;
import org.macrostate.equations.derive.Length;
import org.macrostate.equations.derive.NamedTerm;
import org.macrostate.equations.derive.Notation;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.derive.PaperNotation;
import org.macrostate.equations.derive.StateVariable;
import org.macrostate.equations.derive.Step;
import org.macrostate.equations.derive.StepLine;
import org.macrostate.equations.gaussian.Table;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.ExpressionText;
import org.macrostate.equations.tensor.FieldFunction;
import org.macrostate.reports.typeset.Typesetter;

/**
 * The derived system.
 *
 * @param sizes bound in the expanded form
 * @param quadratureErrors how far each part that is integrated numerically is off, by name
 * @param symmetries what each does to the state, if they were looked for
 * @param expanded whether one equation an element is asked for
 * @param steps how much of the derivation is told; nothing unless asked for
 * @param costates Hamiltonian, costate equations and switching functions, if they were asked for
 */
public record DeriveAnswer(
        OrderParameterSystem system,
        Sizes sizes,
        Map<String, Double> quadratureErrors,
        Optional<List<String>> symmetries,
        boolean expanded,
        Optional<Length> steps,
        Optional<CostateFormulas> costates)
        implements Answer {
    @Override
    public Outcome outcome() {
        return Outcome.DONE;
    }

    @Override
    public List<DataTable> tables() {
        return List.of();
    }

    /** As a paper prints it, where that is shorter; costate equations are about the named parts, which then are shown. */
    private Optional<PaperNotation> paperNotation() {
        return isTold() ? Optional.empty() : PaperNotation.of(system);
    }

    private Optional<Notation> notation() {
        return isTold() ? Notation.of(system) : NotationText.of(system);
    }

    /** Whether something is told of the named parts. */
    private boolean isTold() {
        return costates.isPresent() || (steps.isPresent() && !system.functions().isEmpty());
    }

    /** Of each overlap, the blocks in which it has no share. */
    @Override
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        for (StateVariable variable : system.variables()) {
            int blocks = variable.absent().isEmpty()
                    ? 0
                    : sizes.of(variable.indices().get(0).extent());
            List<String> absent = variable.absent().stream()
                    .filter(b -> b <= blocks)
                    .sorted()
                    .map(String::valueOf)
                    .toList();
            if (!absent.isEmpty()) {
                notes.add(
                        variable.name() + " is zero and no order parameter in block" + (absent.size() == 1 ? " " : "s ")
                                + String.join(", ", absent) + ": a vector has no part there");
            }
        }
        return notes;
    }

    private DerivedLines lines(OrderParameterSystem shown) {
        return new DerivedLines(shown, expanded, sizes);
    }

    private String head() {
        return system.problem().name() + ": " + system.title() + "\n";
    }

    private List<Step> told() {
        return steps.map(system::steps).orElse(List.of());
    }

    /** Plain text in the language's syntax, but for functions of fields such as {@code C[x[k],y[a]|x[l]]}. */
    public String text() {
        Optional<PaperNotation> form = paperNotation();
        OrderParameterSystem shown = form.map(PaperNotation::system).orElse(system);
        DerivedLines lines = lines(shown);
        StringBuilder text = new StringBuilder(head());
        for (Step step : told()) {
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
        notation().ifPresent(notation -> text.append(NotationText.text(notation)));
        section(text, "named parts", lines.pieces(shown.shownPieces()));
        List<NamedTerm> numerical = system.numericalPieces();
        if (!numerical.isEmpty()) {
            text.append("\nwithout a closed form, and integrated numerically")
                    .append(
                            quadratureErrors.isEmpty()
                                    ? "\n"
                                    : " (with an estimate of the error at states in general position)\n");
            numerical.forEach(piece -> text.append("  ")
                    .append(form.map(f -> label(f, piece)).orElse(piece.name()))
                    .append("  by ")
                    .append(piece.rule())
                    .append(errorWords(piece))
                    .append("\n"));
        }
        section(text, "equations", lines.equations());
        section(text, "fixed-point conditions, without factors that cannot vanish", lines.conditions());
        section(text, "observables", lines.formulas(shown.observables()));
        symmetries.ifPresent(found -> {
            text.append("\nsymmetries of the equations, found numerically with at most two copies of each\n");
            found.forEach(symmetry -> text.append("  ").append(symmetry).append("\n"));
            text.append(found.isEmpty() ? "  none\n" : "");
        });
        String phases = "phases: the first that holds";
        section(text, phases, lines.formulas(shown.phases()), DeriveAnswer::condition);
        costates.ifPresent(told -> text.append(told.text()));
        nodes(text, form);
        return text.toString();
    }

    /** The appendix: sums over nodes, and the tables that sums run over. */
    private void nodes(StringBuilder text, Optional<PaperNotation> form) {
        List<NamedTerm> integrated = system.nodePieces();
        if (!integrated.isEmpty()) {
            text.append("\nappendix: how these expectations are integrated, by sums over nodes\n");
            for (NamedTerm piece : integrated) {
                String name = form.map(f -> label(f, piece)).orElse(piece.name());
                String equals = name.equals(piece.name()) ? "" : name + " = ";
                lines(system).values(piece).forEach(line -> text.append("  ")
                        .append(equals)
                        .append(line.text())
                        .append("\n"));
            }
        }
        if (!shownTables().isEmpty()) {
            text.append("\ntables of numbers that sums run over; --json has the numbers\n");
            shownTables().forEach(table -> text.append("  ").append(told(table)).append("\n"));
        }
    }

    /** Of numbers that what is shown sums over. */
    private List<Table> shownTables() {
        return paperNotation().map(PaperNotation::system).orElse(system).tables();
    }

    /** A part that is a function of its fields is called that. */
    private static String label(PaperNotation form, NamedTerm piece) {
        Expression shown = form.shown(piece);
        return shown instanceof FieldFunction ? ExpressionText.of(shown) : piece.name();
    }

    private static String told(Table table) {
        return table.name() + "[1 .. " + table.values().size() + "]  " + table.meaning();
    }

    /** A condition that always holds is written as the user writes it. */
    private static String condition(DerivedLine line) {
        return line.right().isOne() ? line.label() + " = True" : line.text();
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
        DeriveLatex latex = new DeriveLatex(Typesetter.of(system.problem()));
        StringBuilder text = new StringBuilder("% " + head() + "\\allowdisplaybreaks\n");
        told().forEach(step -> text.append(latex.of(step)));
        Optional<PaperNotation> form = paperNotation();
        OrderParameterSystem shown = form.map(PaperNotation::system).orElse(system);
        DerivedLines lines = lines(shown);
        notation().ifPresent(notation -> text.append(latex.of(notation)));
        text.append(latex.of(lines.pieces(shown.shownPieces())));
        system.numericalPieces().forEach(piece -> text.append("% integrated numerically: ")
                .append(form.map(f -> label(f, piece)).orElse(piece.name()))
                .append(", ")
                .append(piece.rule())
                .append(errorWords(piece))
                .append("\n"));
        text.append(latex.of(lines.equations()))
                .append(
                        "% fixed-point conditions, without factors that cannot vanish; where none is here the right side above is one\n")
                .append(latex.of(lines.shorterConditions()))
                .append(latex.of(lines.formulas(shown.observables())));
        costates.ifPresent(told -> text.append(latex.of(told)));
        if (!system.nodePieces().isEmpty()) {
            text.append("% appendix: how these expectations are integrated, by sums over nodes\n")
                    .append(latex.of(system.nodePieces().stream()
                            .flatMap(piece -> lines(system).values(piece).stream())
                            .toList()));
        }
        shownTables()
                .forEach(table -> text.append("% table: ").append(told(table)).append("\n"));
        return text.toString();
    }

    @Override
    public Map<String, Object> json() {
        return new DeriveJson(this).of(lines(system));
    }

    private String errorWords(NamedTerm piece) {
        Double error = quadratureErrors.get(piece.name());
        if (error == null) {
            return "";
        }
        return ", error "
                + (Double.isFinite(error)
                        ? String.format(java.util.Locale.ROOT, "%.1e", error)
                        : "unknown (the integrand is no number somewhere)");
    }
}
