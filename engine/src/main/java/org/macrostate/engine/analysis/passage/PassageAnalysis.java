package org.macrostate.engine.analysis.passage;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.macrostate.engine.analysis.Analysis;
import org.macrostate.engine.analysis.AnswerView;
import org.macrostate.engine.analysis.Journaled;
import org.macrostate.engine.analysis.PointMeasures;
import org.macrostate.engine.analysis.RunOptions;
import org.macrostate.engine.analysis.SectionContext;
import org.macrostate.engine.analysis.SectionFigures;
import org.macrostate.engine.model.TimeGrid;
import org.macrostate.engine.model.TrajectoryOptions;
import org.macrostate.engine.option.AnalysisDeclaration;
import org.macrostate.engine.option.AnalysisOption;
import org.macrostate.engine.option.OptionType;
import org.macrostate.engine.option.OptionValues;
import org.macrostate.engine.output.RowWords;
import org.macrostate.engine.output.TerminalTable;
import org.macrostate.equations.BadInput;
import org.macrostate.reports.document.Section;

/** {@code passage}: first-passage times of SGD at finite N. */
public final class PassageAnalysis implements Analysis<PassageQuestion, PassageAnswer> {
    private static final AnalysisOption<Integer> RUNS = RunOptions.runs(1, 8, "runs at each dimension");
    private static final AnalysisOption<Integer> POINTS =
            TrajectoryOptions.points(PassageQuestion.POINTS, TimeGrid.MOST_POINTS);
    private static final AnalysisOption<String> OF = AnalysisOption.of(
                    "of",
                    OptionType.text(),
                    "EXPR",
                    "the quantity: an expression in order parameters, observables and parameters")
            .required();
    private static final AnalysisOption<Double> ABOVE =
            AnalysisOption.of("above", OptionType.number("the level"), "LEVEL", "the level to be exceeded");
    private static final AnalysisOption<Double> BELOW =
            AnalysisOption.of("below", OptionType.number("the level"), "LEVEL", "the level to fall below");

    @Override
    public AnalysisDeclaration declaration() {
        return new AnalysisDeclaration(
                "passage",
                "First-passage times of SGD at finite N: when a quantity first lies beyond a level.",
                List.of(
                        RunOptions.DIMENSIONS,
                        RUNS,
                        OF,
                        ABOVE,
                        BELOW,
                        TrajectoryOptions.UNTIL,
                        POINTS,
                        TrajectoryOptions.TIMES,
                        TrajectoryOptions.START,
                        RunOptions.REDUCED,
                        RunOptions.SEED),
                List.of("With --out, finished runs survive Ctrl-C, and --resume goes on to the same bytes."),
                List.of("macrostate passage linear-vae --dimension 100,1000 --runs 4 --of \"Abs[m[1,1]]\" --above 0.3\n"
                        + "  --until 2000 --reduced"));
    }

    @Override
    public PassageQuestion question(OptionValues values) {
        boolean below = values.has(BELOW);
        if (below == values.has(ABOVE)) {
            throw new BadInput("one of " + values.spelled(ABOVE) + " and " + values.spelled(BELOW)
                    + " is needed: the level to be passed");
        }
        return new PassageQuestion(
                values.get(RunOptions.DIMENSIONS),
                values.get(RUNS),
                values.get(OF),
                values.get(below ? BELOW : ABOVE),
                below,
                TrajectoryOptions.grid(values, POINTS),
                TrajectoryOptions.start(values),
                values.get(RunOptions.REDUCED),
                values.get(RunOptions.SEED));
    }

    @Override
    public Class<PassageAnswer> answers() {
        return PassageAnswer.class;
    }

    @Override
    public String found(PassageQuestion question, PassageAnswer answer) {
        return answer.ensembles().stream()
                .map(e -> "N = " + e.dimension() + ": mean time " + RowWords.number(e.mean()) + " of "
                        + RowWords.count(e.passed(), "run") + " that passed")
                .collect(Collectors.joining("; "));
    }

    @Override
    public String words(PassageQuestion question, PassageAnswer answer, AnswerView how) {
        return how.isInteractive()
                ? TerminalTable.of(answer.tables().get(0))
                : answer.tables().get(0).csv();
    }

    @Override
    public Optional<Journaled> journal() {
        return Optional.of(Journaled.TASKS);
    }

    @Override
    public Optional<Section> section(
            SectionContext context, SectionContext.AnsweredItem<PassageAnswer> answered, SectionFigures figures) {
        return Optional.of(PassageSection.of(context, answered));
    }

    @Override
    public List<PointMeasures> measures() {
        return List.of(new PassageMeasures());
    }

    @Override
    public Optional<Class<? extends Record>> keptAs() {
        return Optional.of(PassageAnswer.class);
    }
}
