package org.macrostate.solvers.integrate;

import org.macrostate.solvers.kernel.CompiledSystem;
import org.macrostate.solvers.kernel.Kernel;

/** Derivatives of a right-hand side that methods for stiff systems need; compiled when they are first asked for. */
public interface Linearisation {
    /** n·n outputs, row by row: ∂(rate of i)/∂(state element j) at i·n + j. */
    Kernel jacobian();

    /** n outputs: ∂(rate of i)/∂t at a fixed state. */
    Kernel timeDerivative();

    static Linearisation of(CompiledSystem system) {
        return new Linearisation() {
            @Override
            public Kernel jacobian() {
                return system.jacobian();
            }

            @Override
            public Kernel timeDerivative() {
                return system.timeDerivative();
            }
        };
    }
}
