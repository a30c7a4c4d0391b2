package org.macrostate.reports.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Diagonal stripes inside loops (even-odd rule), computed rather than left to a canvas so that all canvases agree. */
final class Hatching {
    private Hatching() {}

    /** Segments x0, y0, x1, y1 along x + y = const, a {@code gap} apart at right angles. */
    static List<double[]> of(List<double[]> loops, double gap) {
        double step = gap * Math.sqrt(2);
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double[] loop : loops) {
            for (int i = 0; i < loop.length; i += 2) {
                low = Math.min(low, loop[i] + loop[i + 1]);
                high = Math.max(high, loop[i] + loop[i + 1]);
            }
        }
        var stripes = new ArrayList<double[]>();
        for (double sum = Math.ceil(low / step) * step; sum < high; sum += step) {
            double[] crossings = crossings(loops, sum);
            for (int k = 0; k + 1 < crossings.length; k += 2) {
                stripes.add(new double[] {crossings[k], sum - crossings[k], crossings[k + 1], sum - crossings[k + 1]});
            }
        }
        return stripes;
    }

    private static double[] crossings(List<double[]> loops, double sum) {
        var found = new ArrayList<Double>();
        for (double[] loop : loops) {
            int n = loop.length;
            for (int i = 0; i < n; i += 2) {
                double a = loop[i] + loop[i + 1] - sum;
                double b = loop[(i + 2) % n] + loop[(i + 3) % n] - sum;
                if ((a >= 0) != (b >= 0)) {
                    found.add(loop[i] + a / (a - b) * (loop[(i + 2) % n] - loop[i]));
                }
            }
        }
        double[] sorted = found.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted;
    }
}
