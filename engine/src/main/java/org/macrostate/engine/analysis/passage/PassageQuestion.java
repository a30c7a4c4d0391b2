package org.macrostate.engine.analysis.passage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.macrostate.engine.analysis.ExecutionContext;
import org.macrostate.engine.analysis.Question;
import org.macrostate.engine.analysis.Runs;
import org.macrostate.engine.model.InitialCondition;
import org.macrostate.engine.model.ModelInstance;
import org.macrostate.engine.model.NumberFormula;
import org.macrostate.engine.model.Schedules;
import org.macrostate.engine.model.TimeGrid;
import org.macrostate.engine.sweep.Progress;
import org.macrostate.equations.BadInput;
import org.macrostate.solvers.finitesize.ObservedQuantities;
import org.macrostate.solvers.sgd.Run;
import org.macrostate.solvers.sgd.Simulation;
import org.macrostate.solvers.sgd.Start;

/**
 * First-passage times of SGD at finite N: when a quantity first lies beyond a level.
 *
 * @param dimensions N of each ensemble
 * @param runs of each ensemble
 * @param of a formula of order parameters, observables and parameters
 * @param below whether the quantity has to fall below the level
 * @param times when runs are looked at; between them the course is taken as straight
 * @param start prescribed overlaps; empty for random vectors
 * @param reduced the exact finite-N overlap process in place of vectors in R^N
 */
public record PassageQuestion(
        List<Integer> dimensions,
        int runs,
        String of,
        double level,
        boolean below,
        TimeGrid times,
        Optional<InitialCondition> start,
        boolean reduced,
        long randomSeed)
        implements Question {
    public static final String TABLE = "passage";
    public static final int POINTS = 501;

    /** @throws BadInput if there is no dimension */
    public PassageQuestion {
        dimensions = List.copyOf(dimensions);
        if (dimensions.isEmpty()) {
            throw new BadInput("first-passage times need at least one dimension");
        }
    }

    @Override
    public String name() {
        return "passage";
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
    public void requireFits(ModelInstance subject) {
        Runs.requireLearning(subject);
        dimensions.forEach(n -> new Runs(times, start, reduced, randomSeed).requireStart(subject, n));
        formula(subject);
    }

    private NumberFormula formula(ModelInstance subject) {
        TreeSet<String> names = new TreeSet<>(subject.parameterValues().keySet());
        names.addAll(subject.quantities());
        return NumberFormula.read(of, names, subject.sizes());
    }

    @Override
    public PassageAnswer answer(ModelInstance subject, ExecutionContext work) {
        requireFits(subject);
        Simulation simulation = Schedules.simulation(subject, Map.of());
        Runs plan = new Runs(times, start, reduced, randomSeed);
        Start initial = plan.start(subject);
        List<Runs.Task> tasks = new ArrayList<>();
        // The longest first, so that no thread is left with it at the end.
        for (int dimension :
                dimensions.stream().sorted(java.util.Comparator.reverseOrder()).toList()) {
            for (int run = 0; run < runs; run++) {
                tasks.add(new Runs.Task(simulation, initial, dimension, run));
            }
        }
        try (Progress.Stage stage = work.progress().begin(name(), plan.work(tasks))) {
            List<Run> made = plan.make(tasks, work, stage);
            ObservedQuantities observed = new ObservedQuantities(subject.compiled(), subject.parameters(), simulation);
            double[] at = times.array();
            NumberFormula formula = formula(subject);
            List<PassageAnswer.Ensemble> ensembles = new ArrayList<>();
            for (int dimension : dimensions) {
                double[] passages = IntStream.range(0, tasks.size())
                        .filter(i -> tasks.get(i).dimension() == dimension)
                        .mapToDouble(i -> passage(subject, observed.of(made.get(i), at), formula))
                        .toArray();
                ensembles.add(new PassageAnswer.Ensemble(dimension, passages));
            }
            return new PassageAnswer(this, ensembles);
        }
    }

    /** NaN if the run does not come so far. */
    private double passage(ModelInstance subject, double[][] rows, NumberFormula formula) {
        List<String> names = subject.quantities();
        Map<String, Double> numbers = new LinkedHashMap<>(subject.parameterValues());
        double before = Double.NaN;
        for (int i = 0; i < rows.length; i++) {
            for (int k = 0; k < names.size(); k++) {
                numbers.put(names.get(k), rows[i][k]);
            }
            double value = formula.at(numbers);
            if (below ? value < level : value > level) {
                double t = times.times().get(i);
                double last = i == 0 ? t : times.times().get(i - 1);
                return i == 0 ? t : last + (t - last) * (level - before) / (value - before);
            }
            before = value;
        }
        return Double.NaN;
    }
}
