package org.macrostate.solvers.control;

import java.util.Arrays;

/**
 * A local optimum from one start: the quasi-Newton method, inside a loop over multipliers where there are budgets, inside a
 * loop over the end of the grid where a time of first passage T* is sought, as the pieces are those of [0, T*].
 *
 * <p>Where the end of the grid agrees with T*, a schedule that is stationary on the fixed grid is stationary on the one that
 * stretches with T*, too: both conditions are that of the quantity at T* by the values.
 *
 * @param method called for each grid and each choice of multipliers
 * @param sameEnd how far the end of the grid may be from T*, as a part of it
 */
record LocalSearch(ControlProblem problem, BoundedQuasiNewton method, double sameEnd) {
    private static final int STRETCHES = 20;
    private static final double LATER = 1.5;
    private static final int AIMING = 60;
    private static final int MULTIPLIER_UPDATES = 25;
    private static final double FIRST_PENALTY = 10;
    private static final double MORE_PENALTY = 5;
    private static final double ENOUGH_LESS = 0.25;
    private static final double KEPT = 1e-8;
    private static final double NOT_LESS = 0.9;
    private static final int MOST_IDLE = 4;

    /** With a rough end, for many starts. */
    static LocalSearch rough(ControlProblem problem) {
        return new LocalSearch(problem, new BoundedQuasiNewton(150, 1e-7, 1e-7, 6), 1e-4);
    }

    /** To the last digits. */
    static LocalSearch fine(ControlProblem problem) {
        return new LocalSearch(problem, new BoundedQuasiNewton(600, 1e-10, 1e-13, 40), 1e-9);
    }

    /** Without a step: what a schedule is worth as it is. */
    static LocalSearch still(ControlProblem problem) {
        return new LocalSearch(problem, new BoundedQuasiNewton(0, 0, 0, 0), 1e-4);
    }

    Improvement from(Schedule start) {
        return from(start.grid(), start.coordinates(), ScheduleForm.FREE);
    }

    /** Within a form, from constants of it. */
    Improvement from(ControlGrid grid, double[] start, ScheduleForm form) {
        if (!(problem.goal() instanceof ControlGoal.FirstPassage passage)) {
            return onGrid(grid, start, form);
        }
        Improvement best = onGrid(grid, aimed(passage, grid, start, form), form);
        for (int i = 0; i < STRETCHES && best.found(); i++) {
            double now = best.schedule().grid().end();
            double end = ControlObjective.of(problem, best.schedule().grid())
                    .run(best.schedule().coordinates())
                    .time();
            if (!(end > 0) || Math.abs(end - now) <= sameEnd * now) {
                return best;
            }
            best = next(best, end, form).after(best.iterations());
        }
        return Improvement.none(best.schedule(), best.constants());
    }

    /** On the grid to another end: stretched, or, if the goal is not reached so, cut off there. */
    private Improvement next(Improvement best, double end, ScheduleForm form) {
        ControlGrid grid = best.schedule().grid().stretched(end);
        Improvement stretched = onGrid(grid, best.constants(), form);
        if (stretched.found() || form != ScheduleForm.FREE) {
            return stretched;
        }
        return onGrid(grid, best.schedule().cutAt(end).on(grid).coordinates(), form);
    }

    /** A start that does not reach the level is first led towards it. */
    private double[] aimed(ControlGoal.FirstPassage passage, ControlGrid grid, double[] start, ScheduleForm form) {
        if (ControlObjective.of(problem, grid)
                .run(form.coordinates(grid, start))
                .reached()) {
            return start;
        }
        double end = Math.min(passage.latest(), LATER * grid.end());
        ControlProblem nearer = problem.to(new ControlGoal.AtTime(end, passage.below() ? 1 : -1))
                .costing(new double[problem.costs().length])
                .within(java.util.List.of());
        return new BoundedQuasiNewton(AIMING, 1e-6, 1e-6, 6)
                .minimise(form.of(ControlObjective.of(nearer, grid)), start)
                .at();
    }

    private Improvement onGrid(ControlGrid grid, double[] start, ScheduleForm form) {
        ControlObjective plain = ControlObjective.of(problem, grid);
        if (problem.budgets().isEmpty()) {
            return improvement(plain, form, method.minimise(form.of(plain), start), 0);
        }
        ControlledRun first = plain.run(form.coordinates(grid, start));
        return first.reached()
                ? withinBudgets(grid, start, form, Math.abs(first.objective()))
                : Improvement.none(new Schedule(grid, form.coordinates(grid, start)), start);
    }

    private Improvement withinBudgets(ControlGrid grid, double[] start, ScheduleForm form, double size) {
        int budgets = problem.budgets().size();
        double[] multipliers = new double[budgets];
        double[] penalties = new double[budgets];
        double[] before = new double[budgets];
        Arrays.fill(before, Double.POSITIVE_INFINITY);
        for (int b = 0; b < budgets; b++) {
            double scale = scale(b);
            penalties[b] = FIRST_PENALTY * (1 + size) / (scale * scale);
        }
        double[] at = start;
        int iterations = 0;
        Improvement best = Improvement.none(new Schedule(grid, form.coordinates(grid, start)), start);
        double excess = Double.POSITIVE_INFINITY;
        int idle = 0;
        for (int i = 0; i < MULTIPLIER_UPDATES && idle < MOST_IDLE; i++) {
            ControlObjective objective = new ControlObjective(problem, grid, multipliers.clone(), penalties.clone());
            LocalMinimum minimum = method.minimise(form.of(objective), at);
            iterations += minimum.iterations();
            best = improvement(objective, form, minimum, iterations);
            at = minimum.at();
            idle = best.excess() > 0 && best.excess() > NOT_LESS * excess ? idle + 1 : 0;
            excess = best.excess();
            if (!best.found() || kept(objective.run(best.schedule().coordinates()), multipliers, penalties, before)) {
                return best;
            }
        }
        return best;
    }

    /** Brings multipliers and penalties up to date; whether every budget is kept, and used where it has a price. */
    private boolean kept(ControlledRun run, double[] multipliers, double[] penalties, double[] before) {
        boolean kept = true;
        for (int b = 0; b < multipliers.length; b++) {
            double over = ControlObjective.excess(problem.budgets().get(b), run);
            double violation = Math.abs(Math.max(over, -multipliers[b] / penalties[b]));
            multipliers[b] = Math.max(0, multipliers[b] + penalties[b] * over);
            kept &= violation <= KEPT * scale(b);
            penalties[b] *= violation > ENOUGH_LESS * before[b] ? MORE_PENALTY : 1;
            before[b] = violation;
        }
        return kept;
    }

    private double scale(int budget) {
        return 1 + Math.abs(problem.budgets().get(budget).most());
    }

    private Improvement improvement(
            ControlObjective objective, ScheduleForm form, LocalMinimum minimum, int iterations) {
        Schedule schedule = new Schedule(objective.grid(), form.coordinates(objective.grid(), minimum.at()));
        if (!Double.isFinite(minimum.value())) {
            return Improvement.none(schedule, minimum.at());
        }
        ControlledRun run = objective.run(schedule.coordinates());
        double worst = 0;
        for (int b = 0; b < problem.budgets().size(); b++) {
            double over = ControlObjective.excess(problem.budgets().get(b), run);
            worst = over > 10 * KEPT * scale(b) ? Math.max(worst, over) : worst;
        }
        return new Improvement(
                schedule,
                minimum.at(),
                run.objective(),
                minimum.gradient(),
                minimum.residual(),
                worst,
                objective.weights(run),
                Math.max(iterations, minimum.iterations()));
    }
}
