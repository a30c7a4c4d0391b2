package org.macrostate.engine.analysis.basins;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.macrostate.engine.analysis.ExecutionContext;
import org.macrostate.engine.analysis.Question;
import org.macrostate.engine.analysis.Tasks;
import org.macrostate.engine.model.InitialCondition;
import org.macrostate.engine.model.ModelInstance;
import org.macrostate.engine.option.Assignments;
import org.macrostate.engine.option.NumberReader;
import org.macrostate.engine.record.RecordCodec;
import org.macrostate.engine.sweep.Progress;
import org.macrostate.equations.BadInput;
import org.macrostate.solvers.phase.BasinOutcome;
import org.macrostate.solvers.phase.BasinSolver;
import org.macrostate.solvers.phase.ParameterAxis;

/**
 * Which stable state each of a family of starts reaches.
 *
 * @param fixed values of the start that do not vary, by label or name
 * @param axes one or two that do
 */
public record BasinsQuestion(Map<String, Double> fixed, List<ParameterAxis> axes) implements Question {
    public static final String BASINS = "basins";
    public static final String ATTRACTORS = "attractors";
    private static final int MOST_STARTS = 1_000_000;

    /** @throws BadInput if there is no range, or there are more than two, or a million starts */
    public BasinsQuestion {
        fixed = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(fixed));
        axes = List.copyOf(axes);
        if (axes.isEmpty() || axes.size() > 2) {
            throw new BadInput("basins need one or two ranges of starts, as in m=-1:1:41, found " + axes.size());
        }
        long starts = axes.stream().mapToLong(ParameterAxis::count).reduce(1, Math::multiplyExact);
        if (starts > MOST_STARTS) {
            throw new BadInput("a map of basins may have at most " + MOST_STARTS + " starts, this one has " + starts);
        }
    }

    /**
     * Reads {@code m=-1:1:41,Q=0:2:31,D=1}: names with a range and a number of points, or with a value.
     *
     * @throws BadInput if an item is neither
     */
    public static BasinsQuestion read(String text) {
        Map<String, Double> fixed = new LinkedHashMap<>();
        List<ParameterAxis> axes = new ArrayList<>();
        Assignments.texts(text).forEach((name, value) -> {
            String[] parts = value.split(":", -1);
            if (parts.length == 1) {
                fixed.put(name, NumberReader.number(name, value));
            } else if (parts.length == 3) {
                axes.add(new ParameterAxis(
                        name,
                        NumberReader.number("begin of " + name, parts[0]),
                        NumberReader.number("end of " + name, parts[1]),
                        NumberReader.wholeNumber("points of " + name, parts[2])));
            } else {
                throw new BadInput("expected " + name + "=VALUE or " + name + "=FROM:TO:POINTS, found '" + value + "'");
            }
        });
        return new BasinsQuestion(fixed, axes);
    }

    @Override
    public String name() {
        return "basins";
    }

    @Override
    public List<String> tables() {
        return List.of(BASINS, ATTRACTORS);
    }

    @Override
    public void requireFits(ModelInstance subject) {
        for (int corner = 0; corner < 1 << axes.size(); corner++) {
            int[] at = new int[axes.size()];
            for (int a = 0; a < at.length; a++) {
                at[a] = (corner >> a & 1) * (axes.get(a).count() - 1);
            }
            initial(at).state(subject);
        }
    }

    private InitialCondition initial(int[] at) {
        Map<String, Double> values = new LinkedHashMap<>(fixed);
        for (int a = 0; a < at.length; a++) {
            values.put(axes.get(a).parameter(), axes.get(a).value(at[a]));
        }
        return new InitialCondition(values);
    }

    @Override
    public BasinsAnswer answer(ModelInstance subject, ExecutionContext work) {
        requireFits(subject);
        int width = axes.get(0).count();
        long count = axes.stream().mapToLong(ParameterAxis::count).reduce(1, Math::multiplyExact);
        BasinSolver solver = new BasinSolver(subject.compiled(), subject.parameters(), axes, place -> initial(
                        axes.size() == 1 ? new int[] {place} : new int[] {place % width, place / width})
                .state(subject));
        try (Progress.Stage stage = work.progress().begin(name(), count)) {
            Tasks.Results settled = Tasks.of(List.of(starts(solver, stage)), work);
            return new BasinsAnswer(
                    solver.basins(place -> settled.of(BasinOutcome.class, 0, place)),
                    subject.compiled().bound().state().labels(),
                    subject.system().observables().stream().map(o -> o.name()).toList());
        }
    }

    private static Tasks.Group starts(BasinSolver solver, Progress.Stage stage) {
        return new Tasks.Group() {
            @Override
            public int count() {
                return solver.count();
            }

            @Override
            public Optional<byte[]> result(int start) {
                byte[] settled = RecordCodec.bytes(solver.settled(start));
                stage.advance(1);
                return Optional.of(settled);
            }

            @Override
            public void known(int start) {
                stage.advance(1);
            }
        };
    }
}
