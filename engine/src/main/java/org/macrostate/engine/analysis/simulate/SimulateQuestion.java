package org.macrostate.engine.analysis.simulate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.macrostate.engine.analysis.Curves;
import org.macrostate.engine.analysis.ExecutionContext;
import org.macrostate.engine.analysis.LazyList;
import org.macrostate.engine.analysis.Question;
import org.macrostate.engine.analysis.Runs;
import org.macrostate.engine.model.InitialCondition;
import org.macrostate.engine.model.ModelInstance;
import org.macrostate.engine.model.Schedules;
import org.macrostate.engine.model.TimeGrid;
import org.macrostate.engine.model.UndefinedObservables;
import org.macrostate.engine.sweep.Progress;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.solvers.finitesize.ObservedQuantities;
import org.macrostate.solvers.kernel.CompiledSystem;
import org.macrostate.solvers.sgd.Optimizer;
import org.macrostate.solvers.sgd.Run;
import org.macrostate.solvers.sgd.Simulation;
import org.macrostate.solvers.sgd.Start;

/**
 * One-pass SGD itself.
 *
 * @param dimension N
 * @param runs how many, each with its own seed
 * @param start prescribed overlaps; empty for random vectors
 * @param reduced the exact finite-N overlap process in place of vectors in R^N
 * @param curves values of a parameter, all runs for each
 * @param optimizer what is done with the gradient; anything but plain SGD is outside the theory
 * @param inSinglePrecision vectors in R^N as floats
 */
public record SimulateQuestion(
        int dimension,
        int runs,
        TimeGrid times,
        Optional<InitialCondition> start,
        boolean reduced,
        long randomSeed,
        Map<String, String> schedules,
        Curves curves,
        Optimizer optimizer,
        boolean inSinglePrecision)
        implements Question {
    public static final String TABLE = "simulation";
    public static final int POINTS = 21;
    private static final Run.Outcome COMPLETED = new Run.Completed();

    public SimulateQuestion {
        schedules = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(schedules));
    }

    private Runs plan() {
        return new Runs(times, start, reduced, randomSeed, optimizer, inSinglePrecision);
    }

    /** Plain SGD. */
    public SimulateQuestion(
            int dimension,
            int runs,
            TimeGrid times,
            Optional<InitialCondition> start,
            boolean reduced,
            long randomSeed,
            Map<String, String> schedules,
            Curves curves) {
        this(dimension, runs, times, start, reduced, randomSeed, schedules, curves, Optimizer.SGD, false);
    }

    @Override
    public String name() {
        return "simulate";
    }

    @Override
    public List<String> tables() {
        return List.of(TABLE);
    }

    @Override
    public Optional<Long> seed() {
        return Optional.of(randomSeed);
    }

    @Override
    public boolean usesTheory() {
        return false;
    }

    @Override
    public void requireFits(ModelInstance subject) {
        Runs.requireLearning(subject);
        subject.settings().theory().requireFiniteRates(name());
        Schedules.read(subject.problem(), schedules);
        curves.of(subject);
        plan().requireStart(subject, dimension);
    }

    @Override
    public SimulateAnswer answer(ModelInstance subject, ExecutionContext work) {
        requireFits(subject);
        Map<String, Expression> scheduled = Schedules.read(subject.problem(), schedules);
        Runs plan = plan();
        List<Curves.At> all = curves.of(subject);
        List<Runs.Task> tasks = new ArrayList<>();
        for (Curves.At at : all) {
            Simulation simulation = Schedules.simulation(at.subject(), scheduled);
            Start initial = plan.start(at.subject());
            for (int run = 0; run < runs; run++) {
                tasks.add(new Runs.Task(simulation, initial, dimension, run));
            }
        }
        CompiledSystem system = Schedules.compiled(subject, scheduled);
        double[] at = times.array();
        try (Progress.Stage stage = work.progress().begin(name(), plan.work(tasks))) {
            List<Run> made = plan.make(tasks, work, stage);
            List<SimulateAnswer.Curve> answers = new ArrayList<>();
            for (int i = 0; i < all.size(); i++) {
                List<Run> own = made.subList(i * runs, (i + 1) * runs);
                ObservedQuantities observed = new ObservedQuantities(
                        system,
                        all.get(i).subject().parameters(),
                        tasks.get(i * runs).simulation());
                answers.add(new SimulateAnswer.Curve(
                        all.get(i).value(),
                        new LazyList<>(runs, run -> observed.of(own.get(run), at)),
                        own.stream()
                                .map(Run::outcome)
                                .map(SimulateQuestion::shared)
                                .toList()));
            }
            return new SimulateAnswer(this, subject.quantities(), answers, notes(subject, system, all, answers));
        }
    }

    /** Of a million runs that came to the end, one object says so. */
    private static Run.Outcome shared(Run.Outcome outcome) {
        return outcome instanceof Run.Completed ? COMPLETED : outcome;
    }

    private List<String> notes(
            ModelInstance subject, CompiledSystem system, List<Curves.At> all, List<SimulateAnswer.Curve> answers) {
        UndefinedObservables undefined = new UndefinedObservables(subject, system.bound()::observables);
        for (int i = 0; i < answers.size(); i++) {
            String at = answers.get(i)
                    .value()
                    .map(v -> " at " + curves.parameter() + " = " + v)
                    .orElse("");
            double[] parameters = all.get(i).subject().parameters();
            for (int run = 0; run < answers.get(i).runs().size(); run++) {
                double[][] rows = answers.get(i).runs().get(run);
                for (int row = 0; row < rows.length; row++) {
                    int number = run + 1;
                    double t = times.times().get(row);
                    double[] state = Arrays.copyOf(rows[row], system.length());
                    double[] observed = Arrays.copyOfRange(rows[row], system.length(), rows[row].length);
                    undefined.look(() -> "in run " + number + at + ", t = " + t, t, state, parameters, observed);
                }
            }
        }
        return undefined.notes();
    }
}
