package org.macrostate.engine.analysis.tune;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.macrostate.engine.analysis.ExecutionContext;
import org.macrostate.engine.analysis.Question;
import org.macrostate.engine.model.InitialCondition;
import org.macrostate.engine.model.ModelInstance;
import org.macrostate.engine.option.Assignments;
import org.macrostate.engine.option.NumberReader;
import org.macrostate.engine.output.DataTable;
import org.macrostate.engine.sweep.Progress;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.TimeLimit;
import org.macrostate.solvers.control.GridDescents;
import org.macrostate.solvers.integrate.Tolerances;
import org.macrostate.solvers.tune.ConstantSearch;
import org.macrostate.solvers.tune.Landscape;
import org.macrostate.solvers.tune.OptimumNotes;
import org.macrostate.solvers.tune.ScheduleConstant;
import org.macrostate.solvers.tune.Trial;

/**
 * The constants of a schedule that serve a goal best; of a free form ({@code Knots}, {@code Steps}), its values.
 *
 * @param schedules texts of expressions in t and the constants, by parameter
 * @param vary the constants: names that the model does not have
 */
public record TuneQuestion(
        Map<String, String> schedules,
        List<ScheduleConstant> vary,
        TuneGoal goal,
        InitialCondition start,
        long randomSeed)
        implements Question {
    public static final String TABLE = "tune";
    public static final String COURSE = "tuned";

    /** @throws BadInput if nothing is scheduled or varied, or too much is varied */
    public TuneQuestion {
        schedules = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(schedules));
        vary = List.copyOf(vary);
        if (schedules.isEmpty()) {
            throw new BadInput("a schedule is needed, such as beta=Tanh[gamma t]");
        }
        ConstantSearch.mostEvaluations(FreeForm.of(schedules, vary).constants().size());
    }

    /**
     * Reads {@code gamma=1e-5:1, delta=0:2}.
     *
     * @throws BadInput if one is no range
     */
    public static List<ScheduleConstant> ranges(String text) {
        List<ScheduleConstant> constants = new ArrayList<>();
        Assignments.texts(text).forEach((name, range) -> {
            String[] ends = range.split(":", -1);
            if (ends.length != 2) {
                throw new BadInput("expected CONSTANT=FROM:TO, found '" + name + "=" + range + "'");
            }
            constants.add(new ScheduleConstant(
                    name,
                    NumberReader.number("begin of " + name, ends[0]),
                    NumberReader.number("end of " + name, ends[1])));
        });
        return constants;
    }

    @Override
    public String name() {
        return "tune";
    }

    @Override
    public List<String> tables() {
        return List.of(TABLE, COURSE);
    }

    @Override
    public Optional<Long> seed() {
        return FreeForm.of(schedules, vary).constants().size() > 1 ? Optional.of(randomSeed) : Optional.empty();
    }

    @Override
    public Map<String, Double> tolerances() {
        Map<String, Double> tolerances = new LinkedHashMap<>();
        tolerances.put("relative", Tolerances.DEFAULT.relative());
        tolerances.put("absolute", Tolerances.DEFAULT.absolute());
        return tolerances;
    }

    @Override
    public void requireFits(ModelInstance subject) {
        FreeForm form = FreeForm.of(schedules, vary);
        ScheduledTrajectory.requireConstants(subject.problem(), form.constants());
        ScheduledTrajectory.schedules(subject.problem(), form.schedules(), form.constants());
        start.state(subject);
    }

    @Override
    public TuneAnswer answer(ModelInstance subject, ExecutionContext work) {
        double[] begin = start.state(subject);
        FreeForm form = FreeForm.of(schedules, vary);
        List<ScheduleConstant> constants = form.constants();
        ScheduledTrajectory scheduled = ScheduledTrajectory.of(subject, form.schedules(), constants, goal, begin);
        Map<String, FreeForm> simple = SimplerForm.of(schedules, vary);
        int evaluations = ConstantSearch.mostEvaluations(constants.size())
                + simple.values().stream()
                        .mapToInt(f ->
                                ConstantSearch.mostEvaluations(f.constants().size()))
                        .sum();
        try (Progress.Stage stage = work.progress().begin(name(), evaluations)) {
            List<String> inadmissible = new ArrayList<>();
            Landscape landscape = landscape(form, scheduled, inadmissible::add, new Asked(subject, begin, work, stage));
            List<SimplerForm> simpler = new ArrayList<>();
            if (landscape.whole()) {
                TimeLimit.cuts(() -> simple.forEach(
                        (of, one) -> simpler.add(best(of, one, new Asked(subject, begin, work, stage)))));
            }
            TimeLimit.putInOrder();
            ScheduledTrajectory plain = ScheduledTrajectory.of(subject, Map.of(), List.of(), goal, begin);
            double[] best = landscape.best().map(Trial::constants).orElseGet(() -> new double[0]);
            DataTable course = new TunedTrajectory(subject, form, goal, best).table(scheduled, plain);
            List<String> notes = new ArrayList<>(OptimumNotes.of(landscape));
            if (!simpler.isEmpty()) {
                notes.add(
                        "beside it, " + simpler.stream().map(SimplerForm::words).collect(Collectors.joining("; "))
                                + "; `macrostate control` searches free forms by exact gradients, from many starts");
            }
            if (!inadmissible.isEmpty()) {
                notes.add(inadmissible.size() + " of " + landscape.trials().size()
                        + " values tried are inadmissible, for instance: " + inadmissible.get(0));
            }
            return new TuneAnswer(goal, schedules, landscape, plain.value(), course, simpler, notes);
        }
    }

    /** Of what, and with what. */
    private record Asked(ModelInstance subject, double[] begin, ExecutionContext work, Progress.Stage stage) {}

    /** Where a free form has gradients, its values are tried and improved as {@code control} does it. */
    private Landscape landscape(
            FreeForm form, ScheduledTrajectory scheduled, Consumer<String> inadmissible, Asked asked) {
        Optional<GridDescents> descents =
                FreeFormDescents.of(form, asked.subject(), goal, asked.begin(), randomSeed, asked.work());
        return ConstantSearch.search(
                form.constants(),
                values -> descents.map(grid -> grid.value(values))
                        .filter(Double::isFinite)
                        .orElseGet(() -> scheduled.value(inadmissible, values)),
                descents.map(grid -> grid::from),
                randomSeed,
                () -> asked.stage().advance(1));
    }

    /** The best schedule of a simpler form. */
    private SimplerForm best(String of, FreeForm form, Asked asked) {
        List<ScheduleConstant> constants = form.constants();
        ScheduledTrajectory scheduled =
                ScheduledTrajectory.of(asked.subject(), form.schedules(), constants, goal, asked.begin());
        Landscape landscape = landscape(form, scheduled, reason -> {}, asked);
        Map<String, Double> values = new LinkedHashMap<>();
        landscape.best().ifPresent(best -> {
            for (int i = 0; i < constants.size(); i++) {
                values.put(constants.get(i).name(), best.constants()[i]);
            }
        });
        return new SimplerForm(of, values, landscape.best().map(Trial::goal).orElse(Double.POSITIVE_INFINITY));
    }
}
