package org.macrostate.solvers.fixedpoint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hipparchus.complex.Complex;
import org.macrostate.equations.TimeLimit;
import org.macrostate.solvers.kernel.CompiledSystem;
import org.macrostate.solvers.kernel.Kernel;
import org.macrostate.solvers.nonlinear.NonlinearSystem;
import org.macrostate.solvers.nonlinear.Spectrum;
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
    private final ConservedTotals totals;
    private final List<double[]> towards;

    /** @param parameters copied */
    public SystemAt(CompiledSystem system, double[] parameters) {
        this(system, parameters, ConservedTotals.NONE);
    }

    /**
     * With rates that also lead to given values of conserved totals.
     *
     * @param parameters copied
     */
    public SystemAt(CompiledSystem system, double[] parameters, ConservedTotals totals) {
        this.totals = totals;
        this.towards = totals.towards();
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
        TimeLimit.check();
        system.rightHandSide().eval(0, state, parameters, rates, work);
        for (int k = 0; k < totals.count(); k++) {
            double missing = totals.values().get(k) - Vector.dot(totals.rows().get(k), state);
            for (int i = 0; i < rates.length; i++) {
                rates[i] += missing * towards.get(k)[i];
            }
        }
    }

    /**
     * What counts as zero among the eigenvalues of {@link #spectrum}.
     *
     * @param part of the largest entry, times n, that rounding may leave
     */
    public double zero(List<Complex> eigenvalues, double[] jacobian, double part) {
        return Spectrum.zero(eigenvalues, totals.isEmpty() ? jacobian : totals.onLeaf(jacobian, length()), part);
    }

    /** The totals that its rates lead to. */
    public ConservedTotals totals() {
        return totals;
    }

    /**
     * Eigenvalues of the flow at given totals, by falling real part: n less one for each total.
     *
     * @param jacobian n·n, of this system
     */
    public List<Complex> spectrum(double[] jacobian) {
        int n = length();
        return totals.isEmpty()
                ? Spectrum.of(jacobian, n)
                : Spectrum.of(totals.onLeaf(jacobian, n), n - totals.count());
    }

    @Override
    public double[] jacobian(double[] state) {
        TimeLimit.check();
        double[] jacobian = new double[length() * length()];
        system.jacobian().refresh(0, state, parameters, jacobian, work);
        complete(state, jacobian);
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
        residual(state, rates);
        return Vector.maxNorm(rates);
    }

    /**
     * Derivatives of the rates; where a formula of one has no value, as at a kink, differences on the side of one.
     *
     * @param jacobian overwritten, n·n
     */
    public void jacobian(double[] state, double[] jacobian) {
        TimeLimit.check();
        system.jacobian().eval(0, state, parameters, jacobian, work);
        complete(state, jacobian);
    }

    private void complete(double[] state, double[] jacobian) {
        if (!Double.isFinite(Vector.maxNorm(jacobian))) {
            OneSidedDifferences.complete(
                    jacobian, state, (x, f) -> system.rightHandSide().eval(0, x, parameters, f, work));
        }
        int n = length();
        for (int k = 0; k < totals.count(); k++) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    jacobian[i * n + j] -= towards.get(k)[i] * totals.rows().get(k)[j];
                }
            }
        }
    }

    /**
     * The Jacobian times some directions, n numbers each; empty where it is computed as a whole, or a derivative has no value.
     *
     * @param directions n numbers each; not modified
     */
    Optional<List<double[]>> along(double[] state, List<double[]> directions) {
        Optional<Kernel> kernel = system.directionalDerivative();
        if (kernel.isEmpty()) {
            return Optional.empty();
        }
        TimeLimit.check();
        int n = length();
        double[] both = Arrays.copyOf(state, 2 * n);
        List<double[]> products = new ArrayList<>();
        for (double[] direction : directions) {
            System.arraycopy(direction, 0, both, n, n);
            double[] product = new double[n];
            kernel.get().eval(0, both, parameters, product, work);
            for (int k = 0; k < totals.count(); k++) {
                double change = Vector.dot(totals.rows().get(k), direction);
                product = Vector.moved(product, -change, towards.get(k));
            }
            if (!Double.isFinite(Vector.maxNorm(product))) {
                return Optional.empty();
            }
            products.add(product);
        }
        return Optional.of(products);
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
