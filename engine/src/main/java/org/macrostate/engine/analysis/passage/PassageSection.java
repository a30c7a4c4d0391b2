package org.macrostate.engine.analysis.passage;

import java.util.ArrayList;
import java.util.List;
import org.macrostate.engine.analysis.SectionContext;
import org.macrostate.engine.report.FormulaPhrases;
import org.macrostate.reports.document.Block;
import org.macrostate.reports.document.Prose;
import org.macrostate.reports.document.Section;
import org.macrostate.reports.typeset.Layout;

/** First-passage times against N, as a table. */
public final class PassageSection {
    private PassageSection() {}

    public static Section of(SectionContext context, SectionContext.AnsweredItem<PassageAnswer> answered) {
        PassageAnswer answer = answered.answer();
        String label = "table of " + answered.item().name();
        String process =
                answer.asked().reduced() ? "the exact overlap process of SGD" : "SGD with vectors in N dimensions";
        List<List<Prose>> rows = new ArrayList<>();
        for (PassageAnswer.Ensemble e : answer.ensembles()) {
            rows.add(List.of(
                    Prose.number(e.dimension(), 8),
                    Prose.text(e.passed() + " of " + e.times().length),
                    FormulaPhrases.number(e.mean()),
                    Prose.number(e.deviation(), 2)));
        }
        Prose prose = Prose.text("Runs of " + process + " were followed until ")
                .and(FormulaPhrases.typed(context.typesetter(), answer.asked().of()))
                .and(answer.asked().below() ? " first lies below " : " first lies above ")
                .and(FormulaPhrases.number(answer.asked().level()))
                .and(", at ")
                .and(context.where(answered.item().subject()))
                .and(". Table ")
                .andRef(label)
                .and(" holds the times.");
        return new Section(
                "First-passage times",
                answered.item().name(),
                List.of(
                        new Block.Paragraph(prose),
                        new Block.TableBlock(
                                label,
                                Prose.text("First-passage times at finite ")
                                        .andMath(Layout.italic("N"))
                                        .and(", in steps divided by ")
                                        .andMath(Layout.italic("N"))
                                        .and("."),
                                List.of(
                                        Block.Column.right("N"),
                                        Block.Column.right("runs that passed"),
                                        Block.Column.right("mean time"),
                                        Block.Column.right("standard deviation")),
                                rows)),
                List.of());
    }
}
