package org.macrostate.solvers.control;

import java.util.List;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.solvers.kernel.Kernel;
import org.macrostate.solvers.kernel.KernelCompiler;

/**
 * A system of size n with m controls and q integrals along its trajectories, compiled. Safe to share between threads.
 *
 * @param rates n + q outputs: time derivatives of the state and of the integrals, which they do not depend on
 * @param product n + m outputs, the vector–Jacobian product of the rates, from a state of n + n + q elements
 * @param quantity 1 + n + m outputs: the goal's quantity and its derivatives by state and controls
 * @param length n
 * @param integrals q
 */
public record ControlledSystem(
        Kernel rates, Kernel product, Kernel quantity, int length, int integrals, List<Control> controls) {
    public ControlledSystem {
        controls = List.copyOf(controls);
    }

    /**
     * Compiles a system.
     *
     * @param quantity number of the observable that the goal is about
     * @param integrands numbers of the observables whose integrals are kept
     */
    public static ControlledSystem of(
            BoundSystem bound, int quantity, List<Integer> integrands, List<Control> controls) {
        List<List<Integer>> groups = controls.stream().map(Control::positions).toList();
        return new ControlledSystem(
                KernelCompiler.compile(bound.ratesAndObservables(integrands)),
                KernelCompiler.compile(bound.vectorJacobianProduct(integrands, groups)),
                KernelCompiler.compile(bound.observableWithGradient(quantity, groups)),
                bound.state().length(),
                integrands.size(),
                controls);
    }

    /** n + q. */
    int size() {
        return length + integrals;
    }
}
