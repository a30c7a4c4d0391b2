package org.macrostate.solvers.continuation;

import java.util.List;
import org.hipparchus.complex.Complex;
import org.macrostate.solvers.kernel.StateUnits;

/**
 * A fixed point on a branch.
 *
 * @param parameter the varied parameter
 * @param state n; not to be modified
 * @param stable whether all eigenvalues have negative real parts, beyond rounding; at a bifurcation whether that holds on both sides of it
 * @param eigenvalues by falling real part, without the zero modes along a continuous family
 * @param observables one an observable; not to be modified
 */
public record BranchPoint(
        double parameter, double[] state, boolean stable, List<Complex> eigenvalues, double[] observables) {
    public BranchPoint {
        eigenvalues = List.copyOf(eigenvalues);
    }

    /** What was found in other units, in the flow's own. */
    BranchPoint unscaled(StateUnits units) {
        return new BranchPoint(
                parameter,
                units.unscaled(state),
                stable,
                eigenvalues.stream().map(v -> v.multiply(units.rate())).toList(),
                observables);
    }
}
