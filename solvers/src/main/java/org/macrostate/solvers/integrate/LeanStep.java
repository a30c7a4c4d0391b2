package org.macrostate.solvers.integrate;

import org.hipparchus.ode.EquationsMapper;
import org.hipparchus.ode.ExpandableODE;
import org.hipparchus.ode.ODEStateAndDerivative;
import org.hipparchus.ode.nonstiff.interpolators.DormandPrince853StateInterpolator;
import org.hipparchus.ode.sampling.AbstractODEStateInterpolator;
import org.jspecify.annotations.Nullable;

/**
 * An accepted step of {@link LeanDormandPrince853}. Its inside is Hipparchus' dense output, whose three further stages
 * are evaluated when it is first looked at: most steps never are.
 */
final class LeanStep extends AbstractODEStateInterpolator {
    private static final long serialVersionUID = 1L;

    private final transient Inside inside;

    private LeanStep(
            Inside inside,
            boolean forward,
            ODEStateAndDerivative globalStart,
            ODEStateAndDerivative globalEnd,
            ODEStateAndDerivative start,
            ODEStateAndDerivative end,
            EquationsMapper mapper) {
        super(forward, globalStart, globalEnd, start, end, mapper);
        this.inside = inside;
    }

    /**
     * @param further weights of the stages for dense output only
     * @param furtherTimes their times, as parts of the step
     * @param slopes of the first 13 stages
     */
    static LeanStep of(
            StageSum[] further,
            double[] furtherTimes,
            double[][] slopes,
            boolean forward,
            ODEStateAndDerivative start,
            ODEStateAndDerivative end,
            ExpandableODE equations) {
        Inside inside = new Inside(further, furtherTimes, slopes.clone(), forward, start, end, equations);
        return new LeanStep(inside, forward, start, end, start, end, equations.getMapper());
    }

    @Override
    protected LeanStep create(
            boolean forward,
            ODEStateAndDerivative globalStart,
            ODEStateAndDerivative globalEnd,
            ODEStateAndDerivative start,
            ODEStateAndDerivative end,
            EquationsMapper mapper) {
        return new LeanStep(inside, forward, globalStart, globalEnd, start, end, mapper);
    }

    @Override
    protected ODEStateAndDerivative computeInterpolatedStateAndDerivatives(
            EquationsMapper mapper, double time, double theta, double done, double left) {
        return inside.interpolator().getInterpolatedState(time);
    }

    private static final class Inside {
        private final StageSum[] further;
        private final double[] furtherTimes;
        private final double[][] slopes;
        private final boolean forward;
        private final ODEStateAndDerivative start;
        private final ODEStateAndDerivative end;
        private final ExpandableODE equations;
        private @Nullable DormandPrince853StateInterpolator interpolator;

        Inside(
                StageSum[] further,
                double[] furtherTimes,
                double[][] slopes,
                boolean forward,
                ODEStateAndDerivative start,
                ODEStateAndDerivative end,
                ExpandableODE equations) {
            this.further = further;
            this.furtherTimes = furtherTimes;
            this.slopes = slopes;
            this.forward = forward;
            this.start = start;
            this.end = end;
            this.equations = equations;
        }

        DormandPrince853StateInterpolator interpolator() {
            if (interpolator == null) {
                interpolator = new DormandPrince853StateInterpolator(
                        forward, allSlopes(), start, end, start, end, equations.getMapper());
            }
            return interpolator;
        }

        private double[][] allSlopes() {
            double h = end.getTime() - start.getTime();
            double[] y = start.getCompleteState();
            double[][] all = java.util.Arrays.copyOf(slopes, slopes.length + further.length);
            for (int i = 0; i < further.length; i++) {
                double[] state = new double[y.length];
                further[i].apply(y, h, all, state);
                all[slopes.length + i] = equations.computeDerivatives(start.getTime() + furtherTimes[i] * h, state);
            }
            return all;
        }
    }
}
