package org.macrostate.engine.analysis.basins;

import java.util.List;
import org.macrostate.engine.analysis.SectionContext;
import org.macrostate.engine.report.FormulaPhrases;
import org.macrostate.reports.document.Block;
import org.macrostate.reports.document.Prose;
import org.macrostate.reports.document.Section;
import org.macrostate.solvers.phase.Basins;

/** Which stable state is reached from where. */
public final class BasinsSection {
    private BasinsSection() {}

    public static String label(SectionContext.AnsweredItem<BasinsAnswer> answered) {
        return "figure of " + answered.item().name();
    }

    public static Prose caption(SectionContext context, SectionContext.AnsweredItem<BasinsAnswer> answered) {
        return Prose.text("Basins of attraction: the stable state that each start reaches. ")
                .and(FormulaPhrases.assignments(
                        context.typesetter(), answered.item().subject().parameterValues()))
                .and(".");
    }

    public static Section of(SectionContext context, SectionContext.AnsweredItem<BasinsAnswer> answered, Block figure) {
        Basins basins = answered.answer().basins();
        long undecided = answered.answer().count(Basins.UNDECIDED);
        Prose text = Prose.text("Figure ")
                .andRef(label(answered))
                .and(" shows which stable state " + basins.reached().length
                        + " starts reach, by integration until nothing"
                        + " but decay is left: " + basins.attractors().size()
                        + " of them occur, symmetric images counted"
                        + " apart."
                        + (undecided == 0
                                ? ""
                                : " From " + undecided + " starts none was reached in the time allowed."));
        return new Section("Basins", answered.item().name(), List.of(new Block.Paragraph(text), figure), List.of());
    }
}
