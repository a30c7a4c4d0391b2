package org.macrostate.solvers.integrate;

import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.macrostate.solvers.kernel.Kernel;

/**
 * A kernel as Hipparchus' right-hand side, and nothing else: rates that are no numbers show in the error of their step.
 * Looking at each rate and state costs half as much as a small kernel.
 */
final class BareEquation implements OrdinaryDifferentialEquation {
    private final Kernel kernel;
    private final double[] parameters;
    private final long mostEvaluations;
    private final double[][] ring;
    private final double[] work;
    private long evaluations;

    BareEquation(TrajectoryProblem problem, long mostEvaluations) {
        kernel = problem.rightHandSide();
        parameters = problem.parameters();
        this.mostEvaluations = mostEvaluations;
        ring = new double[KernelEquation.RING][kernel.outputLength()];
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
        if (evaluations >= mostEvaluations) {
            throw new Halt(Halt.Reason.TOO_MANY_EVALUATIONS, t, "");
        }
        double[] out = ring[(int) evaluations & (KernelEquation.RING - 1)];
        evaluations++;
        kernel.eval(t, state, parameters, out, work);
        return out;
    }
}
