package org.macrostate.solvers.control;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Whether a control problem can be solved at all, as far as some schedules tell, before it is searched. */
public record ControlFeasibility(ControlProblem problem, int pieces, boolean linear, long seed, ControlTasks tasks) {
    private static final int FEELERS = 3;
    private static final int TRIES = 30;
    private static final int STARTS = 16;
    private static final double FELT = 1e-13;
    private static final double BRIEF = 1e-6;

    /** Names of controls that the goal and its running costs do not depend on, as far as some schedules tell. */
    public List<String> unfelt() {
        ControlProblem plain = problem.goal() instanceof ControlGoal.FirstPassage passage
                ? problem.to(new ControlGoal.AtTime(passage.latest(), 1))
                : problem;
        ControlObjective objective =
                ControlObjective.of(plain, ControlGrid.even(plain.goal().latest(), FEELERS, linear));
        ScheduleStarts schedules =
                new ScheduleStarts(objective.grid(), problem.system().controls().size(), seed);
        boolean[] felt = new boolean[problem.system().controls().size()];
        boolean any = false;
        for (int i = 0; i < 2 * FEELERS + TRIES && !all(felt); i++) {
            ControlledRun run = objective.run(schedules.initial(i).schedule().coordinates());
            if (run.reached()) {
                any = true;
                double[] gradient = run.gradient(problem.costs());
                for (int k = 0; k < gradient.length; k++) {
                    int c = k / objective.grid().values();
                    Control control = problem.system().controls().get(c);
                    felt[c] |= Math.abs(gradient[k]) * (control.upper() - control.lower())
                            > FELT * (1 + Math.abs(run.objective()));
                }
            }
        }
        boolean known = any;
        return IntStream.range(0, felt.length)
                .filter(c -> known && !felt[c])
                .mapToObj(c -> problem.system().controls().get(c).name())
                .toList();
    }

    /**
     * The least value of a budget's integral that a few starts lead to, by the end or, where the goal is a time, until then;
     * +∞ if none reaches the goal.
     */
    public double least(int budget) {
        double[] weights = new double[problem.system().integrals()];
        weights[problem.budgets().get(budget).integral()] = 1;
        ControlGoal integral = problem.goal() instanceof ControlGoal.FirstPassage passage
                ? new ControlGoal.FirstPassage(passage.level(), passage.below(), passage.latest(), 0)
                : new ControlGoal.AtTime(problem.goal().latest(), 0);
        ControlProblem cheapest = problem.to(integral).costing(weights).within(List.of());
        ControlGrid grid = ControlGrid.even(problem.goal().latest(), Math.min(pieces, TRIES), linear);
        ScheduleStarts schedules =
                new ScheduleStarts(grid, problem.system().controls().size(), seed);
        LocalSearch search = LocalSearch.rough(cheapest);
        List<Improvement> found =
                tasks.all(STARTS, i -> search.from(schedules.initial(i).schedule()));
        return found.stream().mapToDouble(Improvement::objective).min().orElse(Double.POSITIVE_INFINITY);
    }

    /**
     * Whether rates and gradient exist at one end of a control's range, the other controls in the middle of theirs; looked
     * at over the first millionth of the time.
     */
    public boolean isDefinedAt(int control, boolean upper) {
        double moment = BRIEF * problem.goal().latest();
        ControlProblem brief = problem.to(new ControlGoal.AtTime(moment, 1)).within(List.of());
        ControlObjective objective = ControlObjective.of(brief, ControlGrid.even(moment, 1, false));
        double[] coordinates = new double[objective.dimension()];
        Arrays.fill(coordinates, 0.5);
        coordinates[control] = upper ? 1 : 0;
        ControlledRun run = objective.run(coordinates);
        return run.reached() && Arrays.stream(run.gradient(brief.costs())).allMatch(Double::isFinite);
    }

    private static boolean all(boolean[] felt) {
        for (boolean one : felt) {
            if (!one) {
                return false;
            }
        }
        return true;
    }
}
