package org.macrostate.solvers.control;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Local minima of an objective in the values of controls on a grid that stays, by the exact gradient of the integrator's steps:
 * from given starts, from copies of the best with their time warped, the best few at last to the last digits. The same seed
 * gives the same result, however the tasks are carried out.
 */
public record GridDescents(ControlProblem problem, ControlGrid grid, long seed, ControlTasks tasks) {
    private static final int ROUNDS = 6;
    private static final int ROUND = 16;
    private static final int PARENTS = 4;
    private static final int FINE = 6;
    private static final double SAME = 1e-3;
    private static final int MORE_STEPS = 3;
    private static final BoundedQuasiNewton ROUGH = new BoundedQuasiNewton(150, 1e-7, 1e-7, 6);
    private static final BoundedQuasiNewton TO_THE_LAST_DIGITS = new BoundedQuasiNewton(600, 1e-10, 1e-13, 40);

    /**
     * Where descents end, the lowest first; those that end at one place are one.
     *
     * @param starts values of the controls, control by control; not modified
     * @return values; none if no start reaches the goal
     */
    public List<double[]> from(List<double[]> starts) {
        ControlObjective objective = ControlObjective.of(problem, grid);
        List<double[]> coordinates = starts.stream().map(objective::coordinates).toList();
        GridDescents ordinary = new GridDescents(problem.taking(ordinarySteps(coordinates)), grid, seed, tasks);
        List<LocalMinimum> found = distinct(ordinary.descents(ROUGH, coordinates));
        ScheduleStarts schedules =
                new ScheduleStarts(grid, problem.system().controls().size(), seed);
        for (int round = 0; round < ROUNDS && !found.isEmpty(); round++) {
            List<double[]> warped = new ArrayList<>();
            for (int i = 0; i < ROUND; i++) {
                double[] parent = found.get(i % Math.min(PARENTS, found.size())).at();
                warped.add(schedules
                        .warped(new Schedule(grid, parent), round * ROUND + i)
                        .schedule()
                        .coordinates());
            }
            List<LocalMinimum> all = new ArrayList<>(found);
            all.addAll(ordinary.descents(ROUGH, warped));
            found = distinct(all);
        }
        List<double[]> best = found.stream().limit(FINE).map(LocalMinimum::at).toList();
        return distinct(descents(TO_THE_LAST_DIGITS, best)).stream()
                .map(minimum -> objective.values(minimum.at()))
                .toList();
    }

    /** The objective at values of the controls; +∞ where the goal is not reached or the domain is left. */
    public double value(double[] values) {
        ControlledRun run = ControlledRun.of(problem, grid, values);
        return run.reached() ? run.objective() : Double.POSITIVE_INFINITY;
    }

    /**
     * Many descents are not followed where they take many times the steps of an ordinary start: near the edge of a domain
     * systems are stiff.
     */
    private int ordinarySteps(List<double[]> starts) {
        ControlObjective objective = ControlObjective.of(problem, grid);
        int[] steps = tasks.all(starts.size(), i -> objective.run(starts.get(i)).steps()).stream()
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
        int middle = steps.length == 0 ? problem.mostSteps() : steps[steps.length / 2];
        return Math.min(problem.mostSteps(), MORE_STEPS * (middle + grid.pieces()));
    }

    private List<LocalMinimum> descents(BoundedQuasiNewton method, List<double[]> starts) {
        ControlObjective objective = ControlObjective.of(problem, grid);
        return tasks.all(starts.size(), i -> method.minimise(objective, starts.get(i)));
    }

    /** Those that reach the goal, sorted, without repetition. */
    private List<LocalMinimum> distinct(List<LocalMinimum> all) {
        List<LocalMinimum> kept = new ArrayList<>();
        all.stream()
                .filter(minimum -> Double.isFinite(minimum.value()))
                .sorted(Comparator.comparingDouble(LocalMinimum::value))
                .forEach(minimum -> {
                    Schedule schedule = new Schedule(grid, minimum.at());
                    if (kept.stream().noneMatch(k -> new Schedule(grid, k.at()).distance(schedule) < SAME)) {
                        kept.add(minimum);
                    }
                });
        return kept;
    }
}
