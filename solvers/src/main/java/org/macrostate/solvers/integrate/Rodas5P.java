package org.macrostate.solvers.integrate;

import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.ode.ExpandableODE;
import org.hipparchus.ode.LocalizedODEFormats;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.ODEStateAndDerivative;
import org.hipparchus.ode.nonstiff.AdaptiveStepsizeIntegrator;

/**
 * The Rosenbrock method Rodas5P for stiff systems: order 5 with an embedded method of order 4, eight stages, A-stable and
 * stiffly accurate, dense output of order 4. One Jacobian and one factorisation a step, no iteration. Integrates forward,
 * one set of equations.
 *
 * <p>G. Steinebach, Construction of Rosenbrock–Wanner method Rodas5P and numerical benchmarks within the Julia
 * Differential Equations package, BIT Numerical Mathematics 63, 27 (2023).
 */
final class Rodas5P extends AdaptiveStepsizeIntegrator {
    static final int ORDER = 5;
    private static final double SAFETY = 0.9;
    private static final double LEAST_FACTOR = 0.2;
    private static final double LARGEST_FACTOR = 6;
    private static final double GROWTH_EXPONENT = -1.0 / ORDER;

    private final LinearisedEquation equation;
    private double[] y = {};
    private double time;

    /** @param equation the one that is integrated, with its derivatives */
    Rodas5P(double minStep, double maxStep, double absolute, double relative, LinearisedEquation equation) {
        super("Rodas5P", minStep, maxStep, absolute, relative);
        this.equation = equation;
    }

    @Override
    public ODEStateAndDerivative integrate(ExpandableODE equations, ODEState start, double end) {
        if (equations.getMapper().getNumberOfEquations() != 1 || !(end > start.getTime())) {
            throw new IllegalArgumentException("Rodas5P integrates one set of equations, forward");
        }
        sanityChecks(start, end);
        setStepStart(initIntegration(equations, start, end));
        RosenbrockStep step = new RosenbrockStep(equation, getStepStart().getCompleteStateDimension());
        y = getStepStart().getCompleteState();
        double h = initializeStep(true, ORDER, scale(), getStepStart());
        setIsLastStep(false);
        do {
            double error = accurateStep(step, h, end);
            accept(step, equations, end);
            if (!isLastStep()) {
                double wanted = getStepSize() * factor(error);
                h = getStepSizeHelper().filterStep(wanted, true, time + wanted >= end);
            }
        } while (!isLastStep());
        ODEStateAndDerivative reached = getStepStart();
        resetInternalState();
        return reached;
    }

    private double[] scale() {
        double[] scale = new double[y.length];
        for (int i = 0; i < scale.length; i++) {
            scale[i] = getStepSizeHelper().getTolerance(i, Math.abs(y[i]));
        }
        return scale;
    }

    private double accurateStep(RosenbrockStep step, double first, double end) {
        double h = first;
        time = getStepStart().getTime();
        step.linearise(time, y, getStepStart().getCompleteDerivative());
        while (true) {
            setStepSize(Math.min(h, end - time));
            boolean solved = step.attempt(getStepSize());
            incrementEvaluations(RosenbrockStep.STAGES - 1);
            double error = solved ? norm(step) : Double.NaN;
            if (error < 1) {
                return error;
            }
            double factor = Double.isNaN(error) ? LEAST_FACTOR : factor(error);
            h = shorter(getStepSize() * factor);
        }
    }

    private double shorter(double h) {
        if (!(h >= getMinStep())) {
            throw new MathIllegalStateException(
                    LocalizedODEFormats.MINIMAL_STEPSIZE_REACHED_DURING_INTEGRATION, h, getMinStep(), true);
        }
        return h;
    }

    private double norm(RosenbrockStep step) {
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            double size = Math.max(Math.abs(y[i]), Math.abs(step.end()[i]));
            double ratio = step.error()[i] / getStepSizeHelper().getTolerance(i, size);
            sum += ratio * ratio;
        }
        return Math.sqrt(sum / y.length);
    }

    private static double factor(double error) {
        return Math.min(LARGEST_FACTOR, Math.max(LEAST_FACTOR, SAFETY * Math.pow(error, GROWTH_EXPONENT)));
    }

    private void accept(RosenbrockStep step, ExpandableODE equations, double end) {
        double t = time + getStepSize();
        double[] slope = computeDerivatives(t, step.end());
        ODEStateAndDerivative ended = equations.getMapper().mapStateAndDerivative(t, step.end(), slope);
        setStepStart(acceptStep(RosenbrockInterpolator.of(step, getStepStart(), ended, equations.getMapper()), end));
        y = getStepStart().getCompleteState();
        time = getStepStart().getTime();
    }
}
