package org.macrostate.solvers.tune;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.SimpleBounds;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.BOBYQAOptimizer;
import org.macrostate.solvers.nonlinear.Vector;

/**
 * Local searches of several constants from points far apart, by BOBYQA (Powell 2009): where they end apart, with a higher goal
 * between, there are several optima.
 */
final class Descents {
    /** Up to so many constants, a grid of starts is looked at and more descents are made. */
    static final int GRID_CONSTANTS = 3;

    private static final int FEW_OTHERS = 1;
    private static final int OTHERS = 3;
    private static final int EVALUATIONS_EACH = 60;
    private static final int OTHER_EVALUATIONS_EACH = 20;
    private static final int BETWEEN = 8;
    private static final int NEIGHBOURS = 8;
    private static final double FAR = 0.2;
    private static final double BESIDE = 0.02;
    private static final double HIGHER = 1e-6;
    private static final double TRUST_REGION = 0.05;
    private static final double ACCURACY = 1e-6;

    private final TrialLog log;
    private final int count;
    private final List<End> ends = new ArrayList<>();

    /** Where a descent ended, in coordinates. */
    private record End(double[] at, double goal) {}

    /** @param count of constants, at least 2 */
    Descents(TrialLog log, int count) {
        this.log = log;
        this.count = count;
    }

    /** The most evaluations that {@link #from} and {@link #elsewhere} make together. */
    static int mostEvaluations(int count) {
        return EVALUATIONS_EACH * count + others(count) * (otherEvaluations(count) + BETWEEN);
    }

    private static int others(int count) {
        return count <= GRID_CONSTANTS ? OTHERS : FEW_OTHERS;
    }

    private static int otherEvaluations(int count) {
        return Math.max(2 * (2 * count + 1), OTHER_EVALUATIONS_EACH * count);
    }

    /** Where local searches that were made otherwise ended, in coordinates. */
    void ended(List<double[]> there) {
        for (double[] end : there) {
            double goal = log.evaluate(end);
            if (goal < Double.POSITIVE_INFINITY) {
                ends.add(new End(end, goal));
            }
        }
    }

    /** From the best point that is known. */
    void from(double[] start, double unreached) {
        ends.add(descent(start, EVALUATIONS_EACH * count, unreached));
    }

    /**
     * From the lowest of some points that are far from where others ended, those first that are lower than points near them.
     *
     * @param levels the goal at each point
     */
    void elsewhere(List<double[]> points, List<Double> levels, double unreached) {
        List<Integer> order = IntStream.range(0, points.size())
                .boxed()
                .filter(i -> levels.get(i) < Double.POSITIVE_INFINITY)
                .sorted(Comparator.<Integer, Boolean>comparing(i -> !isLowest(i, points, levels))
                        .thenComparing(levels::get))
                .toList();
        for (int i : order) {
            double[] from = points.get(i);
            if (ends.size() <= others(count) && ends.stream().allMatch(end -> Vector.distance(end.at(), from) > FAR)) {
                ends.add(descent(from, otherEvaluations(count), unreached));
            }
        }
    }

    /** Whether none of the nearest points is lower: another valley may be there. */
    private static boolean isLowest(int i, List<double[]> points, List<Double> levels) {
        return IntStream.range(0, points.size())
                .boxed()
                .filter(k -> k != i)
                .sorted(Comparator.comparingDouble(k -> Vector.distance(points.get(k), points.get(i))))
                .limit(NEIGHBOURS)
                .allMatch(k -> levels.get(k) >= levels.get(i));
    }

    int made() {
        return ends.size();
    }

    /** Ends that are other optima than the best of them, in the constants' values. */
    List<Trial> others() {
        List<Trial> others = new ArrayList<>();
        ends.stream().min(Comparator.comparingDouble(End::goal)).ifPresent(best -> ends.stream()
                .filter(end -> Vector.distance(end.at(), best.at()) > BESIDE)
                .filter(end -> highestBetween(end, best) > end.goal() + HIGHER * (1 + Math.abs(end.goal())))
                .map(end -> new Trial(log.values(end.at()), end.goal()))
                .forEach(others::add));
        return others;
    }

    /** The largest goal at points of the straight line between two ends. */
    private double highestBetween(End a, End b) {
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 1; i <= BETWEEN; i++) {
            double part = i / (BETWEEN + 1.0);
            double[] at = new double[count];
            Arrays.setAll(at, k -> (1 - part) * a.at()[k] + part * b.at()[k]);
            highest = Math.max(highest, log.evaluate(at));
        }
        return highest;
    }

    private End descent(double[] start, int evaluations, double unreached) {
        List<End> lowest = new ArrayList<>(List.of(new End(start, Double.POSITIVE_INFINITY)));
        try {
            new BOBYQAOptimizer(2 * count + 1, TRUST_REGION, ACCURACY)
                    .optimize(
                            new MaxEval(evaluations),
                            new ObjectiveFunction(u -> {
                                double value = log.evaluate(u);
                                if (value < lowest.get(0).goal()) {
                                    lowest.set(0, new End(u.clone(), value));
                                }
                                return Math.min(unreached, value);
                            }),
                            GoalType.MINIMIZE,
                            new InitialGuess(start),
                            new SimpleBounds(new double[count], ones()));
        } catch (MathIllegalStateException usedUp) {
            return lowest.get(0); // the best of the trials stands
        }
        return lowest.get(0);
    }

    private double[] ones() {
        double[] ones = new double[count];
        Arrays.fill(ones, 1);
        return ones;
    }
}
