package org.macrostate.solvers.fixedpoint;

import org.macrostate.solvers.kernel.CompiledSystem;
import org.macrostate.solvers.nonlinear.NonlinearSystem;
import org.macrostate.solvers.nonlinear.Vector;

/**
 * A compiled system at given parameters and time 0, with its scratch memory. Mutable: one a thread.
 *
 * <p>States have n elements, Jacobians n·n, row by row.
 */
public final class SystemAt implements NonlinearSystem {
    private final CompiledSystem system;
    private final double[] work;
    private final double[] parameters;

    /** @param parameters copied */
    public SystemAt(CompiledSystem system, double[] parameters) {
        this.system = system;
        this.parameters = parameters.clone();
        int scratch = Math.max(
                Math.max(system.rightHandSide().workLength(), system.jacobian().workLength()),
                Math.max(system.observables().workLength(), system.phases().workLength()));
        this.work = new double[scratch];
    }

    public CompiledSystem system() {
        return system;
    }

    /** n. */
    public int length() {
        return system.length();
    }

    @Override
    public int equations() {
        return system.length();
    }

    @Override
    public int unknowns() {
        return system.length();
    }

    @Override
    public void residual(double[] state, double[] rates) {
        system.rightHandSide().eval(0, state, parameters, rates, work);
    }

    @Override
    public double[] jacobian(double[] state) {
        double[] jacobian = new double[length() * length()];
        jacobian(state, jacobian);
        return jacobian;
    }

    /** The parameters in use, a copy. */
    public double[] parameters() {
        return parameters.clone();
    }

    /** Changes the parameters in place. */
    public void setParameters(double[] values) {
        System.arraycopy(values, 0, parameters, 0, parameters.length);
    }

    /**
     * Time derivatives of the state.
     *
     * @param rates overwritten, n
     * @return the largest modulus among them; NaN or infinite if one is not finite
     */
    public double rates(double[] state, double[] rates) {
        system.rightHandSide().eval(0, state, parameters, rates, work);
        return Vector.maxNorm(rates);
    }

    /** @param jacobian overwritten, n·n */
    public void jacobian(double[] state, double[] jacobian) {
        system.jacobian().eval(0, state, parameters, jacobian, work);
    }

    /** One value an observable. */
    public double[] observables(double[] state) {
        double[] values = new double[system.observables().outputLength()];
        system.observables().eval(0, state, parameters, values, work);
        return values;
    }

    /** The place of the first phase whose condition holds, or -1. */
    public int phase(double[] state) {
        double[] holds = new double[system.phases().outputLength()];
        system.phases().eval(0, state, parameters, holds, work);
        for (int i = 0; i < holds.length; i++) {
            if (holds[i] == 1) {
                return i;
            }
        }
        return -1;
    }
}
