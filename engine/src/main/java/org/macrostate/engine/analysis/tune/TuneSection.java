package org.macrostate.engine.analysis.tune;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.macrostate.engine.analysis.SectionContext;
import org.macrostate.engine.report.FormulaPhrases;
import org.macrostate.engine.report.TimePhrase;
import org.macrostate.reports.document.Block;
import org.macrostate.reports.document.Prose;
import org.macrostate.reports.document.Section;
import org.macrostate.solvers.tune.ScheduleConstant;
import org.macrostate.solvers.tune.Trial;

/** The best constants of a schedule, and what they are worth. */
public final class TuneSection {
    private TuneSection() {}

    public static String label(SectionContext.AnsweredItem<TuneAnswer> answered) {
        return "figure of " + answered.item().name();
    }

    public static Section of(
            SectionContext context, SectionContext.AnsweredItem<TuneAnswer> answered, Optional<Block> figure) {
        TuneAnswer answer = answered.answer();
        Prose prose = Prose.text("The schedule ")
                .and(FormulaPhrases.list(answer.scheduled().entrySet().stream()
                        .map(e -> Prose.math(FormulaPhrases.symbol(context.typesetter(), e.getKey()))
                                .and(" = ")
                                .and(FormulaPhrases.typed(context.typesetter(), e.getValue())))
                        .toList()))
                .and(" was tuned to the goal ")
                .and(FormulaPhrases.goal(context.typesetter(), answer.goal().text()))
                .and(". ")
                .and(result(context, answer));
        List<Block> blocks = new ArrayList<>();
        if (figure.isPresent()) {
            Prose shown = prose.and(" Figure ").andRef(label(answered)).and(" shows all that was tried.");
            blocks.addAll(List.of(new Block.Paragraph(shown), figure.get()));
        } else {
            blocks.add(new Block.Paragraph(prose));
        }
        return new Section("Tuned schedule", answered.item().name(), blocks, List.of());
    }

    private static Prose result(SectionContext context, TuneAnswer answer) {
        Optional<Trial> best = answer.landscape().best();
        if (best.isEmpty()) {
            return Prose.text("No value tried reaches it.");
        }
        Map<String, Double> values = new LinkedHashMap<>();
        List<String> names = answer.constants();
        for (int i = 0; i < names.size(); i++) {
            values.put(names.get(i), best.get().constants()[i]);
        }
        int trials = answer.landscape().trials().size();
        Prose found = Prose.text(
                        answer.landscape().isFlat()
                                ? "There is no optimum: all " + trials + " trials are alike, for instance at "
                                : "Of " + trials + " trials the best is at ")
                .and(FormulaPhrases.assignments(context.typesetter(), values))
                .and(answer.goal().isTime() ? ", where the time is " : ", where the value is ")
                .and(FormulaPhrases.number(best.get().goal()));
        return Double.isFinite(answer.without())
                ? found.and("; without the schedule it is ")
                        .and(FormulaPhrases.number(answer.without()))
                        .and(".")
                : found.and("; without the schedule the goal is not reached.");
    }

    public static Prose caption(SectionContext context, SectionContext.AnsweredItem<TuneAnswer> answered) {
        Map<String, Double> parameters =
                new LinkedHashMap<>(answered.item().subject().parameterValues());
        ScheduleConstant first = answered.answer().landscape().constants().get(0);
        List<Prose> parts = new ArrayList<>();
        parts.add(Prose.text("The goal over "));
        parts.add(Prose.math(FormulaPhrases.symbol(context.typesetter(), first.name())));
        parts.add(Prose.text(answered.answer().constants().size() > 1 ? ", whatever the other constants" : ""));
        parts.add(Prose.text("; dashed: with constant parameters. "));
        parts.add(FormulaPhrases.assignments(context.typesetter(), parameters));
        parts.add(Prose.text("; ").and(TimePhrase.sentence(context.problem())).and("."));
        return parts.stream().reduce(Prose.EMPTY, Prose::and);
    }
}
