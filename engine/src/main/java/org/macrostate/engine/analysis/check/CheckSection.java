package org.macrostate.engine.analysis.check;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.macrostate.engine.analysis.SectionContext;
import org.macrostate.engine.report.FormulaPhrases;
import org.macrostate.reports.document.Block;
import org.macrostate.reports.document.Prose;
import org.macrostate.reports.document.Section;
import org.macrostate.reports.typeset.Typesetter;
import org.macrostate.solvers.finitesize.CheckResult;
import org.macrostate.solvers.finitesize.Quantity;

/** Theory against SGD: a table at the last time, and the verdict on all times. */
public final class CheckSection {
    private CheckSection() {}

    public static Section of(SectionContext context, SectionContext.AnsweredItem<CheckAnswer> answered) {
        CheckAnswer answer = answered.answer();
        Typesetter typesetter = context.typesetter();
        String label = "table of " + answered.item().name();
        String dimensions =
                answer.asked().dimensions().stream().map(String::valueOf).collect(Collectors.joining(", "));
        String process = answer.asked().reduced()
                ? "The exact overlap process of SGD"
                : "SGD itself, with vectors in N dimensions"
                        + (answer.asked().inSinglePrecision() ? " in single precision" : "")
                        + " and steps made from the loss alone,";
        String start = answer.asked().start().isPresent()
                ? "All runs start from the same overlaps."
                : "Each run starts with random vectors, and the theory it is compared with starts from the overlaps that those have.";
        double last = answer.asked().times().end();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(Prose.text(process + " was run "
                        + answer.asked().runs() + " times at each of N = " + dimensions + " up to ")
                .andMath(FormulaPhrases.assignment(typesetter, "t", last))
                .and(", at ")
                .and(context.where(answered.item().subject()))
                .and(". " + start + " Table ")
                .andRef(label)
                .and(
                        " holds the last time; all times are in the CSV file. Scores z at finite N hold the bias of order 1/N; "
                                + "the verdict is on what remains of the deviations extrapolated to infinite N, with Holm's "
                                + "correction for many comparisons, at a level of ")
                .and(FormulaPhrases.number(answer.level()))
                .and(".")));
        blocks.add(table(answer, typesetter, label, last));
        blocks.add(new Block.Paragraph(Prose.EMPTY
                .and(new org.macrostate.reports.document.Inline.Strong(verdict(answer.result())))
                .and(" ")
                .and(CheckVerdict.of(answer, typesetter))));
        return new Section("Check against SGD", answered.item().name(), blocks, List.of());
    }

    static String verdict(CheckResult result) {
        return switch (result.verdict()) {
            case PASSED -> "The check is passed.";
            case FAILED -> "The check is failed.";
            case INCONCLUSIVE -> "The check is inconclusive.";
        };
    }

    private static Block table(CheckAnswer answer, Typesetter typesetter, String label, double last) {
        List<List<Prose>> rows = new ArrayList<>();
        for (Quantity q : answer.result().quantities()) {
            if (q.t() == last) {
                rows.add(List.of(
                        Prose.math(FormulaPhrases.symbol(typesetter, q.name())),
                        Prose.text(Integer.toString(q.dimension())),
                        FormulaPhrases.number(q.theory()),
                        FormulaPhrases.number(q.simulation()),
                        Prose.number(q.standardError(), 2),
                        Double.isFinite(q.predictedStandardError())
                                ? Prose.number(q.predictedStandardError(), 2)
                                : Prose.text("—"),
                        Prose.number(q.z(), 2)));
            }
        }
        return new Block.TableBlock(
                label,
                Prose.text("Theory and simulation at ")
                        .andMath(FormulaPhrases.assignment(typesetter, "t", last))
                        .and(
                                "; means over the runs, the standard error of their difference as found from the runs and as predicted, and z."),
                List.of(
                        Block.Column.left(""),
                        Block.Column.right("N"),
                        Block.Column.right("theory"),
                        Block.Column.right("simulation"),
                        Block.Column.right("error"),
                        Block.Column.right("predicted"),
                        Block.Column.right("z")),
                rows);
    }
}
