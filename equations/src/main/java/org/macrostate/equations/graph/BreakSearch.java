package org.macrostate.equations.graph;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.TreeSet;

/**
 * Zeros in time of functions of time: intervals over which interval arithmetic excludes a zero are dropped, others halved
 * until they are a few floating-point numbers wide. No zero is stepped over; those of polynomials are met to rounding.
 */
final class BreakSearch {
    /** Halvings of one function: some thousands of zeros, each followed to rounding. */
    private static final int BUDGET = 400_000;

    private static final double ULPS = 4;

    private final Program arguments;
    private final List<Boolean> whole;
    private final NodeBounds bounds;

    /**
     * @param arguments an output each
     * @param whole whether all whole numbers are looked for instead of zero
     */
    BreakSearch(Program arguments, List<Boolean> whole, double[] parameters) {
        this.arguments = arguments;
        this.whole = whole;
        this.bounds = new NodeBounds(arguments, parameters);
    }

    private record Interval(double from, double to) {}

    double[] between(double from, double to) {
        TreeSet<Double> found = new TreeSet<>();
        for (int output = 0; output < whole.size(); output++) {
            search(output, from, to, found);
        }
        TreeSet<Double> apart = new TreeSet<>();
        double closest = 64 * Math.ulp(Math.max(Math.abs(from), Math.abs(to)));
        for (double t : found) {
            boolean inside = t - from > closest && to - t > closest;
            if (inside && (apart.isEmpty() || t - apart.last() > closest)) {
                apart.add(t);
            }
        }
        return apart.stream().mapToDouble(t -> t).toArray();
    }

    private void search(int output, double from, double to, TreeSet<Double> found) {
        Deque<Interval> open = new ArrayDeque<>(List.of(new Interval(from, to)));
        int budget = BUDGET;
        while (!open.isEmpty() && budget-- > 0) {
            Interval interval = open.removeFirst();
            if (!mayBreak(output, interval)) {
                continue;
            }
            double middle = interval.from() + (interval.to() - interval.from()) / 2;
            if (interval.to() - interval.from() <= ULPS * Math.ulp(middle)) {
                found.add(middle);
            } else {
                open.addLast(new Interval(interval.from(), middle));
                open.addLast(new Interval(middle, interval.to()));
            }
        }
    }

    private boolean mayBreak(int output, Interval interval) {
        bounds.over(interval.from(), interval.to());
        int node = arguments.outputs().get(output);
        double low = bounds.low(node);
        double high = bounds.high(node);
        if (low == high) {
            return false;
        }
        return whole.get(output) ? Math.floor(low) != Math.floor(high) : low <= 0 && high >= 0;
    }
}
