package org.macrostate.engine.analysis.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.macrostate.engine.analysis.Analysis;
import org.macrostate.engine.analysis.AnswerFigure;
import org.macrostate.engine.analysis.AnswerView;
import org.macrostate.engine.analysis.Journaled;
import org.macrostate.engine.analysis.PointMeasures;
import org.macrostate.engine.model.TrajectoryOptions;
import org.macrostate.engine.option.AnalysisDeclaration;
import org.macrostate.engine.option.AnalysisOption;
import org.macrostate.engine.option.OptionType;
import org.macrostate.engine.option.OptionValues;
import org.macrostate.reports.typeset.Typesetter;

/** {@code sweep}: measures at every combination of several parameters' values. */
public final class SweepAnalysis implements Analysis<SweepQuestion, SweepAnswer> {
    private static final int MOST_PAIRS = 8;
    private static final AnalysisOption<SweepAxes> OVER = AnalysisOption.of(
                    "over",
                    OptionType.parsed(SweepAxes::read),
                    "P=a:b:n,…",
                    "the parameters: P=a:b:n a grid, P=log:a:b:n a logarithmic one, P=[a, b, c] a list, P=sobol:a:b:n (or",
                    "sobol-log) points that fill the box of all such parameters evenly")
            .required();
    private static final AnalysisOption<String> MEASURE = AnalysisOption.of(
                    "measure", OptionType.text(), "M; …", "what is measured at each point, with semicolons between")
            .required();
    private static final AnalysisOption<Double> UNTIL = AnalysisOption.of(
            "until", OptionType.positive(), "T", "end of trajectories that no measure ends; 10000 unless given");
    private static final AnalysisOption<Long> SEED = TrajectoryOptions.seed("seed of random starts and of runs");

    private final MeasureFamilies families;

    /** @param measures of all analyses, asked for when one is read */
    public SweepAnalysis(Supplier<List<PointMeasures>> measures) {
        this.families = new MeasureFamilies(measures);
    }

    @Override
    public AnalysisDeclaration declaration() {
        return new AnalysisDeclaration(
                "sweep",
                "Measures at every combination of any number of parameters; the result is CSV.",
                List.of(OVER, MEASURE, TrajectoryOptions.START, UNTIL, SEED),
                List.of(
                        "Measures: 'phase', 'stable fixed points', an observable (of the stable state), 'fixed points', 'eigenvalue',",
                        "'stable EXPRESSION'; 'EXPRESSION at T', 'time EXPRESSION < VALUE' (or >) and 'minimum EXPRESSION' along the",
                        "trajectory; 'passage EXPRESSION > VALUE at N=200 runs=8', a mean over runs of SGD; 'threshold STATE PARAMETER',",
                        "the nearest value at which the state's stability changes; 'optimum GOAL with SCHEDULE, CONSTANT=a:b' and",
                        "'optimal CONSTANT of GOAL with …', what tune finds.",
                        "The table has a column for each parameter, one for each measure under its text, then 'notes'. With --out,",
                        "finished tasks survive Ctrl-C; --resume goes on to the same bytes, and --shard shares them among machines."),
                List.of("macrostate sweep linear-vae --over \"beta=0.5:3:6, eta=0.5:2:4, tau=log:1e-3:1:3\"\n"
                        + "  --measure \"phase; eps_g; eps_g at 100\" --out sweep.csv"));
    }

    @Override
    public SweepQuestion question(OptionValues values) {
        List<String> measures = Stream.of(values.get(MEASURE).split(";", -1))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
        return new SweepQuestion(
                values.get(OVER),
                measures,
                TrajectoryOptions.startOrUsual(values),
                values.find(UNTIL),
                values.get(SEED),
                families);
    }

    @Override
    public Class<SweepAnswer> answers() {
        return SweepAnswer.class;
    }

    @Override
    public String words(SweepQuestion question, SweepAnswer answer, AnswerView how) {
        return answer.tables().get(0).csv();
    }

    @Override
    public String found(SweepQuestion question, SweepAnswer answer) {
        return question.measures().size() + (question.measures().size() == 1 ? " measure" : " measures") + " at "
                + answer.count() + " points of " + question.over().axes().size()
                + (question.over().axes().size() == 1 ? " parameter" : " parameters");
    }

    @Override
    public boolean hasFigures() {
        return true;
    }

    @Override
    public List<AnswerFigure<SweepAnswer>> figures(SweepQuestion question) {
        List<AnswerFigure<SweepAnswer>> figures = new ArrayList<>();
        figures.add(new AnswerFigure<>(
                SweepSlices.NAME, (subject, answer, madeBy) -> new SweepSlices(Typesetter.of(subject.problem()), answer)
                        .drawing(madeBy)));
        int pairs = question.over().axes().size() < 2
                ? 0
                : Math.min(MOST_PAIRS, question.measures().size());
        for (int k = 0; k < pairs; k++) {
            int measure = k;
            figures.add(new AnswerFigure<>(SweepPairs.name(measure), (subject, answer, madeBy) -> new SweepPairs(
                            Typesetter.of(subject.problem()), answer, measure)
                    .drawing(madeBy)));
        }
        return figures;
    }

    @Override
    public Optional<Journaled> journal() {
        return Optional.of(Journaled.TASKS);
    }
}
