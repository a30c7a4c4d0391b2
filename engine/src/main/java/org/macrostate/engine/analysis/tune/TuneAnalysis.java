package org.macrostate.engine.analysis.tune;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.macrostate.engine.analysis.Analysis;
import org.macrostate.engine.analysis.AnswerFigure;
import org.macrostate.engine.analysis.AnswerView;
import org.macrostate.engine.analysis.PointMeasures;
import org.macrostate.engine.analysis.SectionContext;
import org.macrostate.engine.analysis.SectionFigures;
import org.macrostate.engine.model.TrajectoryOptions;
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
import org.macrostate.solvers.tune.ScheduleConstant;

/** {@code tune}: the best constants of a schedule. */
public final class TuneAnalysis implements Analysis<TuneQuestion, TuneAnswer> {
    private static final AnalysisOption<Map<String, String>> SCHEDULE = AnalysisOption.of(
                    "schedule",
                    OptionType.textsByName(),
                    "beta=Tanh[gamma t]",
                    "parameters that follow an expression in t and constants")
            .required();
    private static final AnalysisOption<List<ScheduleConstant>> VARY = AnalysisOption.of(
                    "vary", OptionType.parsed(TuneQuestion::ranges), "gamma=a:b,…", "the constants, each from a to b")
            .required();
    private static final AnalysisOption<String> GOAL = AnalysisOption.of(
                    "goal", OptionType.text(), "GOAL", "what is made small")
            .required();
    private static final AnalysisOption<Double> UNTIL =
            AnalysisOption.of("until", OptionType.positive(), "T", "end, t = steps / N; 10000 unless given");
    private static final AnalysisOption<Long> SEED = TrajectoryOptions.seed("seed of CMA-ES");

    @Override
    public AnalysisDeclaration declaration() {
        return new AnalysisDeclaration(
                "tune",
                "The constants of a schedule that serve a goal best.",
                List.of(SCHEDULE, VARY, GOAL, TrajectoryOptions.START, UNTIL, SEED),
                List.of(
                        "Goals: 'time OBS < value' (or >), the first time it holds; 'OBS at T', the value then; 'minimum OBS'.",
                        "OBS is an observable or an expression in order parameters. The least value is the best. One constant: a",
                        "grid (logarithmic where the range spans over 1.5 decades), then Brent's method; several: CMA-ES.",
                        "Free form: beta=Knots[0,400,800] (or Knots[0:800:9], Steps[…]) with --vary beta=0:2 searches the values at",
                        "these times, by CMA-ES and then BOBYQA.",
                        "With --out FOLDER: tune.csv (all that was tried), tuned.csv (the best in time), tune.json and a figure."),
                List.of("macrostate tune linear-vae --schedule \"beta=Tanh[gamma t]\" --vary gamma=1e-5:1\n"
                        + "  --goal \"time eps_g < 0.1\" --start m=0.01,d=0.1 --until 3000"));
    }

    @Override
    public TuneQuestion question(OptionValues values) {
        Optional<Double> until = values.find(UNTIL);
        String goal = values.get(GOAL);
        return new TuneQuestion(
                values.get(SCHEDULE),
                values.get(VARY),
                values.at(GOAL, () -> TuneGoal.read(goal, until)),
                TrajectoryOptions.startOrUsual(values),
                values.get(SEED));
    }

    @Override
    public Class<TuneAnswer> answers() {
        return TuneAnswer.class;
    }

    @Override
    public String found(TuneQuestion question, TuneAnswer answer) {
        DataTable summary = answer.summary();
        if (summary.rows().isEmpty()) {
            return "no trial reached the goal";
        }
        return (answer.landscape().isFlat() ? "no optimum, all trials are alike, for instance: " : "best found: ")
                + RowWords.of(summary, 0, 0);
    }

    @Override
    public String words(TuneQuestion question, TuneAnswer answer, AnswerView how) {
        return how.isInteractive()
                ? TerminalTable.of(answer.summary())
                : answer.tables().get(0).csv();
    }

    @Override
    public boolean hasFigures() {
        return true;
    }

    @Override
    public List<String> figureNames() {
        return List.of(TuneDrawing.NAME);
    }

    @Override
    public List<AnswerFigure<TuneAnswer>> figures(TuneQuestion question) {
        return List.of(new AnswerFigure<>(
                TuneDrawing.NAME,
                (subject, answer, madeBy) -> TuneDrawing.alone(Typesetter.of(subject.problem()), answer, madeBy)));
    }

    @Override
    public Optional<Section> section(
            SectionContext context, SectionContext.AnsweredItem<TuneAnswer> answered, SectionFigures figures) {
        if (answered.answer().landscape().best().isEmpty()) {
            return Optional.of(TuneSection.of(context, answered, Optional.empty()));
        }
        Drawing drawing = new TuneDrawing(
                        context.typesetter(), answered.answer(), answered.item().suffix())
                .drawing(figures.madeBy());
        return Optional.of(TuneSection.of(
                context,
                answered,
                Optional.of(
                        figures.drawn(TuneSection.label(answered), TuneSection.caption(context, answered), drawing))));
    }

    @Override
    public List<PointMeasures> measures() {
        return List.of(new OptimumMeasures(), new TrajectoryMeasures());
    }

    @Override
    public Optional<Class<? extends Record>> keptAs() {
        return Optional.of(TuneAnswer.class);
    }
}
