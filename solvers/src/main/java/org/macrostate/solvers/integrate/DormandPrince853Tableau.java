package org.macrostate.solvers.integrate;

import java.util.Arrays;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;

/**
 * The coefficients of Dormand and Prince's method of order 8 with embedded methods of order 5 and 3, and its estimate of a
 * step's error. A step has 12 stages; the thirteenth is the first of the next step.
 *
 * <p>Hairer, Nørsett and Wanner, Solving Ordinary Differential Equations I, section II.10.
 */
public final class DormandPrince853Tableau {
    /** Stages of a step, with the slope at its end. */
    public static final int STAGES = 13;

    static final int ORDER = 8;

    /** Differences from the embedded methods of order 5 and 3, for stages 0 and 5 to 11 (code DOP853). */
    private static final double[] FIFTH = {
        116092271.0 / 8848465920.0,
        -1871647.0 / 1527680.0,
        -69799717.0 / 140793660.0,
        1230164450203.0 / 739113984000.0,
        -1980813971228885.0 / 5654156025964544.0,
        464500805.0 / 1389975552.0,
        1606764981773.0 / 19613062656000.0,
        -137909.0 / 6168960.0
    };

    private static final double[] THIRD = {
        -364463.0 / 1920240.0,
        3399327.0 / 763840.0,
        66578432.0 / 35198415.0,
        -1674902723.0 / 288716400.0,
        -74684743568175.0 / 176692375811392.0,
        -734375.0 / 4826304.0,
        171414593.0 / 851261400.0,
        69869.0 / 3084480.0
    };

    private static final DormandPrince853Integrator METHOD = new DormandPrince853Integrator(1, 1, 1, 1);
    static final StageSum[] SUMS =
            Arrays.stream(METHOD.getA()).map(StageSum::new).toArray(StageSum[]::new);
    static final double[] TIMES = METHOD.getC();

    private DormandPrince853Tableau() {}

    /** Row i: the weights of the slopes of stages 0 to i in the state of stage i + 1. Row 11 is the step's end. A copy. */
    public static double[][] weights() {
        return Arrays.copyOf(METHOD.getA(), STAGES - 1);
    }

    /** Where in the step stage i + 1 is, from 0 to 1. A copy. */
    public static double[] times() {
        return Arrays.copyOf(TIMES, STAGES - 1);
    }

    /** The sum for the state of stage i + 1. */
    public static StageSum sum(int i) {
        return SUMS[i];
    }

    /**
     * The error of a step in units of what is allowed.
     *
     * @param k slopes of the stages, n elements each; not modified
     * @param from n elements, the state before; not modified
     * @param to n elements, the state after; not modified
     */
    public static double error(
            double[][] k, double[] from, double[] to, double h, int n, double absolute, double relative) {
        double[] k0 = k[0];
        double[] k5 = k[5];
        double[] k6 = k[6];
        double[] k7 = k[7];
        double[] k8 = k[8];
        double[] k9 = k[9];
        double[] k10 = k[10];
        double[] k11 = k[11];
        double fifth = 0;
        double third = 0;
        for (int j = 0; j < n; j++) {
            double scale = 1 / (absolute + relative * Math.max(Math.abs(from[j]), Math.abs(to[j])));
            double e5 = (FIFTH[0] * k0[j] + FIFTH[1] * k5[j] + FIFTH[2] * k6[j] + FIFTH[3] * k7[j])
                    + (FIFTH[4] * k8[j] + FIFTH[5] * k9[j] + FIFTH[6] * k10[j] + FIFTH[7] * k11[j]);
            double e3 = (THIRD[0] * k0[j] + THIRD[1] * k5[j] + THIRD[2] * k6[j] + THIRD[3] * k7[j])
                    + (THIRD[4] * k8[j] + THIRD[5] * k9[j] + THIRD[6] * k10[j] + THIRD[7] * k11[j]);
            fifth += e5 * scale * (e5 * scale);
            third += e3 * scale * (e3 * scale);
        }
        double below = fifth + 0.01 * third;
        return Math.abs(h) * fifth / Math.sqrt(n * (below <= 0 ? 1 : below));
    }

    /** By which factor to change a step whose error was this, within the method's usual bounds. */
    public static double factor(double error) {
        return Math.min(
                METHOD.getMaxGrowth(),
                Math.max(METHOD.getMinReduction(), METHOD.getSafety() * Math.pow(error, -1.0 / ORDER)));
    }
}
