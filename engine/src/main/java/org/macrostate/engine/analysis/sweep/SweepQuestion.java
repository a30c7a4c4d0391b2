package org.macrostate.engine.analysis.sweep;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.macrostate.engine.analysis.ExecutionContext;
import org.macrostate.engine.analysis.PointMeasures;
import org.macrostate.engine.analysis.Question;
import org.macrostate.engine.analysis.Tasks;
import org.macrostate.engine.model.InitialCondition;
import org.macrostate.engine.model.ModelInstance;
import org.macrostate.engine.sweep.Progress;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.model.Domain;

/**
 * Measures at every combination of several parameters' values.
 *
 * @param measures texts, each read by the analysis it belongs to
 * @param until how far trajectories are followed, if that is said
 */
public record SweepQuestion(
        SweepAxes over,
        List<String> measures,
        InitialCondition start,
        Optional<Double> until,
        long randomSeed,
        MeasureFamilies families)
        implements Question {
    public static final String TABLE = "sweep";

    /** @throws BadInput if there is no measure, or one twice */
    public SweepQuestion {
        measures = List.copyOf(measures);
        if (measures.isEmpty() || measures.stream().distinct().count() < measures.size()) {
            throw new BadInput("a sweep takes different measures, at least one, found " + measures);
        }
    }

    @Override
    public String name() {
        return "sweep";
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
        Set<Integer> taken = new HashSet<>();
        for (SweepAxis axis : over.axes()) {
            List<Integer> places = places(subject, axis.parameter());
            for (int place : places) {
                if (!taken.add(place)) {
                    throw new BadInput("two axes set the parameter "
                            + subject.layout().labels().get(place));
                }
                for (int i = 0; i < axis.count(); i++) {
                    if (!isAllowed(subject.layout().domain(place), axis.value(i))) {
                        throw new BadInput("parameter " + axis.parameter() + " must be "
                                + subject.layout().domain(place).words() + ", its axis has " + axis.value(i));
                    }
                }
            }
        }
        families.of(measures, subject);
    }

    /** Inside the domain, or at the edge of an open one, as a limit. */
    private static boolean isAllowed(Domain domain, double value) {
        boolean edge = value == 0 && (domain == Domain.POSITIVE || domain == Domain.UNIT)
                || value == 1 && domain == Domain.UNIT;
        return edge || domain.contains(value);
    }

    private static List<Integer> places(ModelInstance subject, String parameter) {
        List<String> labels = subject.layout().labels();
        List<Integer> places = IntStream.range(0, labels.size())
                .filter(i -> labels.get(i).equals(parameter) || labels.get(i).startsWith(parameter + "["))
                .boxed()
                .toList();
        if (places.isEmpty()) {
            throw BadInput.unknownName("parameter", parameter, labels);
        }
        return places;
    }

    @Override
    public SweepAnswer answer(ModelInstance subject, ExecutionContext work) {
        requireFits(subject);
        SweepGrid grid = new SweepGrid(over);
        PointMeasures.Circumstances circumstances = new PointMeasures.Circumstances(start, until, randomSeed);
        List<MeasureGroup> groups = families.of(measures, subject).entrySet().stream()
                .map(entry -> new MeasureGroup(
                        entry.getValue(),
                        entry.getKey().prepare(entry.getValue(), subject, circumstances),
                        grid,
                        subject,
                        work.runner().threads()))
                .toList();
        try (Progress.Stage stage = work.progress().begin(name(), (long) grid.count() * groups.size())) {
            List<Tasks.Group> tasks = groups.stream()
                    .<Tasks.Group>map(group -> group.tasks(stage))
                    .toList();
            return new SweepAnswer(this, grid, groups, Tasks.of(tasks, work));
        }
    }
}
