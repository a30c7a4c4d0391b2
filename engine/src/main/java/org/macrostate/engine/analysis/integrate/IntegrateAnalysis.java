package org.macrostate.engine.analysis.integrate;

import java.util.List;
import java.util.Optional;
import org.macrostate.engine.analysis.Analysis;
import org.macrostate.engine.analysis.AnswerFigure;
import org.macrostate.engine.analysis.AnswerView;
import org.macrostate.engine.analysis.Curves;
import org.macrostate.engine.analysis.CurvesOption;
import org.macrostate.engine.analysis.LiveInput;
import org.macrostate.engine.analysis.RowStream;
import org.macrostate.engine.analysis.Runs;
import org.macrostate.engine.analysis.SectionContext;
import org.macrostate.engine.analysis.SectionFigures;
import org.macrostate.engine.model.ModelInstance;
import org.macrostate.engine.model.TimeGrid;
import org.macrostate.engine.model.TrajectoryOptions;
import org.macrostate.engine.option.AnalysisDeclaration;
import org.macrostate.engine.option.AnalysisOption;
import org.macrostate.engine.option.OptionType;
import org.macrostate.engine.option.OptionValues;
import org.macrostate.engine.output.DataTable;
import org.macrostate.engine.output.RowWords;
import org.macrostate.equations.BadInput;
import org.macrostate.reports.document.Block;
import org.macrostate.reports.document.Section;
import org.macrostate.reports.typeset.Typesetter;
import org.macrostate.solvers.integrate.Integration;
import org.macrostate.solvers.integrate.Tolerances;

/** {@code integrate}: the order parameters in time, as CSV. */
public final class IntegrateAnalysis implements Analysis<IntegrateQuestion, IntegrateAnswer> {
    private static final AnalysisOption<Integer> POINTS =
            TrajectoryOptions.points(IntegrateQuestion.POINTS, TimeGrid.MOST_STREAMED);
    private static final AnalysisOption<Double> RTOL = AnalysisOption.of(
                    "rtol", OptionType.positive(), "x", "relative tolerance of a step")
            .unlessGiven("1e-8");
    private static final AnalysisOption<Double> ATOL = AnalysisOption.of(
                    "atol", OptionType.positive(), "x", "absolute tolerance of a step")
            .unlessGiven("1e-10");
    private static final AnalysisOption<Integration.Method> METHOD = AnalysisOption.of(
                    "method",
                    OptionType.choice(List.of(Integration.Method.values()), Integration.Method::text),
                    "lean|hipparchus|rodas",
                    "lean: Dormand-Prince 8(5,3), left for Rodas5P where the system is stiff;",
                    "hipparchus: another implementation of it, for comparison; rodas: Rodas5P from the start")
            .unlessGiven("lean");
    private static final AnalysisOption<Boolean> BANDS = AnalysisOption.flag(
            "bands",
            "columns 'sd …': the predicted standard deviation of one run at --dimension N, observables included.",
            "With --start random the spread of the starts is in it");
    private static final AnalysisOption<Integer> DIMENSION = AnalysisOption.of(
            "dimension",
            OptionType.whole(1, Runs.LARGEST_DIMENSION),
            "N",
            "dimension of the runs that --bands is about");
    private static final AnalysisOption<Long> SEED =
            TrajectoryOptions.seed("of the sampled diffusion, where --bands has no closed form");

    @Override
    public AnalysisDeclaration declaration() {
        return new AnalysisDeclaration(
                "integrate",
                "Integrate the order-parameter equations; the result is CSV.",
                List.of(
                        TrajectoryOptions.UNTIL,
                        POINTS,
                        TrajectoryOptions.TIMES,
                        TrajectoryOptions.START,
                        TrajectoryOptions.SCHEDULE,
                        CurvesOption.CURVES,
                        RTOL,
                        ATOL,
                        METHOD,
                        BANDS,
                        DIMENSION,
                        SEED),
                List.of(
                        "Where nothing is said of it, a norm starts at 1, an overlap between trained vectors at 0, one with a",
                        "fixed vector at 0.01 (0.001 between different copies), a trained number where the model says.",
                        "More than 1000000 rows are written while they are computed, to standard output or to --out NAME.csv.",
                        "The method is Dormand-Prince 8(5,3); where the system is stiff it is left for Rodas5P, and the JSON",
                        "result says from when ('stiff from')."),
                List.of("macrostate integrate linear-vae --until 1500 --start m=0.01,d=0.1 --set beta=0.5"));
    }

    @Override
    public IntegrateQuestion question(OptionValues values) {
        Tolerances accuracy = new Tolerances(values.get(RTOL), values.get(ATOL));
        return new IntegrateQuestion(
                TrajectoryOptions.grid(values, POINTS),
                TrajectoryOptions.startOrUsual(values),
                accuracy,
                TrajectoryOptions.schedules(values),
                CurvesOption.read(values),
                bands(values),
                values.get(METHOD));
    }

    private static Optional<Bands> bands(OptionValues values) {
        if (!values.get(BANDS)) {
            if (values.has(DIMENSION)) {
                throw new BadInput(values.spelled(DIMENSION) + " says how wide " + values.spelled(BANDS)
                        + " are; without them it has no meaning");
            }
            return Optional.empty();
        }
        int dimension = values.find(DIMENSION)
                .orElseThrow(() -> new BadInput(values.spelled(BANDS) + " needs " + values.spelled(DIMENSION)
                        + " N, the dimension of the runs"));
        return Optional.of(new Bands(dimension, values.get(SEED)));
    }

    @Override
    public Class<IntegrateAnswer> answers() {
        return IntegrateAnswer.class;
    }

    @Override
    public String found(IntegrateQuestion question, IntegrateAnswer answer) {
        DataTable table = answer.tables().get(0);
        int last = table.rows().size() - 1;
        return last < 0 ? "nothing was reached" : "at the end " + RowWords.of(table, last, 0);
    }

    @Override
    public String words(IntegrateQuestion question, IntegrateAnswer answer, AnswerView how) {
        return answer.tables().get(0).csv();
    }

    @Override
    public boolean hasFigures() {
        return true;
    }

    @Override
    public List<String> figureNames() {
        return List.of(LearningCurves.NAME, LearningCurves.SGD, LearningCurves.BANDS);
    }

    @Override
    public List<AnswerFigure<IntegrateAnswer>> figures(IntegrateQuestion question) {
        return List.of(new AnswerFigure<>(
                TrajectoryDrawing.NAME,
                (subject, answer, madeBy) ->
                        TrajectoryDrawing.alone(Typesetter.of(subject.problem()), answer, madeBy)));
    }

    @Override
    public Optional<Class<? extends Record>> keptAs() {
        return Optional.of(IntegrateAnswer.class);
    }

    @Override
    public Optional<RowStream> stream(IntegrateQuestion question, ModelInstance subject) {
        if (!question.times().isLong()) {
            return Optional.empty();
        }
        String most = " keep all rows in memory: ask for at most " + TimeGrid.MOST_POINTS + " points, were "
                + question.times().times().size();
        if (question.bands().isPresent()) {
            throw new BadInput("--bands" + most);
        }
        if (!question.curves().equals(Curves.ONE)) {
            throw new BadInput("--curves" + most);
        }
        return Optional.of(new StreamedTrajectory(question, subject));
    }

    @Override
    public Optional<Section> section(
            SectionContext context, SectionContext.AnsweredItem<IntegrateAnswer> answered, SectionFigures figures) {
        LearningCurves curves = new LearningCurves(context, answered);
        Block figure = figures.drawn(
                CurvesSection.label(answered),
                CurvesSection.caption(context, answered, curves),
                curves.drawing(figures.madeBy()));
        return Optional.of(CurvesSection.of(context, answered, curves, figure));
    }

    @Override
    public LiveInput live(IntegrateQuestion question, IntegrateAnswer answer) {
        return question.start().random()
                ? LiveInput.NONE
                : LiveInput.of(
                        new LiveInput.Run(question.start(), question.times().end()));
    }
}
