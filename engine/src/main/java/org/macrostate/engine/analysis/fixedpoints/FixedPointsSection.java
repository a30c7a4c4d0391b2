package org.macrostate.engine.analysis.fixedpoints;

import java.util.ArrayList;
import java.util.List;
import org.macrostate.engine.analysis.SectionContext;
import org.macrostate.engine.report.FormulaPhrases;
import org.macrostate.reports.document.Block;
import org.macrostate.reports.document.Prose;
import org.macrostate.reports.document.Section;
import org.macrostate.reports.typeset.Typesetter;
import org.macrostate.solvers.fixedpoint.FixedPoint;

/** The fixed points as a table. */
public final class FixedPointsSection {
    private static final int WIDEST = 8;

    private FixedPointsSection() {}

    public static Section of(SectionContext context, SectionContext.AnsweredItem<FixedPointsAnswer> answered) {
        FixedPointsAnswer answer = answered.answer();
        Typesetter typesetter = context.typesetter();
        String label = "table of " + answered.item().name();
        List<Block> blocks = new ArrayList<>();
        long stable = answer.found().stable().size();
        blocks.add(new Block.Paragraph(Prose.text("At ")
                .and(context.where(answered.item().subject()))
                .and(", the search (" + answer.found().starts() + " starts, of which "
                        + answer.found().converged() + " led to a root) found "
                        + FormulaPhrases.plural(answer.found().points().size(), "fixed point") + ", "
                        + FormulaPhrases.count(stable)
                        + " of them stable; images under symmetries are counted once. Table ")
                .andRef(label)
                .and(" lists them with the largest real part of their eigenvalues.")));
        blocks.add(table(answer, typesetter, label));
        return new Section("Fixed points", answered.item().name(), blocks, List.of());
    }

    private static Block table(FixedPointsAnswer answer, Typesetter typesetter, String label) {
        List<String> shown = answer.labels().size() + answer.observables().size() <= WIDEST
                ? answer.labels()
                : answer.labels()
                        .subList(
                                0,
                                Math.max(
                                        1,
                                        Math.min(
                                                answer.labels().size(),
                                                WIDEST - answer.observables().size())));
        List<Block.Column> columns = new ArrayList<>(
                List.of(Block.Column.left("phase"), Block.Column.left("stability"), Block.Column.right("leading")));
        shown.forEach(name -> columns.add(right(typesetter, name)));
        answer.observables().forEach(name -> columns.add(right(typesetter, name)));
        List<List<Prose>> rows = new ArrayList<>();
        for (FixedPoint point : answer.found().points()) {
            List<Prose> row = new ArrayList<>(List.of(
                    Prose.text(point.phase()),
                    Prose.text(point.stability().text()),
                    FormulaPhrases.number(point.eigenvalues().get(0).getRealPart())));
            for (int i = 0; i < shown.size(); i++) {
                row.add(FormulaPhrases.number(rounded(point.state()[i])));
            }
            for (double value : point.observables()) {
                row.add(FormulaPhrases.number(rounded(value)));
            }
            rows.add(row);
        }
        String rest = shown.size() < answer.labels().size() ? " The other order parameters are in the CSV file." : "";
        return new Block.TableBlock(label, Prose.text("Fixed points." + rest), columns, rows);
    }

    private static Block.Column right(Typesetter typesetter, String name) {
        return new Block.Column(Prose.math(FormulaPhrases.symbol(typesetter, name)), Block.Align.RIGHT);
    }

    /** What is zero but for rounding is shown as zero. */
    private static double rounded(double value) {
        return Math.abs(value) < 1e-12 ? 0 : value;
    }
}
