package org.macrostate.solvers.fixedpoint;

import java.util.List;
import org.hipparchus.complex.Complex;
import org.macrostate.solvers.kernel.StateUnits;

/**
 * A state that does not move.
 *
 * @param state n, in the order of the state layout; not to be modified
 * @param residual largest modulus of a rate there
 * @param eigenvalues of the Jacobian, n, by falling real part, then falling imaginary part
 * @param neutralModes dimension of the continuous family of fixed points it belongs to; 0 if it is isolated
 * @param images states that discrete symmetries make of it, itself included; 0 where they are too many to be counted
 * @param phase name of the first phase whose condition holds; {@code none} if none holds; in a model without
 *     phases {@code symmetric} or {@code broken}, as it is or is not its own image under all symmetries, or {@code fixed
 *     point} where there are none
 * @param observables one an observable; not to be modified
 * @param multiplicity as a root of the rates, 1 if it is simple; 0 where it is not known
 */
public record FixedPoint(
        double[] state,
        double residual,
        List<Complex> eigenvalues,
        Stability stability,
        int neutralModes,
        long images,
        String phase,
        double[] observables,
        int multiplicity) {
    public FixedPoint {
        eigenvalues = List.copyOf(eigenvalues);
    }

    /** What was found in other units, in the flow's own. */
    FixedPoint unscaled(StateUnits units) {
        double largest = 0;
        for (double unit : units.of()) {
            largest = Math.max(largest, unit);
        }
        return new FixedPoint(
                units.unscaled(state),
                residual * units.rate() * largest,
                eigenvalues.stream().map(v -> v.multiply(units.rate())).toList(),
                stability,
                neutralModes,
                images,
                phase,
                observables,
                multiplicity);
    }

    public boolean stable() {
        return stability == Stability.STABLE;
    }
}
