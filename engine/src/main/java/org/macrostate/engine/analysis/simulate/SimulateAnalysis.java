package org.macrostate.engine.analysis.simulate;

import java.util.List;
import java.util.Optional;
import org.macrostate.engine.analysis.Analysis;
import org.macrostate.engine.analysis.AnswerView;
import org.macrostate.engine.analysis.CurvesOption;
import org.macrostate.engine.analysis.Journaled;
import org.macrostate.engine.analysis.RunOptions;
import org.macrostate.engine.analysis.Runs;
import org.macrostate.engine.model.TimeGrid;
import org.macrostate.engine.model.TrajectoryOptions;
import org.macrostate.engine.option.AnalysisDeclaration;
import org.macrostate.engine.option.AnalysisOption;
import org.macrostate.engine.option.OptionType;
import org.macrostate.engine.option.OptionValues;
import org.macrostate.engine.output.DataTable;
import org.macrostate.engine.output.RowWords;
import org.macrostate.solvers.sgd.Optimizer;

/** {@code simulate}: SGD itself. */
public final class SimulateAnalysis implements Analysis<SimulateQuestion, SimulateAnswer> {
    private static final AnalysisOption<Integer> DIMENSION = AnalysisOption.of(
                    "dimension", OptionType.whole(1, Runs.LARGEST_DIMENSION), "N", "dimension of the vectors")
            .required();
    private static final AnalysisOption<Integer> RUNS = RunOptions.runs(1, 1, "runs, each with its own seed");
    private static final AnalysisOption<Integer> POINTS =
            TrajectoryOptions.points(SimulateQuestion.POINTS, TimeGrid.MOST_POINTS);
    private static final AnalysisOption<Optimizer> OPTIMIZER = AnalysisOption.of(
            "optimizer",
            OptionType.parsed(Optimizer::read),
            "momentum:0.9",
            "momentum[:mu] or adam[:rate[,beta1,beta2]] in place of plain SGD, on the vectors themselves: a warning",
            "instrument. The theory is that of plain SGD, and such runs are marked as outside of it");

    @Override
    public AnalysisDeclaration declaration() {
        return new AnalysisDeclaration(
                "simulate",
                "One-pass SGD in R^N, straight from the model's loss; the result is CSV.",
                List.of(
                        DIMENSION,
                        RUNS,
                        TrajectoryOptions.UNTIL,
                        POINTS,
                        TrajectoryOptions.TIMES,
                        TrajectoryOptions.START,
                        RunOptions.REDUCED,
                        RunOptions.SEED,
                        TrajectoryOptions.SCHEDULE,
                        CurvesOption.CURVES,
                        OPTIMIZER),
                List.of(
                        "Without --start the trained vectors have independent normal coordinates of variance 1. With --out, finished",
                        "runs survive Ctrl-C, and --resume goes on to the same bytes."),
                List.of("macrostate simulate linear-vae --dimension 200 --runs 2 --until 20 --set tau=0.1"));
    }

    @Override
    public SimulateQuestion question(OptionValues values) {
        return new SimulateQuestion(
                values.get(DIMENSION),
                values.get(RUNS),
                TrajectoryOptions.grid(values, POINTS),
                TrajectoryOptions.start(values),
                values.get(RunOptions.REDUCED),
                values.get(RunOptions.SEED),
                TrajectoryOptions.schedules(values),
                CurvesOption.read(values),
                values.find(OPTIMIZER).orElse(Optimizer.SGD));
    }

    @Override
    public Class<SimulateAnswer> answers() {
        return SimulateAnswer.class;
    }

    @Override
    public String found(SimulateQuestion question, SimulateAnswer answer) {
        DataTable table = answer.tables().get(0);
        int last = table.rows().size() - 1;
        return last < 0 ? "nothing was reached" : "at the end " + RowWords.of(table, last, 0);
    }

    @Override
    public String words(SimulateQuestion question, SimulateAnswer answer, AnswerView how) {
        return answer.tables().get(0).csv();
    }

    @Override
    public List<String> warnings(SimulateQuestion question) {
        return question.optimizer() instanceof Optimizer.Sgd
                ? List.of()
                : List.of(question.optimizer().text()
                        + " is outside the theory, which holds for plain SGD: these runs check nothing");
    }

    @Override
    public Optional<Journaled> journal() {
        return Optional.of(Journaled.TASKS);
    }

    @Override
    public Optional<Class<? extends Record>> keptAs() {
        return Optional.of(SimulateAnswer.class);
    }
}
