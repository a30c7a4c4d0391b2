package org.macrostate.solvers.kernel;

import org.macrostate.equations.graph.BoundSystem;

/**
 * A system of size n with its kernels.
 *
 * @param bound names and places of state and parameters
 * @param rightHandSide n outputs: time derivatives
 * @param jacobian n·n outputs, row by row: ∂(rate of i)/∂(state element j) at i·n + j
 * @param observables one output an observable
 * @param phases one output a phase, 1 where its condition holds
 */
public record CompiledSystem(
        BoundSystem bound, Kernel rightHandSide, Kernel jacobian, Kernel observables, Kernel phases) {

    public static CompiledSystem of(BoundSystem bound) {
        return new CompiledSystem(
                bound,
                KernelCompiler.compile(bound.rightHandSide()),
                KernelCompiler.compile(bound.jacobian()),
                KernelCompiler.compile(bound.observables()),
                KernelCompiler.compile(bound.phases()));
    }

    /** n. */
    public int length() {
        return bound.state().length();
    }
}
