package org.macrostate.solvers.integrate;

import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.macrostate.solvers.kernel.Kernel;

/**
 * A kernel as Hipparchus' right-hand side. Hipparchus keeps the derivatives of the stages of one step (at most 16, with
 * those of its interpolator) by reference: a ring of arrays longer than that serves all steps.
 */
final class KernelEquation implements OrdinaryDifferentialEquation {
    private static final int RING = 32;
    private static final double LARGEST = 1e100;

    private final Kernel kernel;
    private final double[] parameters;
    private final long maxEvaluations;
    private final double[][] ring;
    private final double[] work;
    private long evaluations;

    KernelEquation(Kernel kernel, double[] parameters, long maxEvaluations) {
        this.kernel = kernel;
        this.parameters = parameters;
        this.maxEvaluations = maxEvaluations;
        ring = new double[RING][kernel.outputLength()];
        work = new double[kernel.workLength()];
    }

    long evaluations() {
        return evaluations;
    }

    @Override
    public int getDimension() {
        return kernel.outputLength();
    }

    @Override
    public double[] computeDerivatives(double t, double[] state) {
        if (evaluations >= maxEvaluations) {
            throw new Halt(Halt.Reason.TOO_MANY_EVALUATIONS, t, "");
        }
        double[] out = ring[(int) (evaluations % RING)];
        evaluations++;
        requireOrdinary(t, state, "state element ");
        kernel.eval(t, state, parameters, out, work);
        requireOrdinary(t, out, "the derivative of state element ");
        return out;
    }

    private static void requireOrdinary(double t, double[] values, String role) {
        for (int i = 0; i < values.length; i++) {
            if (!(Math.abs(values[i]) <= LARGEST)) {
                throw new Halt(Halt.Reason.NOT_ORDINARY, t, role + i + " is " + values[i]);
            }
        }
    }
}
