package org.macrostate.solvers.cycle;

import java.util.List;
import org.hipparchus.complex.Complex;

/**
 * A limit cycle.
 *
 * @param parameter the varied parameter
 * @param period in the flow's time
 * @param least the least value of each element of the state along it, n; not to be modified
 * @param most the largest value of each element, n; not to be modified
 * @param multipliers Floquet multipliers without the trivial one, by falling modulus
 * @param stable whether all of these lie inside the unit circle
 */
public record CyclePoint(
        double parameter, double period, double[] least, double[] most, List<Complex> multipliers, boolean stable) {
    public CyclePoint {
        multipliers = List.copyOf(multipliers);
    }

    static CyclePoint of(CycleState state) {
        CycleMesh mesh = state.equations().mesh();
        int n = state.equations().problem().length();
        double[] states = state.states();
        double[] least = mesh.at(states, 0, n);
        double[] most = least.clone();
        int samples = 4 * mesh.nodes();
        for (int k = 0; k < samples; k++) {
            int interval = k / (4 * Collocation.DEGREE);
            double within = (k % (4 * Collocation.DEGREE)) / (4.0 * Collocation.DEGREE);
            double[] here = mesh.at(states, mesh.ends()[interval] + within * mesh.width(interval), n);
            for (int e = 0; e < n; e++) {
                least[e] = Math.min(least[e], here[e]);
                most[e] = Math.max(most[e], here[e]);
            }
        }
        return new CyclePoint(
                state.equations().problem().parameter(state.part()),
                state.period(),
                least,
                most,
                state.multipliers(),
                state.unstable() == 0);
    }
}
