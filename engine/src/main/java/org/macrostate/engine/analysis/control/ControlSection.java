package org.macrostate.engine.analysis.control;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.macrostate.engine.analysis.SectionContext;
import org.macrostate.engine.analysis.SectionFigures;
import org.macrostate.engine.report.FigureLabels;
import org.macrostate.engine.report.FormulaPhrases;
import org.macrostate.engine.report.TimePhrase;
import org.macrostate.reports.document.Block;
import org.macrostate.reports.document.Prose;
import org.macrostate.reports.document.Section;
import org.macrostate.solvers.control.ControlResult;
import org.macrostate.solvers.control.SimpleForm;

/** An optimal schedule in a report: what was sought and found, beside simple forms; what makes it doubtful; figures. */
record ControlSection(
        SectionContext context, SectionContext.AnsweredItem<ControlAnswer> answered, SectionFigures figures) {
    static Section of(
            SectionContext context, SectionContext.AnsweredItem<ControlAnswer> answered, SectionFigures figures) {
        return new ControlSection(context, answered, figures).section();
    }

    private Section section() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(sought()));
        ControlAnswer answer = answered.answer();
        if (answer.result().best().isEmpty()) {
            blocks.add(new Block.Paragraph(Prose.text("No start reached the goal.")));
            return new Section("Optimal schedule", answered.item().name(), blocks, List.of());
        }
        blocks.add(new Block.Paragraph(found(answer.result().best().get())));
        blocks.add(table());
        Map<String, Prose> captions = captions();
        ControlDrawings drawings = new ControlDrawings(
                context.typesetter(), answer, answered.item().suffix(), figures.madeBy());
        captions.forEach((name, caption) ->
                blocks.add(figures.drawn(name + " of " + answered.item().name(), caption, drawings.named(name))));
        blocks.addAll(conditions());
        return new Section("Optimal schedule", answered.item().name(), blocks, List.of());
    }

    /** Once for all questions of this section's group that have the same. */
    private List<Block> conditions() {
        for (SectionContext.AnsweredItem<ControlAnswer> other : context.told(ControlAnswer.class)) {
            if (other.item().name().equals(answered.item().name())) {
                break;
            }
            if (!other.item().quiet()
                    && other.answer().asked().hasConditionsOf(answered.answer().asked())) {
                return List.of(
                        new Block.Paragraph(Prose.text("The first-order conditions in symbols are those of Section ")
                                .andRef(other.item().name())
                                .and(".")));
            }
        }
        return ControlConditions.of(answered.answer().asked(), answered.item().subject(), context.typesetter());
    }

    private Prose sought() {
        ControlQuestion asked = answered.answer().asked();
        List<Prose> controls = asked.controls().stream()
                .map(c -> Prose.math(FormulaPhrases.symbol(context.typesetter(), c.name()))
                        .and(" in [")
                        .and(FormulaPhrases.number(c.lower()))
                        .and(", ")
                        .and(FormulaPhrases.number(c.upper()))
                        .and("]"))
                .toList();
        Prose prose = Prose.text("The schedule of ")
                .and(FormulaPhrases.list(controls))
                .and(" was sought that makes ")
                .and(FormulaPhrases.goal(context.typesetter(), asked.target().text()))
                .and(" smallest, ")
                .and(asked.linear() ? "linear between knots on " : "constant on each of ")
                .and(asked.pieces() + (asked.target().isTime() ? " pieces of the time until then. " : " pieces. "));
        for (ControlBudget budget : asked.budgets()) {
            prose = prose.and("A budget holds: ")
                    .and(FormulaPhrases.typed(context.typesetter(), budget.text()))
                    .and(". ");
        }
        if (asked.cost().isPresent()) {
            prose = prose.and("The running cost is ")
                    .and(FormulaPhrases.typed(context.typesetter(), asked.cost().get()))
                    .and(". ");
        }
        return prose.and(
                "The equations were integrated by Dormand and Prince's method of order 8, restarted at each knot; the"
                        + " gradient is the exact one of the steps taken, by the discrete adjoint. From "
                        + asked.starts()
                        + " starts a quasi-Newton method within bounds led to local optima, of which the best is"
                        + " reported: the best of its starts, with no proof that it is the best of all.");
    }

    private Prose found(ControlResult.Best best) {
        Prose prose = Prose.text("The objective is ")
                .and(Prose.number(best.objective(), 8))
                .and(". The largest derivative of it by a value of the schedule that no bound holds back is ")
                .and(FormulaPhrases.number(best.residual()))
                .and(" for the whole range of the control (the first-order condition). ");
        for (int b = 0; b < answered.answer().asked().budgets().size(); b++) {
            int at = best.weights().length - answered.answer().asked().budgets().size() + b;
            prose = prose.and("Of the budget ")
                    .and(FormulaPhrases.typed(
                            context.typesetter(),
                            answered.answer().asked().budgets().get(b).text()))
                    .and(" the schedule uses ")
                    .and(FormulaPhrases.number(best.integrals()[at]))
                    .and("; one unit more would lower the objective by ")
                    .and(FormulaPhrases.number(best.weights()[at]))
                    .and(". ");
        }
        return prose;
    }

    private Block table() {
        ControlAnswer answer = answered.answer();
        List<List<Prose>> rows = new ArrayList<>();
        rows.add(List.of(
                Prose.text("best of " + answer.asked().starts() + " starts"),
                Prose.number(answer.objective().orElse(Double.NaN), 7),
                Prose.number(1, 3)));
        for (SimpleForm form : answer.result().forms()) {
            rows.add(List.of(
                    Prose.text("best " + form.name()),
                    form.found() ? Prose.number(form.objective(), 7) : Prose.text("not reached"),
                    Prose.number(answer.gain(form).orElse(Double.NaN), 3)));
        }
        return new Block.TableBlock(
                "table of " + answered.item().name(),
                Prose.text(
                        "The best schedule found beside the best constant, the best straight line, the best two levels and"
                                + " the best hyperbolic tangent, and which part of the gain over the constant each gets."),
                List.of(
                        Block.Column.left("schedule"),
                        Block.Column.right("objective"),
                        Block.Column.right("part of the gain")),
                rows);
    }

    private Map<String, Prose> captions() {
        String quantity = answered.answer().asked().target().quantity();
        Prose goal = FigureLabels.isSymbol(quantity)
                ? Prose.math(FormulaPhrases.symbol(context.typesetter(), quantity))
                : FormulaPhrases.typed(context.typesetter(), quantity);
        Map<String, Prose> captions = new LinkedHashMap<>();
        captions.put(
                ControlDrawings.SCHEDULE,
                Prose.text("The best schedule found, beside the best schedules of simple forms; ")
                        .and(TimePhrase.sentence(context.problem()))
                        .and("."));
        captions.put(
                ControlDrawings.QUANTITY,
                Prose.text("The goal's quantity, ").and(goal).and(", under these schedules."));
        captions.put(ControlDrawings.STATE, Prose.text("Order parameters under the best schedule found."));
        captions.put(
                ControlDrawings.SWITCHING,
                Prose.text(
                        "Switching functions, the derivatives of the Hamiltonian by the controls. Where one is positive the control is at"
                                + " the lower end of its range, where negative at the upper end; where it stays at zero the control lies"
                                + " inside its range (a singular arc)."));
        captions.put(
                ControlDrawings.LANDSCAPE,
                Prose.text(
                        "What the local searches from all starts led to, the best first, on the coarse grid of the search."));
        return captions;
    }
}
