package org.macrostate.solvers.integrate;

import org.hipparchus.ode.EquationsMapper;
import org.hipparchus.ode.ExpandableODE;
import org.hipparchus.ode.ODEStateAndDerivative;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
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
    private static final int STAGES = DormandPrince853Tableau.STAGES;
    private static final int LAST = STAGES - 1;
    private static final StageSum[] SUMS = DormandPrince853Tableau.SUMS;
    private static final double[] TIMES = DormandPrince853Tableau.TIMES;

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
        mapper = new ExpandableODE(new Flow(equation)).getMapper();
    }

    /** The rates as Hipparchus knows them; its dense output asks for their number. */
    private record Flow(RightHandSide equation) implements OrdinaryDifferentialEquation {
        @Override
        public int getDimension() {
            return equation.length();
        }

        @Override
        public double[] computeDerivatives(double t, double[] state) {
            double[] rates = new double[equation.length()];
            equation.rates(t, state, rates);
            return rates;
        }
    }

    @Override
    public int order() {
        return DormandPrince853Tableau.ORDER;
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
        double error = DormandPrince853Tableau.error(slopes, y, next, h, y.length, absolute, relative);
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
