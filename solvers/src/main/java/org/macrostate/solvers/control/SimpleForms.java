package org.macrostate.solvers.control;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Searches for the best schedules of few constants: one value, a straight line, two values, a hyperbolic tangent.
 *
 * @param told of each schedule that was found, by whatever thread found it
 */
record SimpleForms(ControlProblem problem, ControlTasks tasks, Consumer<SimpleForms.Found> told) {
    static final String CONSTANT = "constant";
    static final String RAMP = "ramp";
    static final String STEP = "step";
    static final String TANH = "tanh";

    private static final int SCAN = 24;
    private static final int SWITCHES = 24;
    private static final int POLISHED = 6;
    private static final int LEAST_STEPS = 200;
    private static final int MORE_STEPS = 10;
    private static final int TANH_KNOTS = 100;
    private static final double[] LEVELS = {0.05, 0.3, 0.8};
    private static final double LOWEST = 0.001;
    private static final double[] RATES = {0.2, 0.5, 0.8};

    /** A form with the schedule found; the schedule of a form that reaches nothing is not to be used. */
    record Found(String name, Improvement best) {
        SimpleForm form(ControlProblem problem) {
            ControlGrid grid = best.schedule().grid();
            double[] values =
                    ControlObjective.of(problem, grid).values(best.schedule().coordinates());
            return new SimpleForm(name, grid, values, best.excess() > 0 ? Double.POSITIVE_INFINITY : best.objective());
        }
    }

    /** A start within a form. */
    private record Start(ControlGrid grid, double[] constants, ScheduleForm form) {}

    /** Constants, at a first end of the grid that need not be right. */
    Found constant(double end) {
        ControlGrid grid = ControlGrid.even(end, 1, false);
        List<Start> starts = new ArrayList<>();
        for (int i = 0; i <= SCAN; i++) {
            starts.add(new Start(grid, all((double) i / SCAN), ScheduleForm.FREE));
        }
        return best(CONSTANT, starts);
    }

    /**
     * The other forms, where they do not take many times the steps of the best constant: near the edge of a domain systems are
     * stiff.
     */
    List<Found> others(Found constant, double end) {
        if (constant.best().found()) {
            Schedule schedule = constant.best().schedule();
            int steps = ControlObjective.of(problem, schedule.grid())
                    .run(schedule.coordinates())
                    .steps();
            ControlProblem easier = problem.taking(Math.min(problem.mostSteps(), LEAST_STEPS + MORE_STEPS * steps));
            return new SimpleForms(easier, tasks, told).others(end);
        }
        return others(end);
    }

    private List<Found> others(double end) {
        List<Start> ramps = new ArrayList<>();
        List<Start> steps = new ArrayList<>();
        List<Start> tanhs = new ArrayList<>();
        ControlGrid line = ControlGrid.even(end, 1, true);
        ControlGrid curve = ControlGrid.even(end, TANH_KNOTS, true);
        for (double from : LEVELS) {
            for (double to : LEVELS) {
                ramps.add(new Start(line, pairs(from, to), ScheduleForm.FREE));
            }
            for (double rate : RATES) {
                tanhs.add(new Start(curve, pairs(from, rate), ScheduleForm.TANH));
            }
        }
        for (int s = 1; s < SWITCHES; s++) {
            ControlGrid two = new ControlGrid(new double[] {0, end * s / SWITCHES, end}, false);
            steps.add(new Start(two, pairs(LEVELS[0], LEVELS[2]), ScheduleForm.FREE));
            steps.add(new Start(two, pairs(LEVELS[2], LEVELS[0]), ScheduleForm.FREE));
            steps.add(new Start(two, pairs(LEVELS[0], LEVELS[1]), ScheduleForm.FREE));
            steps.add(new Start(two, pairs(LEVELS[0], LOWEST), ScheduleForm.FREE));
        }
        return List.of(best(RAMP, ramps), best(STEP, steps), best(TANH, tanhs));
    }

    private Found best(String name, List<Start> starts) {
        ScheduleForm form = starts.get(0).form();
        LocalSearch rough = LocalSearch.rough(problem);
        List<Improvement> found = tasks.all(
                starts.size(),
                i -> told(name, rough.from(starts.get(i).grid(), starts.get(i).constants(), form)));
        List<Improvement> ahead =
                found.stream().sorted(Improvement::compare).limit(POLISHED).toList();
        LocalSearch fine = LocalSearch.fine(problem);
        List<Improvement> polished = tasks.all(
                ahead.size(),
                i -> ahead.get(i).found()
                        ? told(
                                name,
                                fine.from(
                                        ahead.get(i).schedule().grid(),
                                        ahead.get(i).constants(),
                                        form))
                        : ahead.get(i));
        Improvement best = polished.stream().min(Improvement::compare).orElseThrow();
        return new Found(name, best.found() ? best : ahead.get(0));
    }

    private Improvement told(String name, Improvement found) {
        told.accept(new Found(name, found));
        return found;
    }

    private double[] all(double value) {
        double[] constants = new double[problem.system().controls().size()];
        java.util.Arrays.fill(constants, value);
        return constants;
    }

    private double[] pairs(double first, double second) {
        double[] constants = new double[2 * problem.system().controls().size()];
        for (int i = 0; i < constants.length; i++) {
            constants[i] = i % 2 == 0 ? first : second;
        }
        return constants;
    }
}
