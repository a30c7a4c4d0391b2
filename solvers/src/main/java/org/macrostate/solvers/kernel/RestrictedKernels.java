package org.macrostate.solvers.kernel;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.macrostate.equations.graph.Program;

/**
 * Kernels of a system at states in which elements are equal or opposite in classes or zero: the programs of the whole system
 * with one number a class in place of its elements, in which most of the operations fall together. Immutable.
 *
 * @param rates one output a class: the time derivative of its first element
 * @param entries those elements of the Jacobian that were asked for
 * @param slopes one output a class: the derivative of its rate by parameters that move together
 */
public record RestrictedKernels(Kernel rates, Kernel entries, Kernel slopes) {
    /** Beyond, a program of all elements of a Jacobian is not made. */
    private static final int LARGEST = CompiledSystem.LARGEST_WRITTEN_JACOBIAN;

    /**
     * Those of a system; empty where sums are loops, where states have other units than the flow's own, and of very large
     * systems.
     *
     * @param place of each element of the state among the numbers, or -1 where it is zero; not modified
     * @param sign of each element, 1 or -1; not modified
     * @param first an element of each class, whose sign is 1; not modified
     * @param entries elements i * n + j of the Jacobian, n elements a state; not modified
     * @param positions of the parameters that move, in the parameter vector
     */
    public static Optional<RestrictedKernels> of(
            CompiledSystem system, int[] place, int[] sign, int[] first, int[] entries, List<Integer> positions) {
        if (!system.units().isOne() || !isWritten(system)) {
            return Optional.empty();
        }
        Program rates = system.program(system.bound().rightHandSide());
        Program jacobian = system.program(system.bound().jacobian());
        Program slopes = system.parameterDerivativeProgram(positions);
        int m = first.length;
        return Optional.of(new RestrictedKernels(
                KernelCompiler.compile(rates.restricted(place, sign, m, first)),
                KernelCompiler.compile(jacobian.restricted(place, sign, m, entries)),
                KernelCompiler.compile(slopes.restricted(place, sign, m, first))));
    }

    private static boolean isWritten(CompiledSystem system) {
        return system.bound().loops().isEmpty() && system.length() <= LARGEST;
    }

    /**
     * Those of some elements of a system's Jacobian that are not zero at all states.
     *
     * @param entries elements i * n + j; not modified
     */
    public static int[] notZero(CompiledSystem system, int[] entries) {
        if (!isWritten(system)) {
            return entries.clone();
        }
        Program jacobian = system.bound().jacobian();
        return IntStream.of(entries).filter(entry -> !jacobian.isZero(entry)).toArray();
    }
}
