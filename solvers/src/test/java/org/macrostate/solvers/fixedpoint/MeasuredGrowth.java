package org.macrostate.solvers.fixedpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.hipparchus.complex.Complex;
import org.macrostate.solvers.kernel.CompiledSystem;

/** A small deviation, carried along by the compiled rates and kept small. */
final class MeasuredGrowth {
    private static final double SIZE = 1e-6;
    private static final int MOST_STEPS = 4000;
    private static final double SAME = 1e-6;

    /** Compares every leading eigenvalue that a search reports with the growth of a deviation. */
    static int compareAll(CompiledSystem system, int starts) {
        double[] parameters = system.bound().parameters().with(Map.of());
        FixedPoints found = FixedPointSearch.of(system).withStarts(starts).find(parameters);
        int compared = 0;
        for (FixedPoint point : found.points()) {
            if (point.stability().isDecided() && point.neutralModes() == 0) {
                double told = point.eigenvalues().get(0).getRealPart();
                MeasuredGrowth measured = new MeasuredGrowth(system, parameters, point);
                double tolerance = 2e-3 * (Math.abs(told) + 1e-2) + measured.unresolved;
                assertEquals(told, measured.growth(), tolerance, point::toString);
                compared++;
            }
        }
        return compared;
    }

    private final CompiledSystem system;
    private final double[] parameters;
    private final double[] at;
    private final double[] work;
    private final double step;
    private final int steps;
    private final int measured;
    /** What the second slowest direction is behind the slowest, where it would take too long to tell them apart; else zero. */
    private final double unresolved;

    /** Steps short beside the fastest time, and as many as it takes to tell the two slowest apart. */
    MeasuredGrowth(CompiledSystem system, double[] parameters, FixedPoint point) {
        this.system = system;
        this.parameters = parameters;
        this.at = point.state();
        this.work = new double[system.rightHandSide().workLength()];
        List<Complex> values = point.eigenvalues();
        boolean turns = values.get(0).getImaginaryPart() != 0;
        double longest = (turns ? 0.05 : 0.5)
                / values.stream().mapToDouble(Complex::norm).max().orElseThrow();
        double first = values.get(0).getRealPart();
        double gap = values.stream()
                .mapToDouble(value -> first - value.getRealPart())
                .filter(behind -> behind > SAME * values.get(values.size() - 1).norm())
                .min()
                .orElse(1 / longest);
        unresolved = 30 / (gap * longest) > MOST_STEPS ? gap : 0;
        int needed = (int) Math.min(MOST_STEPS, 100 + 30 / (gap * longest));
        // a deviation that turns has the same direction again after half a period
        double half = Math.PI / Math.abs(values.get(0).getImaginaryPart());
        step = Double.isFinite(half) ? half / Math.ceil(half / longest) : longest;
        measured = Double.isFinite(half)
                ? (int) Math.round(Math.ceil(needed * step / 2 / half) * half / step)
                : needed / 2;
        steps = needed - needed / 2 + measured;
    }

    /** Over the last half of the time, when the fastest growing direction is left; of one that turns, over whole turns. */
    double growth() {
        double[] x = PhysicalRegion.of(system.bound(), parameters).lengthened(at, 1e-7);
        for (int i = 0; i < x.length; i++) {
            x[i] += 1e-10 * (1 + i % 3);
        }
        double logarithm = 0;
        for (int i = 0; i < steps; i++) {
            double before = distance(x);
            x = moved(x);
            double after = distance(x);
            logarithm += i >= steps - measured ? Math.log(after / before) : 0;
            for (int j = 0; j < x.length; j++) {
                x[j] = at[j] + (x[j] - at[j]) * (SIZE / after);
            }
        }
        return logarithm / (step * measured);
    }

    private double distance(double[] x) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += (x[i] - at[i]) * (x[i] - at[i]);
        }
        return Math.sqrt(sum);
    }

    private double[] rates(double[] x) {
        double[] out = new double[x.length];
        system.rightHandSide().eval(0, x, parameters, out, work);
        return out;
    }

    /** The classical method of order four. */
    private double[] moved(double[] x) {
        double[] first = rates(x);
        double[] second = rates(sum(x, step / 2, first));
        double[] third = rates(sum(x, step / 2, second));
        double[] fourth = rates(sum(x, step, third));
        double[] moved = sum(x, step / 6, first);
        moved = sum(moved, step / 3, second);
        moved = sum(moved, step / 3, third);
        return sum(moved, step / 6, fourth);
    }

    private static double[] sum(double[] x, double factor, double[] y) {
        double[] sum = x.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += factor * y[i];
        }
        return sum;
    }
}
