package org.macrostate.engine.study.question;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.macrostate.engine.sweep.Progress;
import org.macrostate.equations.BadInput;
import org.macrostate.solvers.finitesize.Ensemble;
import org.macrostate.solvers.finitesize.FiniteSizeCheck;
import org.macrostate.solvers.integrate.Integration;
import org.macrostate.solvers.integrate.Tolerances;
import org.macrostate.solvers.integrate.Trajectory;
import org.macrostate.solvers.integrate.TrajectoryProblem;
import org.macrostate.solvers.kernel.CompiledSystem;
import org.macrostate.solvers.sgd.Run;
import org.macrostate.solvers.sgd.Simulation;

/**
 * The derivation against SGD, as a statistical test.
 *
 * @param dimensions N of each ensemble
 * @param runs of each ensemble
 * @param start prescribed overlaps; empty for random vectors, and then each run's theory starts where the run did
 * @param reduced the exact finite-N overlap process in place of vectors in R^N
 */
public record CheckQuestion(
        List<Integer> dimensions, int runs, TimeGrid times, Optional<Beginning> start, boolean reduced, long randomSeed)
        implements Question {
    public static final String TABLE = "check";
    public static final int POINTS = 6;
    private static final Tolerances ACCURACY = Tolerances.DEFAULT;

    /** @throws BadInput if there is no dimension, one twice, or fewer than two runs */
    public CheckQuestion {
        dimensions = List.copyOf(dimensions);
        if (dimensions.isEmpty() || dimensions.stream().distinct().count() < dimensions.size()) {
            throw new BadInput("a check needs different dimensions, at least one, found " + dimensions);
        }
        if (runs < 2) {
            throw new BadInput("a check needs at least 2 runs, found " + runs);
        }
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
    public void requireFits(Subject subject) {
        Runs.requireLearning(subject);
        subject.settings().theory().requireFiniteRates(name());
        Runs plan = new Runs(times, start, reduced, randomSeed);
        dimensions.forEach(dimension -> plan.requireStart(subject, dimension));
    }

    @Override
    public CheckAnswer answer(Subject subject, Work work) {
        requireFits(subject);
        Simulation simulation = Simulation.of(
                subject.problem(), subject.sizes(), subject.settings().parameters(), Map.of());
        // Time 0 is looked at as well: there a run's own theory starts.
        List<Double> all = new ArrayList<>(List.of(0.0));
        all.addAll(times.afterStart().times());
        Runs plan = new Runs(new TimeGrid(all), start, reduced, randomSeed);
        List<Runs.Task> tasks = new ArrayList<>();
        long steps = 0;
        // The longest first, so that no thread is left with it at the end.
        for (int dimension :
                dimensions.stream().sorted(java.util.Comparator.reverseOrder()).toList()) {
            steps += plan.steps(dimension, runs);
            for (int run = 0; run < runs; run++) {
                tasks.add(new Runs.Task(simulation, plan.start(subject), dimension, run));
            }
        }
        try (Progress.Stage stage = work.progress().begin(name(), steps)) {
            List<Run> made = plan.make(tasks, work, stage);
            List<Ensemble> ensembles = dimensions.stream()
                    .map(n -> ensemble(subject, simulation, plan, n, made))
                    .toList();
            FiniteSizeCheck check = FiniteSizeCheck.of(
                    Observed.names(subject), times.afterStart().times());
            return new CheckAnswer(this, check.judge(ensembles), check.level());
        }
    }

    private Ensemble ensemble(Subject subject, Simulation simulation, Runs plan, int dimension, List<Run> made) {
        Observed observed = new Observed(subject, simulation);
        List<double[][]> simulated = new ArrayList<>();
        List<double[][]> theory = new ArrayList<>();
        int lost = 0;
        for (Run run : made) {
            if (run.dimension() == dimension) {
                double[][] rows = observed.of(run, plan.times());
                Optional<double[][]> own = run.completed() ? theory(subject, rows[0], plan.times()) : Optional.empty();
                if (own.isPresent()) {
                    simulated.add(withoutStart(rows));
                    theory.add(withoutStart(own.get()));
                } else {
                    lost++;
                }
            }
        }
        double[] start = meanStart(observed, dimension, made, subject);
        Optional<double[][]> predicted = new Prediction(subject, simulation, start, randomSeed)
                .at(times.afterStart().times());
        return new Ensemble(dimension, simulated, theory, predicted, lost);
    }

    /** Where the runs of a dimension start, on average. */
    private static double[] meanStart(Observed observed, int dimension, List<Run> made, Subject subject) {
        double[] mean = new double[subject.compiled().length()];
        List<Run> own =
                made.stream().filter(run -> run.dimension() == dimension).toList();
        TimeGrid atStart = new TimeGrid(List.of(0.0));
        for (Run run : own) {
            double[] start =
                    observed.of(new Run(dimension, run.index(), run.states().subList(0, 1), run.outcome()), atStart)[0];
            for (int i = 0; i < mean.length; i++) {
                mean[i] += start[i] / own.size();
            }
        }
        return mean;
    }

    /** The theory from a run's own start, empty where it does not reach the end. */
    private static Optional<double[][]> theory(Subject subject, double[] start, TimeGrid times) {
        CompiledSystem system = subject.compiled();
        double[] state = java.util.Arrays.copyOf(start, system.length());
        Trajectory trajectory = Integration.with(ACCURACY)
                .integrate(
                        TrajectoryProblem.fromZero(system.rightHandSide(), subject.parameters(), state, times.array()));
        if (!trajectory.completed()) {
            return Optional.empty();
        }
        double[][] rows = new double[times.times().size()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = Observed.row(
                    trajectory.states()[i], times.times().get(i), system.observables(), subject.parameters());
        }
        return Optional.of(rows);
    }

    private static double[][] withoutStart(double[][] rows) {
        return java.util.Arrays.copyOfRange(rows, 1, rows.length);
    }
}
