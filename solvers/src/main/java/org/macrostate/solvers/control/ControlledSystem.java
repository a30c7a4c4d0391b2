package org.macrostate.solvers.control;

import java.util.Arrays;
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
 * @param logarithms positions in the state that hold the logarithm of a positive scalar, while starts and results hold the
 *     scalar itself
 */
public record ControlledSystem(
        Kernel rates,
        Kernel product,
        Kernel quantity,
        int length,
        int integrals,
        List<Control> controls,
        List<Integer> logarithms) {
    public ControlledSystem {
        logarithms = List.copyOf(logarithms);
        controls = List.copyOf(controls);
    }

    /**
     * Compiles a system whose state holds the scalars themselves.
     *
     * @param quantity number of the observable that the goal is about
     * @param integrands numbers of the observables whose integrals are kept
     */
    public static ControlledSystem of(
            BoundSystem bound, int quantity, List<Integer> integrands, List<Control> controls) {
        return of(bound, quantity, integrands, controls, List.of());
    }

    /**
     * Compiles a system.
     *
     * @param quantity number of the observable that the goal is about
     * @param integrands numbers of the observables whose integrals are kept
     * @param logarithms positions of state elements that are logarithms
     */
    public static ControlledSystem of(
            BoundSystem bound,
            int quantity,
            List<Integer> integrands,
            List<Control> controls,
            List<Integer> logarithms) {
        List<List<Integer>> groups = controls.stream().map(Control::positions).toList();
        return new ControlledSystem(
                KernelCompiler.compile(bound.ratesAndObservables(integrands)),
                KernelCompiler.compile(bound.vectorJacobianProduct(integrands, groups)),
                KernelCompiler.compile(bound.observableWithGradient(quantity, groups)),
                bound.state().length(),
                integrands.size(),
                controls,
                logarithms);
    }

    /** Coordinates of a state, n elements or more, a new array. */
    double[] coordinates(double[] state) {
        double[] coordinates = state.clone();
        for (int position : logarithms) {
            coordinates[position] = Math.log(state[position]);
        }
        return coordinates;
    }

    /** The first n elements of a state from its coordinates, a new array. */
    double[] state(double[] coordinates) {
        double[] state = Arrays.copyOf(coordinates, length);
        for (int position : logarithms) {
            state[position] = Math.exp(coordinates[position]);
        }
        return state;
    }

    /** Derivatives by the state, n elements, from those by its coordinates. */
    double[] costate(double[] byCoordinates, double[] coordinates) {
        double[] costate = Arrays.copyOf(byCoordinates, length);
        for (int position : logarithms) {
            costate[position] *= Math.exp(-coordinates[position]);
        }
        return costate;
    }

    /** n + q. */
    int size() {
        return length + integrals;
    }
}
