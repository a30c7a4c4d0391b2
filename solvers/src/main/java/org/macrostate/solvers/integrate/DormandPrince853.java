package org.macrostate.solvers.integrate;

import java.util.Arrays;
import org.hipparchus.ode.EquationsMapper;
import org.hipparchus.ode.ExpandableODE;
import org.hipparchus.ode.ODEStateAndDerivative;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.hipparchus.ode.nonstiff.interpolators.DormandPrince853StateInterpolator;
import org.jspecify.annotations.Nullable;

/**
 * Dormand and Prince's method of order 8 with embedded methods of order 5 and 3, lean: nothing is allocated in a step, and the three
 * stages that only the inside of a step needs are evaluated when it is first looked at. Coefficients and dense output are
 * Hipparchus'.
 *
 * <p>Hairer, Nørsett and Wanner, Solving Ordinary Differential Equations I, section II.10 (code DOP853).
 */
final class DormandPrince853 implements OneStepMethod {
    private static final int STAGES = 13;
    private static final int LAST = STAGES - 1;
    private static final int ORDER = 8;

    /** Differences from the embedded methods of order 5 and 3, for stages 0 and 5 to 11. */
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
    private static final StageSum[] SUMS =
            Arrays.stream(METHOD.getA()).map(StageSum::new).toArray(StageSum[]::new);
    private static final double[] TIMES = METHOD.getC();

    private final RightHandSide equation;
    private final double absolute;
    private final double relative;
    private final double[][] slopes;
    private final double[] beforeLast;
    private final EquationsMapper mapper;
    private double[] y;
    private double[] next;
    private double time;
    private double until;
    private boolean further;
    private @Nullable DormandPrince853StateInterpolator interpolator;

    DormandPrince853(RightHandSide equation, Tolerances tolerances) {
        this.equation = equation;
        this.absolute = tolerances.absolute();
        this.relative = tolerances.relative();
        int n = equation.length();
        slopes = new double[TIMES.length + 1][n];
        beforeLast = new double[n];
        y = new double[n];
        next = new double[n];
        mapper = new ExpandableODE(new Sized(n)).getMapper();
    }

    /** Hipparchus' dense output asks for the number of elements only. */
    private record Sized(int dimension) implements OrdinaryDifferentialEquation {
        @Override
        public int getDimension() {
            return dimension;
        }

        @Override
        public double[] computeDerivatives(double t, double[] state) {
            throw new UnsupportedOperationException("only the dimension is asked for");
        }
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public void begin(double t, double[] state) {
        time = t;
        System.arraycopy(state, 0, y, 0, y.length);
        equation.rates(t, y, slopes[0]);
    }

    @Override
    public double[] slope() {
        return slopes[0];
    }

    @Override
    public double attempt(double end) {
        until = end;
        further = false;
        interpolator = null;
        double h = end - time;
        for (int stage = 1; stage < STAGES; stage++) {
            if (stage == LAST) {
                double[] kept = next;
                System.arraycopy(kept, 0, beforeLast, 0, kept.length);
            }
            SUMS[stage - 1].apply(y, h, slopes, next);
            equation.rates(stage >= LAST - 1 ? end : time + TIMES[stage - 1] * h, next, slopes[stage]);
        }
        return error(h);
    }

    private double error(double h) {
        double[] k0 = slopes[0];
        double[] k5 = slopes[5];
        double[] k6 = slopes[6];
        double[] k7 = slopes[7];
        double[] k8 = slopes[8];
        double[] k9 = slopes[9];
        double[] k10 = slopes[10];
        double[] k11 = slopes[11];
        int n = y.length;
        double fifth = 0;
        double third = 0;
        for (int j = 0; j < n; j++) {
            double scale = 1 / (absolute + relative * Math.max(Math.abs(y[j]), Math.abs(next[j])));
            double e5 = (FIFTH[0] * k0[j] + FIFTH[1] * k5[j] + FIFTH[2] * k6[j] + FIFTH[3] * k7[j])
                    + (FIFTH[4] * k8[j] + FIFTH[5] * k9[j] + FIFTH[6] * k10[j] + FIFTH[7] * k11[j]);
            double e3 = (THIRD[0] * k0[j] + THIRD[1] * k5[j] + THIRD[2] * k6[j] + THIRD[3] * k7[j])
                    + (THIRD[4] * k8[j] + THIRD[5] * k9[j] + THIRD[6] * k10[j] + THIRD[7] * k11[j]);
            fifth += e5 * scale * (e5 * scale);
            third += e3 * scale * (e3 * scale);
        }
        double below = fifth + 0.01 * third;
        double error = Math.abs(h) * fifth / Math.sqrt(n * (below <= 0 ? 1 : below));
        boolean ordinary = RightHandSide.isOrdinary(next) && RightHandSide.isOrdinary(slopes[LAST]);
        return ordinary && error <= Double.MAX_VALUE ? error : Double.NaN;
    }

    /**
     * The last two stages are two states at one time: the ratio of the difference of their slopes to their own, times the
     * step.
     */
    @Override
    public double stiffness() {
        double states = 0;
        double rates = 0;
        for (int i = 0; i < y.length; i++) {
            double state = next[i] - beforeLast[i];
            double rate = slopes[LAST][i] - slopes[LAST - 1][i];
            states += state * state;
            rates += rate * rate;
        }
        return states > 0 ? (until - time) * Math.sqrt(rates / states) : 0;
    }

    @Override
    public void accept() {
        double[] left = y;
        y = next;
        next = left;
        double[] slope = slopes[0];
        slopes[0] = slopes[LAST];
        slopes[LAST] = slope;
        time = until;
    }

    @Override
    public double from() {
        return time;
    }

    @Override
    public double to() {
        return until;
    }

    @Override
    public double[] start() {
        return y;
    }

    @Override
    public double[] end() {
        return next;
    }

    @Override
    public double[] inside(double t) {
        if (!further) {
            double[] state = new double[y.length];
            for (int stage = STAGES; stage < slopes.length; stage++) {
                SUMS[stage - 1].apply(y, until - time, slopes, state);
                equation.rates(time + TIMES[stage - 1] * (until - time), state, slopes[stage]);
            }
            further = true;
        }
        DormandPrince853StateInterpolator known = interpolator;
        if (known == null) {
            ODEStateAndDerivative from = mapper.mapStateAndDerivative(time, y.clone(), slopes[0].clone());
            ODEStateAndDerivative to = mapper.mapStateAndDerivative(until, next.clone(), slopes[LAST].clone());
            known = new DormandPrince853StateInterpolator(until > time, slopes, from, to, from, to, mapper);
            interpolator = known;
        }
        return known.getInterpolatedState(t).getPrimaryState();
    }
}
