package org.macrostate.engine.analysis.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.macrostate.engine.analysis.ExecutionContext;
import org.macrostate.engine.analysis.Question;
import org.macrostate.engine.analysis.Runs;
import org.macrostate.engine.model.InitialCondition;
import org.macrostate.engine.model.ModelInstance;
import org.macrostate.engine.model.Schedules;
import org.macrostate.engine.model.TimeGrid;
import org.macrostate.engine.sweep.Progress;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.solvers.finitesize.CheckResult;
import org.macrostate.solvers.finitesize.Ensemble;
import org.macrostate.solvers.finitesize.EnsembleTheory;
import org.macrostate.solvers.finitesize.FiniteSizeCheck;
import org.macrostate.solvers.finitesize.LearningReach;
import org.macrostate.solvers.finitesize.Quantity;
import org.macrostate.solvers.finitesize.ScheduledTheory;
import org.macrostate.solvers.integrate.QuadratureAlong;
import org.macrostate.solvers.integrate.Tolerances;
import org.macrostate.solvers.sgd.Optimizer;
import org.macrostate.solvers.sgd.Run;
import org.macrostate.solvers.sgd.Simulation;

/**
 * The derivation against SGD, as a statistical test.
 *
 * @param dimensions N of each ensemble
 * @param runs of each ensemble
 * @param start prescribed overlaps; empty for random vectors, and then each run's theory starts where the run did
 * @param reduced the exact finite-N overlap process in place of vectors in R^N
 * @param schedules texts of expressions in t, by parameter
 * @param inSinglePrecision vectors in R^N as floats
 */
public record CheckQuestion(
        List<Integer> dimensions,
        int runs,
        TimeGrid times,
        Optional<InitialCondition> start,
        boolean reduced,
        long randomSeed,
        Map<String, String> schedules,
        boolean inSinglePrecision)
        implements Question {
    public static final String TABLE = "check";
    public static final int POINTS = 6;
    private static final Tolerances ACCURACY = Tolerances.DEFAULT;

    /** @throws BadInput if there is no dimension, one twice, or fewer than two runs */
    public CheckQuestion {
        dimensions = List.copyOf(dimensions);
        schedules = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(schedules));
        if (dimensions.isEmpty() || dimensions.stream().distinct().count() < dimensions.size()) {
            throw new BadInput("a check needs different dimensions, at least one, found " + dimensions);
        }
        if (runs < 2) {
            throw new BadInput("a check needs at least 2 runs, found " + runs);
        }
    }

    /** In double precision. */
    public CheckQuestion(
            List<Integer> dimensions,
            int runs,
            TimeGrid times,
            Optional<InitialCondition> start,
            boolean reduced,
            long randomSeed,
            Map<String, String> schedules) {
        this(dimensions, runs, times, start, reduced, randomSeed, schedules, false);
    }

    private Runs plan(TimeGrid at) {
        return new Runs(at, start, reduced, randomSeed, Optimizer.SGD, inSinglePrecision);
    }

    @Override
    public String name() {
        return "check";
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
    public Map<String, Double> tolerances() {
        Map<String, Double> tolerances = new LinkedHashMap<>();
        tolerances.put("relative", ACCURACY.relative());
        tolerances.put("absolute", ACCURACY.absolute());
        return tolerances;
    }

    @Override
    public void requireFits(ModelInstance subject) {
        Runs.requireLearning(subject);
        Runs.requireWholeTheory(subject);
        subject.settings().theory().requireFiniteRates(name());
        Schedules.read(subject.problem(), schedules);
        Runs plan = plan(times);
        plan.requireStart(
                subject, dimensions.stream().mapToInt(Integer::intValue).toArray());
    }

    @Override
    public CheckAnswer answer(ModelInstance subject, ExecutionContext work) {
        requireFits(subject);
        Map<String, Expression> scheduled = Schedules.read(subject.problem(), schedules);
        Simulation simulation = Schedules.simulation(subject, scheduled);
        // Time 0 is looked at as well: there a run's own theory starts.
        List<Double> all = new ArrayList<>(List.of(0.0));
        all.addAll(times.afterStart().times());
        Runs plan = plan(new TimeGrid(all));
        List<Runs.Task> tasks = new ArrayList<>();
        // The longest first, so that no thread is left with it at the end.
        for (int dimension :
                dimensions.stream().sorted(Comparator.reverseOrder()).toList()) {
            for (int run = 0; run < runs; run++) {
                tasks.add(new Runs.Task(simulation, plan.start(subject), dimension, run));
            }
        }
        try (Progress.Stage stage = work.progress().begin(name(), plan.work(tasks))) {
            List<Run> made = List.copyOf(plan.make(tasks, work, stage));
            ScheduledTheory theory =
                    Schedules.theory(subject, Schedules.compiled(subject, scheduled), scheduled, ACCURACY, simulation);
            EnsembleTheory ensemble = new EnsembleTheory(theory, randomSeed);
            double[] at = plan.times().array();
            List<Ensemble> ensembles =
                    dimensions.stream().map(n -> ensemble.ensemble(n, made, at)).toList();
            FiniteSizeCheck check =
                    FiniteSizeCheck.of(subject.quantities(), times.afterStart().times());
            CheckResult result = check.judge(ensembles);
            Optional<LearningReach> reach = LearningReach.of(theory, made, java.util.Collections.max(dimensions), at);
            return new CheckAnswer(this, result, check.level(), numerical(subject, scheduled, result), reach);
        }
    }

    private Optional<QuadratureAlong> numerical(
            ModelInstance subject, Map<String, Expression> scheduled, CheckResult result) {
        int largest = java.util.Collections.max(dimensions);
        List<String> labels = subject.compiled().bound().state().labels();
        double[] at = times.afterStart().array();
        double[][] states = new double[at.length][labels.size()];
        for (Quantity q : result.quantities()) {
            int column = labels.indexOf(q.name());
            int row = java.util.Arrays.binarySearch(at, q.t());
            if (q.dimension() == largest && column >= 0 && row >= 0) {
                states[row][column] = q.theory();
            }
        }
        return Schedules.quadrature(subject, scheduled, at, states, OptionalLong.empty());
    }
}
