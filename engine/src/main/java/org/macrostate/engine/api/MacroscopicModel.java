package org.macrostate.engine.api;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.macrostate.engine.analysis.Analysis;
import org.macrostate.engine.analysis.Answer;
import org.macrostate.engine.analysis.AskedQuestion;
import org.macrostate.engine.analysis.ExecutionContext;
import org.macrostate.engine.analysis.Question;
import org.macrostate.engine.cache.SystemCache;
import org.macrostate.engine.model.ModelInstance;
import org.macrostate.engine.model.Settings;
import org.macrostate.engine.model.SettingsOptions;
import org.macrostate.engine.model.SymbolicWork;
import org.macrostate.engine.option.OptionValues;
import org.macrostate.engine.registry.Analyses;
import org.macrostate.engine.sweep.Progress;
import org.macrostate.engine.sweep.Runner;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.TimeLimit;
import org.macrostate.equations.model.BundledModels;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.model.ModelFile;

/**
 * A learning problem with its parameters and sizes set, and the questions that can be asked of it. Immutable, and safe for
 * many threads; equations are derived once, when the first question needs them.
 *
 * <p>A wrong argument throws {@link BadInput} with a message for people; a computation that does not converge is an answer
 * with a status ({@link AnswerStatus}).
 */
public final class MacroscopicModel {
    private static final SymbolicWork WORK = new SymbolicWork(TimeLimit.DEFAULT, SystemCache.standard());

    private final ModelInstance subject;

    private MacroscopicModel(ModelInstance subject) {
        this.subject = subject;
    }

    /** Names of the models that come with the program. */
    public static List<String> bundled() {
        return BundledModels.names();
    }

    /**
     * A bundled model.
     *
     * @throws BadInput if there is none of this name
     */
    public static MacroscopicModel bundled(String name) {
        return of(BundledModels.problem(name));
    }

    /**
     * A model from a file.
     *
     * @throws BadInput if it cannot be read or is no model; the message says in which line
     */
    public static MacroscopicModel read(Path file) {
        return of(ModelFile.read(file));
    }

    /**
     * A model from the text of a file.
     *
     * @throws BadInput if it is no model; the message says in which line
     */
    public static MacroscopicModel parse(String yaml) {
        return of(ModelFile.read(yaml, "the text"));
    }

    /** A problem made with {@link LearningProblem#named}. */
    public static MacroscopicModel of(LearningProblem problem) {
        return new MacroscopicModel(ModelInstance.of(problem, Settings.NONE, WORK));
    }

    /** The model's name. */
    public String name() {
        return subject.problem().name();
    }

    /** Names of the order parameters and trained scalars, in the order of the state, as {@code m[1,1]}. */
    public List<String> state() {
        return subject.compiled().bound().state().labels();
    }

    /** The values of all parameters, by name. */
    public Map<String, Double> parameters() {
        return subject.parameterValues();
    }

    /**
     * The same with a parameter set; a name without index sets all copies.
     *
     * @throws BadInput if there is no such parameter, or the value is outside its domain
     */
    public MacroscopicModel set(String parameter, double value) {
        return new MacroscopicModel(subject.with(new Settings(Map.of(parameter, value), Map.of())));
    }

    /**
     * The same with another number of copies.
     *
     * @throws BadInput if there is no such size, or the value is not positive
     */
    public MacroscopicModel size(String name, int value) {
        return new MacroscopicModel(subject.with(new Settings(Map.of(), Map.of(name, value))));
    }

    /** The same as gradient flow: learning rates to zero, their ratios kept, time in units of 1/rate. */
    public MacroscopicModel atSmallRates() {
        OptionValues values =
                OptionValues.ofCommand(SettingsOptions.all(), Map.of("limit", "small-rate"), Optional.empty());
        return new MacroscopicModel(subject.with(SettingsOptions.settings(values)));
    }

    /** The order-parameter equations, t = steps / N. */
    public DerivedEquations derive() {
        return new DerivedEquations(
                ask("derive", Map.of()).text(),
                ask("derive", Map.of("format", "latex")).text());
    }

    /**
     * A trajectory: a column {@code t}, the state, the observables.
     *
     * @param start order parameters at t = 0 by name; those left out have usual values, a norm 1, an overlap with a fixed
     *     vector 0.01
     * @param until end, t = steps / N, positive
     * @param rows from 0 to the end, equally spaced
     */
    public ModelAnswer integrate(Map<String, Double> start, double until, int rows) {
        String said = start.entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue())
                .collect(Collectors.joining(","));
        Map<String, String> options = new java.util.LinkedHashMap<>();
        options.put("until", String.valueOf(until));
        options.put("points", String.valueOf(rows));
        if (!said.isEmpty()) {
            options.put("start", said);
        }
        return ask("integrate", options);
    }

    /** All fixed points that many starts find, up to symmetries of the equations. */
    public List<RestPoint> fixedPoints() {
        List<RestPoint> points = new ArrayList<>();
        for (Object point : list(ask("fixed-points", Map.of()).json().get("fixed points"))) {
            points.add(RestPoint.of((Map<?, ?>) point));
        }
        return points;
    }

    /**
     * Where a named state changes stability in one parameter. Parameters that are zero are put in as zero, all others stay
     * symbols.
     *
     * @throws BadInput if there is no such state or parameter
     */
    public List<StabilityThreshold> thresholds(String state, String solve) {
        List<StabilityThreshold> thresholds = new ArrayList<>();
        ModelAnswer answer = ask("thresholds", Map.of("state", state, "solve", solve));
        for (Object block : list(answer.json().get("blocks"))) {
            for (Object boundary : list(((Map<?, ?>) block).get("boundaries"))) {
                thresholds.add(StabilityThreshold.of((Map<?, ?>) boundary));
            }
        }
        return thresholds;
    }

    /**
     * Branches of fixed points followed in a parameter, with their bifurcations.
     *
     * @param from one end of the parameter's range, {@code to} the other
     */
    public ModelAnswer branch(String parameter, double from, double to) {
        return ask("branch", Map.of("vary", parameter + "=" + from + ":" + to));
    }

    /** The phase of every point of a grid: tables {@code phase} and {@code boundaries}. */
    public ModelAnswer phaseDiagram(GridRange x, GridRange y) {
        return ask("phase-diagram", Map.of("x", x.toString(), "y", y.toString()));
    }

    /**
     * The derivation against SGD itself: a statistical verdict, {@link AnswerStatus#CHECK_FAILED} if they disagree.
     *
     * @param dimensions N of the runs, increasing
     * @param runs at each dimension
     * @param until end, t = steps / N
     */
    public ModelAnswer check(List<Integer> dimensions, int runs, double until) {
        String all = dimensions.stream().map(String::valueOf).collect(Collectors.joining(","));
        return ask("check", Map.of("dimension", all, "runs", String.valueOf(runs), "until", String.valueOf(until)));
    }

    /**
     * Any command that asks something of a model, with its options by their names without dashes: what {@code macrostate
     * COMMAND --help} lists. A flag has the value {@code true}.
     *
     * @throws BadInput if there is no such command, or an option is wrong
     */
    public ModelAnswer ask(String command, Map<String, String> options) {
        Analysis<?, ?> analysis =
                Analyses.find(command).orElseThrow(() -> BadInput.unknownName("command", command, Analyses.names()));
        List<String> known = analysis.declaration().options().stream()
                .flatMap(option -> option.names().stream())
                .toList();
        for (String option : options.keySet()) {
            if (!known.contains(option)) {
                throw BadInput.unknownName("option of " + command, option, known);
            }
        }
        return answered(analysis, options);
    }

    private <Q extends Question, A extends Answer> ModelAnswer answered(
            Analysis<Q, A> analysis, Map<String, String> options) {
        ExecutionContext work =
                new ExecutionContext(new Runner(Runtime.getRuntime().availableProcessors()), Progress.SILENT);
        AskedQuestion<Q, A> asked = AskedQuestion.of(analysis, options, subject, work);
        A answer = asked.answer();
        return new ModelAnswer(
                asked.found(),
                AnswerStatus.of(answer.outcome()),
                asked.words(asked.madeBy("Java"), false, Optional.empty()),
                answer.tables().stream().map(AnswerTable::new).toList(),
                answer.json(),
                answer.notes());
    }

    private static List<?> list(@org.jspecify.annotations.Nullable Object json) {
        return json instanceof List<?> list ? list : List.of();
    }

    @Override
    public String toString() {
        return name() + " " + parameters();
    }
}
