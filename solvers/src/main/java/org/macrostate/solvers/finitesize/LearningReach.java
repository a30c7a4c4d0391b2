package org.macrostate.solvers.finitesize;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.macrostate.equations.derive.StateVariable;
import org.macrostate.equations.graph.StateLayout;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.solvers.integrate.Trajectory;
import org.macrostate.solvers.sgd.Run;

/**
 * How much of the learning runs have seen: a theory that is right before anything is learned is not checked where it matters.
 *
 * @param overlap the overlap with a fixed vector that is largest at the end; empty if there is none
 * @param from its size at the start, root mean square over the runs of the largest dimension
 * @param to the same at the end
 * @param share of the way from the start to the state that the theory comes to rest at; NaN if it comes to none
 */
public record LearningReach(String overlap, double from, double to, double share) {
    private static final double MUCH_LONGER = 50;
    private static final double AT_REST = 1e-3;
    private static final double LITTLE = 0.5;

    /**
     * Of the runs of one dimension; empty if none of them came to the end.
     *
     * @param runs also of other dimensions
     * @param times of the runs, from 0 on
     */
    public static Optional<LearningReach> of(ScheduledTheory theory, List<Run> runs, int dimension, double[] times) {
        ObservedQuantities observed = theory.observed();
        LearningProblem problem = theory.equations().problem();
        List<double[][]> rows = runs.stream()
                .filter(run -> run.dimension() == dimension && run.completed())
                .map(run -> observed.of(run, times))
                .toList();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        int n = theory.system().length();
        double[] first = size(rows, 0, n);
        double[] last = size(rows, rows.get(0).length - 1, n);
        List<StateLayout.Element> elements = theory.system().bound().state().elements();
        int largest = -1;
        for (int i = 0; i < n; i++) {
            if (isSignal(problem, elements.get(i).variable()) && (largest < 0 || last[i] > last[largest])) {
                largest = i;
            }
        }
        double share = share(theory, Arrays.copyOf(rows.get(0)[0], n), times[times.length - 1]);
        return Optional.of(new LearningReach(
                largest < 0 ? "" : elements.get(largest).label(),
                largest < 0 ? Double.NaN : first[largest],
                largest < 0 ? Double.NaN : last[largest],
                share));
    }

    private static double[] size(List<double[][]> rows, int at, int n) {
        double[] size = new double[n];
        for (double[][] run : rows) {
            for (int i = 0; i < n; i++) {
                size[i] += run[at][i] * run[at][i] / rows.size();
            }
        }
        return Arrays.stream(size).map(Math::sqrt).toArray();
    }

    private static boolean isSignal(LearningProblem problem, StateVariable variable) {
        return variable.isOverlap() && (isFixed(problem, variable.left()) != isFixed(problem, variable.right()));
    }

    private static boolean isFixed(LearningProblem problem, String family) {
        return problem.vectors(family).map(v -> !v.isTrained()).orElse(false);
    }

    private static double share(ScheduledTheory theory, double[] start, double end) {
        Trajectory trajectory = theory.trajectories().from(start, end, MUCH_LONGER * end, 2 * MUCH_LONGER * end);
        if (!trajectory.completed()) {
            return Double.NaN;
        }
        double[] rest = trajectory.states()[2];
        double way = distance(start, rest);
        boolean atRest = distance(trajectory.states()[1], rest) <= AT_REST * way;
        return atRest && way > 0 ? 1 - distance(trajectory.states()[0], rest) / way : Double.NaN;
    }

    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return Math.sqrt(sum);
    }

    /** Whether the runs end before most of what the theory says happens. */
    public boolean isLittle() {
        return share < LITTLE;
    }

    /** In a sentence without its period. */
    public String told() {
        String growth = overlap.isEmpty()
                ? ""
                : "the largest overlap with a fixed vector, " + overlap + ", goes from " + (float) from + " to "
                        + (float) to + " in size";
        String way = Double.isNaN(share)
                ? "the theory comes to no rest within a hundred times the length of the runs"
                : "the runs cover " + Math.round(100 * Math.max(0, share)) + " % of the way to the state at which the"
                        + " theory comes to rest";
        return growth.isEmpty() ? way : growth + ", and " + way;
    }

    /** By its names in JSON. */
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("overlap", overlap);
        json.put("from", from);
        json.put("to", to);
        json.put("share of the way", share);
        return json;
    }
}
