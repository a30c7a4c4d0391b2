package org.macrostate.solvers.control;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Minimisation on the unit box: limited-memory BFGS directions in the variables that no bound holds back, projected line search
 * with sufficient decrease. Deterministic and without state of its own.
 *
 * <p>Bertsekas, Projected Newton methods for optimization problems with simple constraints, SIAM J. Control Optim. 20, 221
 * (1982); Nocedal and Wright, Numerical Optimization, 2nd edition, algorithm 7.4.
 *
 * @param mostIterations after which it ends
 * @param residual at which it ends, as a part of 1 + |value|
 * @param decrease relative, below which an iteration counts as one without gain
 * @param patience iterations in a row that may be cut short by points which are no candidates: the search then is held at the
 *     edge of the domain
 */
record BoundedQuasiNewton(int mostIterations, double residual, double decrease, int patience) {
    private static final int MEMORY = 30;
    private static final int IDLE = 4;
    private static final int BACKTRACKS = 30;
    private static final int EXPANSIONS = 6;
    private static final double SUFFICIENT = 1e-4;
    private static final double CURVED = 0.9;
    private static final double FIRST_MOVE = 0.1;
    private static final double NEAR_BOUND = 1e-3;
    private static final double CURVATURE = 1e-10;

    private record Pair(double[] step, double[] change, double product) {}

    LocalMinimum minimise(SmoothFunction function, double[] start) {
        double[] x = start.clone();
        for (int i = 0; i < x.length; i++) {
            x[i] = Math.min(1, Math.max(0, x[i]));
        }
        SmoothFunction.Point point = function.at(x);
        double value = point.value();
        if (!Double.isFinite(value)) {
            return new LocalMinimum(x, Double.POSITIVE_INFINITY, new double[x.length], Double.NaN, 0, false);
        }
        double[] gradient = point.gradient();
        Deque<Pair> memory = new ArrayDeque<>();
        int idle = 0;
        int blocked = 0;
        int iteration = 0;
        boolean converged = false;
        while (iteration < mostIterations) {
            if (LocalMinimum.residual(x, gradient) <= residual * (1 + Math.abs(value))) {
                converged = true;
                break;
            }
            iteration++;
            double[] direction = direction(x, gradient, memory);
            Move move = search(function, x, value, gradient, direction, memory.isEmpty());
            if (move == null) {
                if (memory.isEmpty()) {
                    converged = true;
                    break;
                }
                memory.clear();
                continue;
            }
            double[] next = move.point.gradient();
            remember(memory, x, move.at, gradient, next);
            blocked = move.blocked ? blocked + 1 : 0;
            idle = value - move.point.value() <= decrease * Math.abs(value) ? idle + 1 : 0;
            x = move.at;
            value = move.point.value();
            gradient = next;
            if (idle >= IDLE || blocked >= patience) {
                converged = idle >= IDLE;
                break;
            }
        }
        return new LocalMinimum(x, value, gradient, LocalMinimum.residual(x, gradient), iteration, converged);
    }

    /** @param blocked whether a point further along was no candidate at all */
    private record Move(double[] at, SmoothFunction.Point point, boolean blocked) {}

    /** A point that is enough lower along the projected ray; null if there is none. */
    private static @org.jspecify.annotations.Nullable Move search(
            SmoothFunction function, double[] x, double value, double[] gradient, double[] direction, boolean first) {
        double largest = 0;
        for (double d : direction) {
            largest = Math.max(largest, Math.abs(d));
        }
        if (!(largest > 0)) {
            return null;
        }
        double length = first ? FIRST_MOVE / largest : Math.min(1, 2 / largest);
        boolean blocked = false;
        for (int i = 0; i < BACKTRACKS; i++) {
            double[] at = projected(x, direction, length);
            double slope = along(gradient, x, at);
            if (!(slope < 0)) {
                return null;
            }
            SmoothFunction.Point point = function.at(at);
            if (point.value() <= value + SUFFICIENT * slope) {
                Move move = new Move(at, point, blocked);
                return i == 0 ? expanded(function, x, direction, length, slope, move) : move;
            }
            blocked |= !Double.isFinite(point.value());
            double fitted = Double.isFinite(point.value()) ? -slope / (2 * (point.value() - value - slope)) : 0;
            length *= Math.min(0.5, Math.max(0.1, fitted));
        }
        return null;
    }

    /** Where the function still falls as steeply as at the start of the ray, the step was too short. */
    private static Move expanded(
            SmoothFunction function, double[] x, double[] direction, double first, double slope, Move found) {
        Move best = found;
        double length = first;
        for (int i = 0; i < EXPANSIONS; i++) {
            if (along(best.point.gradient(), x, best.at) > CURVED * slope * length / first) {
                return best;
            }
            length *= 3;
            double[] at = projected(x, direction, length);
            if (java.util.Arrays.equals(at, best.at)) {
                return best;
            }
            SmoothFunction.Point point = function.at(at);
            if (!(point.value() < best.point.value())) {
                return best;
            }
            best = new Move(at, point, false);
        }
        return best;
    }

    private static double along(double[] gradient, double[] from, double[] to) {
        double sum = 0;
        for (int i = 0; i < from.length; i++) {
            sum += gradient[i] * (to[i] - from[i]);
        }
        return sum;
    }

    private static double[] projected(double[] x, double[] direction, double length) {
        double[] at = new double[x.length];
        for (int i = 0; i < at.length; i++) {
            at[i] = Math.min(1, Math.max(0, x[i] + length * direction[i]));
        }
        return at;
    }

    private static void remember(Deque<Pair> memory, double[] x, double[] next, double[] gradient, double[] after) {
        double[] step = new double[x.length];
        double[] change = new double[x.length];
        double product = 0;
        double square = 0;
        for (int i = 0; i < x.length; i++) {
            step[i] = next[i] - x[i];
            change[i] = after[i] - gradient[i];
            product += step[i] * change[i];
            square += change[i] * change[i];
        }
        if (product > CURVATURE * square) {
            memory.addLast(new Pair(step, change, product));
            if (memory.size() > MEMORY) {
                memory.removeFirst();
            }
        }
    }

    /** Quasi-Newton in free variables, scaled steepest descent in those about to be held. */
    private static double[] direction(double[] x, double[] gradient, Deque<Pair> memory) {
        double near = Math.min(NEAR_BOUND, LocalMinimum.residual(x, gradient));
        boolean[] free = new boolean[x.length];
        double[] d = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            free[i] = !(x[i] <= near && gradient[i] > 0 || x[i] >= 1 - near && gradient[i] < 0);
            d[i] = free[i] ? -gradient[i] : 0;
        }
        double scale = recursion(d, free, memory);
        double slope = 0;
        for (int i = 0; i < x.length; i++) {
            if (free[i]) {
                slope += d[i] * gradient[i];
            }
        }
        for (int i = 0; i < x.length; i++) {
            if (!free[i] || !(slope < 0)) {
                d[i] = -scale * gradient[i];
            }
        }
        return d;
    }

    /** The two loops, on free variables; returns the scale of the initial matrix. */
    private static double recursion(double[] d, boolean[] free, Deque<Pair> memory) {
        List<Pair> pairs = new ArrayList<>(memory);
        double[] products = new double[pairs.size()];
        double[] weights = new double[pairs.size()];
        double scale = 1;
        for (int p = pairs.size() - 1; p >= 0; p--) {
            products[p] = dot(pairs.get(p).step, pairs.get(p).change, free);
            double square = dot(pairs.get(p).change, pairs.get(p).change, free);
            if (!(products[p] > CURVATURE * square) || !(square > 0)) {
                products[p] = 0;
                continue;
            }
            if (scale == 1) {
                scale = products[p] / square;
            }
            weights[p] = dot(pairs.get(p).step, d, free) / products[p];
            add(d, -weights[p], pairs.get(p).change, free);
        }
        for (int i = 0; i < d.length; i++) {
            d[i] *= scale;
        }
        for (int p = 0; p < pairs.size(); p++) {
            if (products[p] > 0) {
                double weight = dot(pairs.get(p).change, d, free) / products[p];
                add(d, weights[p] - weight, pairs.get(p).step, free);
            }
        }
        return scale;
    }

    private static double dot(double[] a, double[] b, boolean[] free) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            if (free[i]) {
                sum += a[i] * b[i];
            }
        }
        return sum;
    }

    private static void add(double[] to, double factor, double[] what, boolean[] free) {
        for (int i = 0; i < to.length; i++) {
            if (free[i]) {
                to[i] += factor * what[i];
            }
        }
    }
}
