package org.macrostate.solvers.cycle;

import java.util.Arrays;

/**
 * Intervals of [0, 1], a period's fractions, and periodic functions on them. Values of a function stand node by node, m
 * nodes an interval, n elements each; the last node of an interval is the first of the next, the very last the first.
 *
 * @param ends of the intervals, from 0 to 1; not to be modified
 */
record CycleMesh(double[] ends) {
    private static final int DEGREE = Collocation.DEGREE;
    private static final double LEAST_DENSITY = 0.2;

    static CycleMesh even(int intervals) {
        double[] ends = new double[intervals + 1];
        for (int i = 0; i <= intervals; i++) {
            ends[i] = (double) i / intervals;
        }
        return new CycleMesh(ends);
    }

    int intervals() {
        return ends.length - 1;
    }

    int nodes() {
        return intervals() * DEGREE;
    }

    double width(int interval) {
        return ends[interval + 1] - ends[interval];
    }

    double time(int node) {
        int interval = node / DEGREE;
        return ends[interval] + width(interval) * (node % DEGREE) / DEGREE;
    }

    /** Where the values of an interval's node stand among those of all nodes. */
    int place(int interval, int node, int n) {
        return (interval * DEGREE + node) % nodes() * n;
    }

    /** A function's value at a fraction of the period, n. */
    double[] at(double[] values, double time, int n) {
        int interval = Arrays.binarySearch(ends, time);
        interval = Math.max(0, Math.min(intervals() - 1, interval < 0 ? -interval - 2 : interval));
        double[] lagrange = Collocation.values((time - ends[interval]) / width(interval));
        double[] value = new double[n];
        for (int j = 0; j <= DEGREE; j++) {
            int place = place(interval, j, n);
            for (int e = 0; e < n; e++) {
                value[e] += lagrange[j] * values[place + e];
            }
        }
        return value;
    }

    /** A function's values at the nodes of another mesh. */
    double[] on(CycleMesh other, double[] values, int n) {
        double[] moved = new double[other.nodes() * n];
        for (int k = 0; k < other.nodes(); k++) {
            System.arraycopy(at(values, other.time(k), n), 0, moved, k * n, n);
        }
        return moved;
    }

    /**
     * Intervals in which the collocation of a function errs equally: the derivative of order m + 1, from
     * differences of the m-th, is equidistributed to the power 1/(m + 1) (R. D. Russell and J. Christiansen, SIAM J.
     * Numer. Anal. 15, 59 (1978)).
     */
    CycleMesh adapted(double[] values, int n, int wanted) {
        int count = intervals();
        double[][] highest = new double[count][n];
        for (int i = 0; i < count; i++) {
            double scale = Math.pow(DEGREE / width(i), DEGREE);
            int[] binomial = {1, -4, 6, -4, 1};
            for (int j = 0; j <= DEGREE; j++) {
                int place = place(i, j, n);
                for (int e = 0; e < n; e++) {
                    highest[i][e] += scale * binomial[j] * values[place + e];
                }
            }
        }
        double[] density = new double[count];
        double mean = 0;
        for (int i = 0; i < count; i++) {
            double error = (jump(highest, i, (i + 1) % count) + jump(highest, (i + count - 1) % count, i)) / 2;
            density[i] = Math.pow(error, 1.0 / (DEGREE + 1));
            mean += density[i] * width(i);
        }
        if (!(mean > 0) || !Double.isFinite(mean)) {
            return even(wanted);
        }
        double[] sums = new double[count + 1];
        for (int i = 0; i < count; i++) {
            sums[i + 1] = sums[i] + width(i) * Math.max(density[i], LEAST_DENSITY * mean);
        }
        double[] renewed = new double[wanted + 1];
        int interval = 0;
        for (int k = 1; k < wanted; k++) {
            double goal = sums[count] * k / wanted;
            while (sums[interval + 1] < goal) {
                interval++;
            }
            double part = (goal - sums[interval]) / (sums[interval + 1] - sums[interval]);
            renewed[k] = ends[interval] + part * width(interval);
        }
        renewed[wanted] = 1;
        return new CycleMesh(renewed);
    }

    private double jump(double[][] highest, int one, int other) {
        double sum = 0;
        for (int e = 0; e < highest[one].length; e++) {
            double difference = highest[other][e] - highest[one][e];
            sum += difference * difference;
        }
        return Math.sqrt(sum) * 2 / (width(one) + width(other));
    }
}
