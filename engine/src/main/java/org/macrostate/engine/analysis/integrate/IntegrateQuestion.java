package org.macrostate.engine.analysis.integrate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.macrostate.engine.analysis.Curves;
import org.macrostate.engine.analysis.ExecutionContext;
import org.macrostate.engine.analysis.Question;
import org.macrostate.engine.analysis.StageProgress;
import org.macrostate.engine.model.InitialCondition;
import org.macrostate.engine.model.ModelInstance;
import org.macrostate.engine.model.Schedules;
import org.macrostate.engine.model.TimeGrid;
import org.macrostate.engine.model.UndefinedObservables;
import org.macrostate.engine.sweep.Progress;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.TimeLimit;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.solvers.finitesize.ScheduledTheory;
import org.macrostate.solvers.integrate.Integration;
import org.macrostate.solvers.integrate.Tolerances;
import org.macrostate.solvers.integrate.Trajectory;
import org.macrostate.solvers.integrate.TrajectoryProblem;
import org.macrostate.solvers.kernel.CompiledSystem;

/**
 * The course of the order parameters in time.
 *
 * @param times when rows are wanted
 * @param schedules texts of expressions in t, by parameter
 * @param curves values of a parameter, one curve each
 * @param bands the spread of finite-N runs, if it is asked for
 * @param method of integration
 */
public record IntegrateQuestion(
        TimeGrid times,
        InitialCondition start,
        Tolerances accuracy,
        Map<String, String> schedules,
        Curves curves,
        Optional<Bands> bands,
        Integration.Method method)
        implements Question {
    public static final String TABLE = "trajectory";
    public static final int POINTS = 201;
    private static final long TICKS = 1000;

    public IntegrateQuestion {
        schedules = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(schedules));
    }

    /** By the usual method. */
    public IntegrateQuestion(
            TimeGrid times,
            InitialCondition start,
            Tolerances accuracy,
            Map<String, String> schedules,
            Curves curves,
            Optional<Bands> bands) {
        this(times, start, accuracy, schedules, curves, bands, Integration.Method.LEAN);
    }

    /** Without bands. */
    public IntegrateQuestion(
            TimeGrid times, InitialCondition start, Tolerances accuracy, Map<String, String> schedules, Curves curves) {
        this(times, start, accuracy, schedules, curves, Optional.empty(), Integration.Method.LEAN);
    }

    @Override
    public String name() {
        return "integrate";
    }

    @Override
    public List<String> tables() {
        return List.of(TABLE);
    }

    @Override
    public Optional<Long> seed() {
        return bands.map(Bands::seed);
    }

    @Override
    public Map<String, Double> tolerances() {
        Map<String, Double> tolerances = new LinkedHashMap<>();
        tolerances.put("relative", accuracy.relative());
        tolerances.put("absolute", accuracy.absolute());
        return tolerances;
    }

    @Override
    public void requireFits(ModelInstance subject) {
        Schedules.read(subject.problem(), schedules);
        curves.of(subject);
        start.state(subject);
        bands.ifPresent(asked -> BandedTrajectory.requireFits(subject, start, asked));
    }

    @Override
    public IntegrateAnswer answer(ModelInstance subject, ExecutionContext work) {
        requireFits(subject);
        if (times.isLong()) {
            throw new BadInput("all rows of an answer are in memory: ask for at most " + TimeGrid.MOST_POINTS
                    + " points, were " + times.times().size());
        }
        var scheduled = Schedules.read(subject.problem(), schedules);
        CompiledSystem system = system(subject);
        List<Curves.At> all = curves.of(subject);
        double[] begin = start.state(subject);
        try (Progress.Stage stage = work.progress().begin(name(), TICKS * all.size())) {
            List<IntegrateAnswer.Curve> answers = work.runner().all(all.size(), i -> {
                ModelInstance at = all.get(i).subject();
                IntegrateAnswer.Curve curve =
                        curve(system, scheduled, all.get(i), begin, new StageProgress(stage, times.end(), TICKS));
                return bands.map(asked -> {
                            ScheduledTheory theory = Schedules.theory(
                                    at, system, scheduled, accuracy, Schedules.simulation(at, scheduled));
                            return new BandedTrajectory(at, theory, start).of(curve, asked);
                        })
                        .orElse(curve);
            });
            TimeLimit.putInOrder();
            return new IntegrateAnswer(
                    curves,
                    system.bound().state().labels(),
                    subject.system().observables().stream().map(o -> o.name()).toList(),
                    begin,
                    bands.map(Bands::dimension),
                    new ArrayList<>(answers),
                    notes(subject, system, all, answers));
        }
    }

    private List<String> notes(
            ModelInstance subject, CompiledSystem system, List<Curves.At> all, List<IntegrateAnswer.Curve> answers) {
        UndefinedObservables undefined = new UndefinedObservables(subject, system.bound()::observables);
        for (int i = 0; i < answers.size(); i++) {
            IntegrateAnswer.Curve curve = answers.get(i);
            String at = curve.value()
                    .map(v -> curves.parameter() + " = " + v + ", ")
                    .orElse("");
            double[] parameters = all.get(i).subject().parameters();
            for (int row = 0; row < curve.observables().length; row++) {
                double t = curve.trajectory().times()[row];
                undefined.look(
                        () -> "at " + at + "t = " + t,
                        t,
                        curve.trajectory().states()[row],
                        parameters,
                        curve.observables()[row]);
            }
        }
        List<String> notes = new ArrayList<>(undefined.notes());
        if (system.bound().loops().isPresent()
                && !subject.system().numericalPieces().isEmpty()) {
            notes.add(
                    "some terms are integrated numerically; how far they are off is not estimated at sizes where sums are"
                            + " loops over indices");
        }
        return notes;
    }

    /** The subject's equations under the schedules. */
    CompiledSystem system(ModelInstance subject) {
        return Schedules.compiled(subject, Schedules.read(subject.problem(), schedules));
    }

    private IntegrateAnswer.Curve curve(
            CompiledSystem system,
            Map<String, Expression> scheduled,
            Curves.At at,
            double[] start,
            StageProgress ticks) {
        double[] parameters = at.subject().parameters();
        Trajectory trajectory = Integration.with(accuracy)
                .by(method)
                .naming(system.bound().state().labels())
                .withProgress(ticks::at)
                .integrate(TrajectoryProblem.fromZero(system, parameters, start, times.array()));
        ticks.at(times.end());
        return new IntegrateAnswer.Curve(
                at.value(),
                trajectory,
                trajectory.evaluate(system.observables(), parameters),
                Optional.empty(),
                Schedules.quadrature(
                        at.subject(),
                        scheduled,
                        trajectory.times(),
                        trajectory.states(),
                        OptionalLong.of(trajectory.evaluations())));
    }
}
