package org.macrostate.engine.analysis.control;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.macrostate.engine.analysis.Analysis;
import org.macrostate.engine.analysis.AnswerFigure;
import org.macrostate.engine.analysis.AnswerView;
import org.macrostate.engine.analysis.SectionContext;
import org.macrostate.engine.analysis.SectionFigures;
import org.macrostate.engine.model.TrajectoryOptions;
import org.macrostate.engine.option.AnalysisDeclaration;
import org.macrostate.engine.option.AnalysisOption;
import org.macrostate.engine.option.Assignments;
import org.macrostate.engine.option.OptionType;
import org.macrostate.engine.option.OptionValues;
import org.macrostate.engine.output.TerminalTable;
import org.macrostate.reports.document.Section;
import org.macrostate.reports.table.NumberText;
import org.macrostate.reports.typeset.Typesetter;
import org.macrostate.solvers.control.ControlSearch;

/** {@code control}: optimal schedules of free form. */
public final class ControlAnalysis implements Analysis<ControlQuestion, ControlAnswer> {
    private static final int DIGITS = 7;
    private static final AnalysisOption<Map<String, String>> CONTROL = AnalysisOption.of(
                    "control",
                    OptionType.textsByName(),
                    "beta=a:b,…",
                    "parameters that are chosen as functions of time, each from a to b")
            .required();
    private static final AnalysisOption<String> GOAL = AnalysisOption.of(
                    "goal", OptionType.text(), "GOAL", "what is made small")
            .required();
    private static final AnalysisOption<Integer> PIECES = AnalysisOption.of(
                    "pieces", OptionType.whole(1, Integer.MAX_VALUE), "n", "pieces of equal length")
            .unlessGiven(Integer.toString(ControlQuestion.PIECES));
    private static final AnalysisOption<Boolean> LINEAR =
            AnalysisOption.flag("linear", "straight lines between knots instead of constant pieces");
    private static final AnalysisOption<Integer> STARTS = AnalysisOption.of(
                    "starts", OptionType.whole(1, ControlSearch.MOST_STARTS), "n", "starts of local searches")
            .unlessGiven(Integer.toString(ControlQuestion.STARTS));
    private static final AnalysisOption<String> COST =
            AnalysisOption.of("cost", OptionType.text(), "EXPR", "a running cost, whose integral is added to the goal");
    private static final AnalysisOption<String> BUDGET = AnalysisOption.of(
            "budget",
            OptionType.text(),
            "\"Integral[u] <= c\"",
            "an integral that may not exceed a value; several with ';' between");
    private static final AnalysisOption<List<String>> LOG = AnalysisOption.of(
            "log",
            OptionType.parsed(
                    text -> Assignments.names(text).stream().distinct().toList()),
            "D,…",
            "positive trained numbers that are integrated by their logarithm, so that no step leaves their domain");
    private static final AnalysisOption<Double> UNTIL = AnalysisOption.of(
            "until",
            OptionType.positive(),
            "T",
            "how far trajectories are followed where the goal is a time; 10000 unless given");
    private static final AnalysisOption<Long> SEED = TrajectoryOptions.seed("seed of the starts");

    @Override
    public AnalysisDeclaration declaration() {
        return new AnalysisDeclaration(
                "control",
                "The best schedule of free form: parameters as functions of time that serve a goal best.",
                List.of(CONTROL, GOAL, PIECES, LINEAR, UNTIL, TrajectoryOptions.START, STARTS, COST, BUDGET, LOG, SEED),
                List.of(
                        "Goals: 'OBS at T', the value then; 'Integral[OBS] at T'; 'time OBS < value' (or >), the first time it",
                        "holds, with pieces of the time until then. OBS is an observable or an expression in order parameters",
                        "and parameters. The lowest is the best. Gradients are exact for the integrator's own steps (discrete",
                        "adjoint); the result is the best of the starts, beside the best constant, ramp, step and tanh.",
                        "With --out FOLDER: control.csv, trajectory.csv (with costates and switching functions), starts.csv,",
                        "forms.csv, control.json and figures."),
                List.of(
                        "macrostate control linear-vae --control beta=0:3 --goal \"eps_g at 600\"",
                        "macrostate control soft-committee --control eta=0.1:2 --goal \"eps_g at 5\""));
    }

    @Override
    public ControlQuestion question(OptionValues values) {
        Optional<Double> until = values.find(UNTIL);
        return new ControlQuestion(
                values.at(CONTROL, () -> ControlRange.read(values.get(CONTROL))),
                values.at(GOAL, () -> ControlTarget.read(values.get(GOAL), until)),
                values.get(PIECES),
                values.get(LINEAR),
                values.get(STARTS),
                values.find(COST),
                values.at(
                        BUDGET,
                        () -> values.find(BUDGET).map(ControlBudget::read).orElseGet(List::of)),
                values.find(LOG).orElseGet(List::of),
                TrajectoryOptions.startOrUsual(values),
                values.get(SEED));
    }

    @Override
    public Class<ControlAnswer> answers() {
        return ControlAnswer.class;
    }

    @Override
    public String words(ControlQuestion question, ControlAnswer answer, AnswerView how) {
        return how.isInteractive()
                ? TerminalTable.of(ControlSummary.of(answer))
                : answer.written().control().csv();
    }

    @Override
    public String found(ControlQuestion question, ControlAnswer answer) {
        if (answer.objective().isEmpty()) {
            return "no start reaches the goal '" + question.target().text() + "'";
        }
        String best = "'" + question.target().text() + "' is "
                + NumberText.of(answer.objective().getAsDouble(), DIGITS) + " under the best of " + question.starts()
                + " starts";
        return answer.constant()
                .map(form -> best + ", " + NumberText.of(form.objective(), DIGITS) + " under the best constant"
                        + ramp(answer))
                .orElse(best);
    }

    private static String ramp(ControlAnswer answer) {
        return answer.result().forms().stream()
                .filter(form -> form.name().equals("ramp"))
                .mapToDouble(form -> answer.gain(form).orElse(Double.NaN))
                .filter(Double::isFinite)
                .mapToObj(part -> "; a straight line, with two constants, gets " + NumberText.of(100 * part, 3)
                        + " % of the gain")
                .findFirst()
                .orElse("");
    }

    @Override
    public boolean hasFigures() {
        return true;
    }

    @Override
    public List<String> figureNames() {
        return ControlDrawings.NAMES;
    }

    @Override
    public List<AnswerFigure<ControlAnswer>> figures(ControlQuestion question) {
        return ControlDrawings.NAMES.stream()
                .map(name -> new AnswerFigure<ControlAnswer>(name, (subject, answer, madeBy) -> new ControlDrawings(
                                Typesetter.of(subject.problem()), answer, "", madeBy)
                        .named(name)))
                .toList();
    }

    @Override
    public Optional<Section> section(
            SectionContext context, SectionContext.AnsweredItem<ControlAnswer> answered, SectionFigures figures) {
        return Optional.of(ControlSection.of(context, answered, figures));
    }

    @Override
    public Optional<Class<? extends Record>> keptAs() {
        return Optional.of(ControlAnswer.class);
    }
}
