package org.macrostate.engine.study.question;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.macrostate.engine.sweep.Progress;
import org.macrostate.equations.BadInput;
import org.macrostate.solvers.integrate.Tolerances;
import org.macrostate.solvers.tune.Constant;
import org.macrostate.solvers.tune.ConstantSearch;
import org.macrostate.solvers.tune.Landscape;

/**
 * The constants of a schedule that serve a goal best.
 *
 * @param schedules texts of expressions in t and the constants, by parameter
 * @param vary the constants: names that the model does not have
 */
public record TuneQuestion(
        Map<String, String> schedules, List<Constant> vary, TuneGoal goal, Beginning start, long randomSeed)
        implements Question {
    public static final String TABLE = "tune";

    /** @throws BadInput if nothing is scheduled or varied, or too much is varied */
    public TuneQuestion {
        schedules = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(schedules));
        vary = List.copyOf(vary);
        if (schedules.isEmpty()) {
            throw new BadInput("a schedule is needed, such as beta=Tanh[gamma t]");
        }
        ConstantSearch.mostEvaluations(vary.size());
    }

    /**
     * Reads {@code gamma=1e-5:1, delta=0:2}.
     *
     * @throws BadInput if one is no range
     */
    public static List<Constant> ranges(String text) {
        List<Constant> constants = new ArrayList<>();
        Assignments.texts(text).forEach((name, range) -> {
            String[] ends = range.split(":", -1);
            if (ends.length != 2) {
                throw new BadInput("expected CONSTANT=FROM:TO, found '" + name + "=" + range + "'");
            }
            constants.add(new Constant(
                    name, Numbers.number("begin of " + name, ends[0]), Numbers.number("end of " + name, ends[1])));
        });
        return constants;
    }

    @Override
    public String name() {
        return "tune";
    }

    @Override
    public List<String> tables() {
        return List.of(TABLE);
    }

    @Override
    public Optional<Long> seed() {
        return vary.size() > 1 ? Optional.of(randomSeed) : Optional.empty();
    }

    @Override
    public Map<String, Double> tolerances() {
        Map<String, Double> tolerances = new LinkedHashMap<>();
        tolerances.put("relative", Tolerances.DEFAULT.relative());
        tolerances.put("absolute", Tolerances.DEFAULT.absolute());
        return tolerances;
    }

    @Override
    public void requireFits(Subject subject) {
        ScheduledCourse.requireConstants(subject.problem(), vary);
        ScheduledCourse.schedules(subject.problem(), schedules, vary);
        start.state(subject);
    }

    @Override
    public TuneAnswer answer(Subject subject, Work work) {
        double[] begin = start.state(subject);
        ScheduledCourse scheduled = ScheduledCourse.of(subject, schedules, vary, goal, begin);
        try (Progress.Stage stage = work.progress().begin(name(), ConstantSearch.mostEvaluations(vary.size()))) {
            Landscape landscape = ConstantSearch.search(vary, scheduled::value, randomSeed, () -> stage.advance(1));
            double without = ScheduledCourse.of(subject, Map.of(), List.of(), goal, begin)
                    .value();
            return new TuneAnswer(goal, schedules, landscape, without);
        }
    }
}
