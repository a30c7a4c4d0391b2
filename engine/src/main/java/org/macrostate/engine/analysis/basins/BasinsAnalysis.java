package org.macrostate.engine.analysis.basins;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.macrostate.engine.analysis.Analysis;
import org.macrostate.engine.analysis.AnswerFigure;
import org.macrostate.engine.analysis.AnswerView;
import org.macrostate.engine.analysis.Journaled;
import org.macrostate.engine.analysis.SectionContext;
import org.macrostate.engine.analysis.SectionFigures;
import org.macrostate.engine.option.AnalysisDeclaration;
import org.macrostate.engine.option.AnalysisOption;
import org.macrostate.engine.option.OptionType;
import org.macrostate.engine.option.OptionValues;
import org.macrostate.engine.output.DataTable;
import org.macrostate.engine.output.RowWords;
import org.macrostate.engine.output.TerminalTable;
import org.macrostate.engine.report.Drawing;
import org.macrostate.reports.document.Section;
import org.macrostate.reports.typeset.Typesetter;
import org.macrostate.solvers.phase.Basins;

/** {@code basins}: which stable state each of a family of starts reaches. */
public final class BasinsAnalysis implements Analysis<BasinsQuestion, BasinsAnswer> {
    private static final AnalysisOption<BasinsQuestion> START = AnalysisOption.of(
                    "start",
                    OptionType.parsed(BasinsQuestion::read),
                    "P=a:b:n,…",
                    "starts: ranges with numbers of points, or values")
            .required();

    @Override
    public AnalysisDeclaration declaration() {
        return new AnalysisDeclaration(
                "basins",
                "Which stable state each of a family of starts reaches, as a map.",
                List.of(START),
                List.of(
                        "One or two order parameters get a range and a number of points, others a value; what is not mentioned starts",
                        "as in 'integrate'. Starts that no vectors have are marked, as are those that run away or do not settle.",
                        "Stable limit cycles count as attractors.",
                        "With --out FOLDER: basins.csv, attractors.csv, basins.json and the figure; what is finished survives Ctrl-C,",
                        "and --resume goes on to the same bytes."),
                List.of("macrostate basins linear-vae --start m=-0.5:0.5:5,d=-0.5:0.5:5"));
    }

    @Override
    public BasinsQuestion question(OptionValues values) {
        return values.get(START);
    }

    @Override
    public Class<BasinsAnswer> answers() {
        return BasinsAnswer.class;
    }

    @Override
    public String found(BasinsQuestion question, BasinsAnswer answer) {
        DataTable attractors = answer.attractors();
        List<String> said = new ArrayList<>();
        for (List<Object> row : attractors.rows()) {
            said.add(row.get(1) + " from " + row.get(2));
        }
        for (List<Object> row : answer.turning().rows()) {
            said.add(row.get(1) + " from " + row.get(2));
        }
        return RowWords.count(said.size(), "attractor") + " reached from "
                + answer.basins().reached().length + " starts" + (said.isEmpty() ? "" : ": " + String.join(", ", said));
    }

    @Override
    public String words(BasinsQuestion question, BasinsAnswer answer, AnswerView how) {
        return how.isInteractive()
                ? summary(answer)
                : answer.tables().stream().map(DataTable::csv).collect(Collectors.joining("\r\n"));
    }

    private static String summary(BasinsAnswer answer) {
        String others = List.of(Basins.DIVERGES, Basins.UNDECIDED, Basins.LEAVES_DOMAIN, Basins.IMPOSSIBLE).stream()
                .filter(kind -> answer.count(kind) > 0)
                .map(kind -> answer.word(kind) + ": " + answer.count(kind) + " starts\n")
                .collect(Collectors.joining());
        String cycles = answer.basins().cycles().isEmpty() ? "" : "\n" + TerminalTable.of(answer.turning());
        return TerminalTable.of(answer.attractors()) + cycles + others;
    }

    @Override
    public boolean hasFigures() {
        return true;
    }

    @Override
    public List<String> figureNames() {
        return List.of(BasinsDrawing.NAME);
    }

    @Override
    public List<AnswerFigure<BasinsAnswer>> figures(BasinsQuestion question) {
        return List.of(new AnswerFigure<>(
                BasinsDrawing.NAME,
                (subject, answer, madeBy) -> BasinsDrawing.alone(Typesetter.of(subject.problem()), answer, madeBy)));
    }

    @Override
    public Optional<Journaled> journal() {
        return Optional.of(Journaled.TASKS);
    }

    @Override
    public Optional<Section> section(
            SectionContext context, SectionContext.AnsweredItem<BasinsAnswer> answered, SectionFigures figures) {
        Drawing drawing = BasinsDrawing.of(
                context.typesetter(), answered.answer(), answered.item().suffix(), figures.madeBy());
        return Optional.of(BasinsSection.of(
                context,
                answered,
                figures.drawn(BasinsSection.label(answered), BasinsSection.caption(context, answered), drawing)));
    }
}
