package org.macrostate.equations.spectrum;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.macrostate.equations.BadInput;

/**
 * The Gauss nodes of a density on an interval, by its double exponential discretisation (H. Takahasi and M. Mori, Publ.
 * RIMS 9, 721, 1974), which keeps its accuracy where the density has algebraic ends.
 */
public final class DensitySpectrum {
    private static final double STEP = 1.0 / 64;
    private static final double FARTHEST = 4;
    /** Decades of the distance from an end whose masses are compared. */
    private static final double[] DECADES = {1e-14, 1e-10, 1e-6};
    /** The outer decades hold nearly as much as those before them: the integral grows without end. */
    private static final double SAME = 0.9;

    private static final double RELEVANT = 1e-3;

    private DensitySpectrum() {}

    /**
     * The nodes; the density is scaled to mass one.
     *
     * @throws BadInput if it is negative somewhere, or its integral is zero or infinite
     */
    public static SpectralNodes nodes(DoubleUnaryOperator density, double from, double to, int nodes) {
        List<double[]> points = new ArrayList<>();
        double[] lower = new double[2];
        double[] upper = new double[2];
        double total = 0;
        for (double t = -FARTHEST; t <= FARTHEST; t += STEP) {
            double below = 1 / (1 + Math.exp(-Math.PI * Math.sinh(t)));
            double above = 1 / (1 + Math.exp(Math.PI * Math.sinh(t)));
            double x = t < 0 ? from + (to - from) * below : to - (to - from) * above;
            double measure = STEP * (to - from) * Math.PI * Math.cosh(t) * below * above;
            if (!(measure > 0) || x <= from && from != 0 || x >= to || x <= 0 && from == 0) {
                continue;
            }
            double mass = mass(density, x, measure, Math.min(below, above));
            collect(below, mass, lower);
            collect(above, mass, upper);
            total += mass;
            if (mass > 0) {
                points.add(new double[] {x, mass});
            }
        }
        requireNormalisable(total, lower, upper);
        List<double[]> distinct = new ArrayList<>();
        for (double[] point : points) {
            double[] last = distinct.isEmpty() ? new double[] {Double.NaN, 0} : distinct.get(distinct.size() - 1);
            if (last[0] == point[0]) {
                last[1] += point[1];
            } else {
                distinct.add(point);
            }
        }
        return SpectralNodes.ofPoints(
                distinct.stream().mapToDouble(p -> p[0]).toArray(),
                distinct.stream().mapToDouble(p -> p[1]).toArray(),
                nodes);
    }

    private static double mass(DoubleUnaryOperator density, double x, double measure, double fromEnd) {
        double value = density.applyAsDouble(x);
        if (value < 0) {
            throw new BadInput("a density must be nonnegative, was " + (float) value + " at x = " + (float) x);
        }
        if (!Double.isFinite(value)) {
            if (fromEnd < DECADES[0]) {
                return 0;
            }
            throw new BadInput("the density has no finite value at x = " + (float) x);
        }
        return value * measure;
    }

    private static void collect(double fromEnd, double mass, double[] decades) {
        if (fromEnd > DECADES[0] && fromEnd <= DECADES[1]) {
            decades[0] += mass;
        } else if (fromEnd > DECADES[1] && fromEnd <= DECADES[2]) {
            decades[1] += mass;
        }
    }

    private static void requireNormalisable(double total, double[]... ends) {
        boolean bounded = Double.isFinite(total) && total > 0;
        for (double[] end : ends) {
            bounded &= !(end[0] > SAME * end[1] && end[0] > RELEVANT * total);
        }
        if (!bounded) {
            throw new BadInput("the density is not normalisable: its integral must be positive and finite"
                    + (total == 0 ? ", was 0" : ""));
        }
    }
}
