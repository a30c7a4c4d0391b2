package org.macrostate.equations.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A partition of time in whose parts functions of time vary by a tenth of their range at most. A part that is not yet that
 * fine is halved, all of a width before any of the next: what interval arithmetic shows to be flat is left wide, and a short
 * feature of a long flat function is found.
 *
 * @param edges of the parts, ascending; none if nothing varies
 */
public record TimeVariation(double[] edges) {
    /** Nothing varies. */
    public static final TimeVariation NONE = new TimeVariation(new double[0]);

    private static final double PART_OF_RANGE = 0.1;
    private static final double OF_SIZE = 1e-10;
    private static final int MOST_PARTS = 16_384;
    private static final int MOST_LEVELS = 48;
    private static final double PARTS_A_STEP = 4;

    /** @param signals functions of time and parameters, an output each */
    static TimeVariation of(Program signals, double[] parameters, double from, double to) {
        int count = signals.outputs().size();
        NodeBounds bounds = new NodeBounds(signals, parameters);
        Interpreter interpreter = new Interpreter(signals);
        double[] least = new double[count];
        double[] largest = new double[count];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        Arrays.fill(largest, Double.NEGATIVE_INFINITY);
        List<double[]> open = List.of(new double[] {from, to});
        List<double[]> parts = new ArrayList<>();
        double[] values = new double[count];
        for (int level = 0; level < MOST_LEVELS && !open.isEmpty(); level++) {
            for (double[] part : open) {
                interpreter.eval(part[0] + (part[1] - part[0]) / 2, new double[0], parameters, values);
                for (int i = 0; i < count; i++) {
                    if (Double.isFinite(values[i])) {
                        least[i] = Math.min(least[i], values[i]);
                        largest[i] = Math.max(largest[i], values[i]);
                    }
                }
            }
            List<double[]> next = new ArrayList<>();
            for (double[] part : open) {
                bounds.over(part[0], part[1]);
                boolean fine = true;
                for (int i = 0; i < count && fine; i++) {
                    fine = isFine(bounds, signals.outputs().get(i), least[i], largest[i]);
                }
                if (fine || parts.size() + next.size() + 2 > MOST_PARTS) {
                    parts.add(part);
                } else {
                    double middle = part[0] + (part[1] - part[0]) / 2;
                    next.add(new double[] {part[0], middle});
                    next.add(new double[] {middle, part[1]});
                }
            }
            open = next;
        }
        parts.addAll(open);
        double[] edges = new double[parts.size() + 1];
        for (int i = 0; i < parts.size(); i++) {
            edges[i] = parts.get(i)[0];
        }
        edges[parts.size()] = to;
        Arrays.sort(edges);
        return new TimeVariation(edges);
    }

    private static boolean isFine(NodeBounds bounds, int node, double least, double largest) {
        double low = bounds.low(node);
        double high = bounds.high(node);
        double range = Math.max(largest - least, OF_SIZE * Math.max(Math.abs(least), Math.abs(largest)));
        return high - low <= PART_OF_RANGE * range || low == high;
    }

    /** The longest step from a time on that passes over no part of which it could miss the variation. */
    public double longestStep(double t) {
        if (edges.length == 0) {
            return Double.POSITIVE_INFINITY;
        }
        int at = Arrays.binarySearch(edges, t);
        int part = Math.max(0, at >= 0 ? at : -at - 2);
        double longest = Double.POSITIVE_INFINITY;
        for (int i = part; i + 1 < edges.length && edges[i] - t < longest; i++) {
            double until = Math.max(0, edges[i] - t) + PARTS_A_STEP * (edges[i + 1] - edges[i]);
            longest = Math.min(longest, until);
        }
        return longest;
    }
}
