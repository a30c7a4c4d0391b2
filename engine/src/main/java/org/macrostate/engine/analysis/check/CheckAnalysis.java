package org.macrostate.engine.analysis.check;

import java.util.List;
import java.util.Optional;
import org.macrostate.engine.analysis.Analysis;
import org.macrostate.engine.analysis.AnswerView;
import org.macrostate.engine.analysis.Journaled;
import org.macrostate.engine.analysis.RunOptions;
import org.macrostate.engine.analysis.SectionContext;
import org.macrostate.engine.analysis.SectionFigures;
import org.macrostate.engine.model.TimeGrid;
import org.macrostate.engine.model.TrajectoryOptions;
import org.macrostate.engine.option.AnalysisDeclaration;
import org.macrostate.engine.option.AnalysisOption;
import org.macrostate.engine.option.OptionType;
import org.macrostate.engine.option.OptionValues;
import org.macrostate.engine.output.TerminalTable;
import org.macrostate.engine.report.Drawing;
import org.macrostate.equations.BadInput;
import org.macrostate.reports.document.Prose;
import org.macrostate.reports.document.Section;
import org.macrostate.solvers.finitesize.LearningReach;
import org.macrostate.solvers.sgd.Optimizer;

/** {@code check}: the derivation against SGD. */
public final class CheckAnalysis implements Analysis<CheckQuestion, CheckAnswer> {
    private static final AnalysisOption<Integer> RUNS = RunOptions.runs(2, 16, "runs at each dimension");
    private static final AnalysisOption<Integer> POINTS =
            TrajectoryOptions.points(CheckQuestion.POINTS, TimeGrid.MOST_POINTS);
    private static final AnalysisOption<Optimizer> OPTIMIZER = AnalysisOption.of(
            "optimizer", OptionType.parsed(Optimizer::read), "sgd", "nothing but sgd: the theory is that of plain SGD");

    @Override
    public AnalysisDeclaration declaration() {
        return new AnalysisDeclaration(
                "check",
                "The derivation against SGD: a statistical verdict. Exit status 1 if they disagree.",
                List.of(
                        RunOptions.DIMENSIONS,
                        RUNS,
                        TrajectoryOptions.UNTIL,
                        POINTS,
                        TrajectoryOptions.TIMES,
                        TrajectoryOptions.START,
                        RunOptions.REDUCED,
                        RunOptions.FLOAT,
                        RunOptions.SEED,
                        TrajectoryOptions.SCHEDULE,
                        OPTIMIZER),
                List.of(
                        "Tested is the deviation extrapolated to N = infinity, of every order parameter and observable at every",
                        "time, with Holm's correction. Without --start each run begins with random vectors, and its theory there."),
                List.of("macrostate check linear-vae --dimension 100,200,400 --runs 8 --until 10 --set tau=0.1"));
    }

    @Override
    public CheckQuestion question(OptionValues values) {
        values.find(OPTIMIZER)
                .filter(chosen -> !(chosen instanceof Optimizer.Sgd))
                .ifPresent(chosen -> {
                    throw new BadInput("there is no theory of " + chosen.text()
                            + " to check: it holds for plain SGD. 'macrostate simulate --optimizer " + chosen.text()
                            + "' shows how far off it then is");
                });
        return new CheckQuestion(
                values.get(RunOptions.DIMENSIONS),
                values.get(RUNS),
                TrajectoryOptions.grid(values, POINTS),
                TrajectoryOptions.start(values),
                values.get(RunOptions.REDUCED),
                values.get(RunOptions.SEED),
                TrajectoryOptions.schedules(values),
                values.get(RunOptions.FLOAT));
    }

    @Override
    public Class<CheckAnswer> answers() {
        return CheckAnswer.class;
    }

    @Override
    public String found(CheckQuestion question, CheckAnswer answer) {
        return answer.result().passed() ? "the check passed" : "the check did not pass";
    }

    @Override
    public String words(CheckQuestion question, CheckAnswer answer, AnswerView how) {
        return TerminalTable.of(answer.tables().get(0)) + "\n" + answer.result().explanation() + "\n"
                + answer.reach()
                        .map(LearningReach::told)
                        .map(answered -> Character.toUpperCase(answered.charAt(0)) + answered.substring(1) + ".\n")
                        .orElse("")
                + (answer.result().passed() ? "check passed\n" : "check not passed\n");
    }

    @Override
    public Optional<Journaled> journal() {
        return Optional.of(Journaled.TASKS);
    }

    @Override
    public List<String> figureNames() {
        return List.of(ScoresDrawing.NAME);
    }

    @Override
    public Optional<Class<? extends Record>> keptAs() {
        return Optional.of(CheckAnswer.class);
    }

    @Override
    public Optional<Section> section(
            SectionContext context, SectionContext.AnsweredItem<CheckAnswer> answered, SectionFigures figures) {
        Drawing scores = new ScoresDrawing(
                        context.typesetter(), answered.answer(), answered.item().suffix())
                .drawing(figures.madeBy());
        Prose caption =
                Prose.text("Scores z of every quantity at the last time. Of normal deviations 95 % lie between the "
                        + "dashed lines; at small N the bias of order 1/N comes on top.");
        return Optional.of(CheckSection.of(context, answered)
                .with(figures.drawn("scores of " + answered.item().name(), caption, scores)));
    }

    @Override
    public Prose inAbstract(SectionContext context, SectionContext.AnsweredItem<CheckAnswer> answered) {
        return Prose.text(
                switch (answered.answer().result().verdict()) {
                    case PASSED -> " Simulations of SGD at finite N agree with the theory within their error bars.";
                    case FAILED -> " Simulations of SGD at finite N disagree with the theory.";
                    case INCONCLUSIVE -> " Simulations of SGD at finite N allow no verdict on the theory.";
                });
    }
}
