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
    private final Integration settings;
    private final double[][] ring;
    private final double[] work;
    private long evaluations;

    KernelEquation(Kernel kernel, double[] parameters, Integration settings) {
        this.kernel = kernel;
        this.parameters = parameters;
        this.settings = settings;
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
        if (evaluations >= settings.maxEvaluations()) {
            throw new Halt(Halt.Reason.TOO_MANY_EVALUATIONS, t, "");
        }
        double[] out = ring[(int) (evaluations % RING)];
        evaluations++;
        requireOrdinary(t, state, "");
        kernel.eval(t, state, parameters, out, work);
        requireOrdinary(t, out, "the derivative of ");
        return out;
    }

    private void requireOrdinary(double t, double[] values, String role) {
        for (int i = 0; i < values.length; i++) {
            if (!(Math.abs(values[i]) <= LARGEST)) {
                throw new Halt(Halt.Reason.NOT_ORDINARY, t, role + settings.name(i) + " is " + values[i]);
            }
        }
    }
}
