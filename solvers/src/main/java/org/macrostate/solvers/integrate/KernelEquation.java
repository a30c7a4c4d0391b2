package org.macrostate.solvers.integrate;

import java.util.Optional;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.macrostate.solvers.kernel.Kernel;

/**
 * A kernel as Hipparchus' right-hand side. Hipparchus keeps the derivatives of the stages of one step (at most 16, with
 * those of its interpolator) by reference: a ring of arrays longer than that serves all steps.
 */
final class KernelEquation implements OrdinaryDifferentialEquation, LinearisedEquation {
    static final int RING = 32;
    static final double LARGEST = 1e100;

    private final Kernel kernel;
    private final double[] parameters;
    private final Integration settings;
    private final double[][] ring;
    private final double[] work;
    private final Optional<Linearisation> linearisation;
    private final StiffnessMonitor stiffness;
    private double[] derivativeWork = {};
    private long evaluations;

    KernelEquation(TrajectoryProblem problem, Integration settings, StiffnessMonitor stiffness) {
        this.kernel = problem.rightHandSide();
        this.parameters = problem.parameters();
        this.settings = settings;
        this.linearisation = problem.linearisation();
        this.stiffness = stiffness;
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
        double[] out = ring[(int) (evaluations % RING)];
        rates(t, state, out);
        stiffness.evaluated(t, state, out);
        return out;
    }

    @Override
    public void rates(double t, double[] state, double[] out) {
        if (evaluations >= settings.maxEvaluations()) {
            throw new Halt(Halt.Reason.TOO_MANY_EVALUATIONS, t, "");
        }
        evaluations++;
        requireOrdinary(t, state, "");
        kernel.eval(t, state, parameters, out, work);
        requireOrdinary(t, out, "the derivative of ");
    }

    @Override
    public void jacobian(double t, double[] state, double[] out) {
        derivative(linearisation.orElseThrow().jacobian(), t, state, out);
    }

    @Override
    public void timeDerivative(double t, double[] state, double[] out) {
        derivative(linearisation.orElseThrow().timeDerivative(), t, state, out);
    }

    private void derivative(Kernel derivative, double t, double[] state, double[] out) {
        if (derivativeWork.length < derivative.workLength()) {
            derivativeWork = new double[derivative.workLength()];
        }
        derivative.eval(t, state, parameters, out, derivativeWork);
        for (double value : out) {
            if (!(Math.abs(value) <= LARGEST)) {
                throw new Halt(Halt.Reason.NOT_ORDINARY, t, "a derivative of the rates is " + value);
            }
        }
    }

    private void requireOrdinary(double t, double[] values, String role) {
        for (int i = 0; i < values.length; i++) {
            if (!(Math.abs(values[i]) <= LARGEST)) {
                throw new Halt(Halt.Reason.NOT_ORDINARY, t, role + settings.name(i) + " is " + values[i]);
            }
        }
    }
}
