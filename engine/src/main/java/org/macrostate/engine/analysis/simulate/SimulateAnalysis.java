package org.macrostate.engine.analysis.simulate;

import java.util.ArrayList;
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
                        RunOptions.FLOAT,
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
                values.find(OPTIMIZER).orElse(Optimizer.SGD),
                values.get(RunOptions.FLOAT));
    }

    @Override
    public Class<SimulateAnswer> answers() {
        return SimulateAnswer.class;
    }

    @Override
    public String found(SimulateQuestion question, SimulateAnswer answer) {
        String runs = RowWords.count(answer.runs(), "run") + " at N = " + answer.dimension();
        int last = answer.curves().size() - 1;
        if (last < 0 || answer.curves().get(last).runs().stream().allMatch(run -> run.length == 0)) {
            return runs + ": nothing was reached";
        }
        String of = answer.curves()
                .get(last)
                .value()
                .map(value -> ", " + question.curves().parameter() + " = " + RowWords.number(value))
                .orElse("");
        return runs + of + ": at the end mean " + ends(answer, last);
    }

    /** Of each of the first quantities the mean over runs of what each reached last. */
    private static String ends(SimulateAnswer answer, int curve) {
        DataTable table = answer.tables().get(0);
        int first = table.columns().size() - answer.names().size();
        List<Object> means = new ArrayList<>();
        for (int column = first; column < table.columns().size(); column++) {
            means.add(meanOfLast(table, answer, curve, column));
        }
        return RowWords.of(new DataTable(SimulateQuestion.TABLE, answer.names(), List.of(means)), 0, 0);
    }

    private static double meanOfLast(DataTable table, SimulateAnswer answer, int curve, int column) {
        int row = answer.curves().subList(0, curve).stream()
                .flatMap(before -> before.runs().stream())
                .mapToInt(run -> run.length)
                .sum();
        double sum = 0;
        int count = 0;
        for (double[][] run : answer.curves().get(curve).runs()) {
            row += run.length;
            if (run.length > 0 && table.rows().get(row - 1).get(column) instanceof Number reached) {
                sum += reached.doubleValue();
                count++;
            }
        }
        return sum / count;
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
