package org.macrostate.solvers.cycle;

import java.util.List;
import org.hipparchus.complex.Complex;

/**
 * A limit cycle at given parameters.
 *
 * @param period in the flow's time
 * @param least the least value of each element of the state along it, n; not to be modified
 * @param most the largest value of each element, n; not to be modified
 * @param multipliers Floquet multipliers without the trivial one, by falling modulus
 */
public record LimitCycle(double period, double[] least, double[] most, List<Complex> multipliers) {
    public LimitCycle {
        multipliers = List.copyOf(multipliers);
    }

    /** Whether all multipliers lie inside the unit circle. */
    public boolean stable() {
        return multipliers.stream().allMatch(v -> v.norm() < 1);
    }
}
