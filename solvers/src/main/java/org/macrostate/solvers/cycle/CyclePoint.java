package org.macrostate.solvers.cycle;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.complex.Complex;

/**
 * A limit cycle.
 *
 * @param parameter the varied parameter
 * @param period in the flow's time
 * @param least the least value of each element of the state along it, n; not to be modified
 * @param most the largest value of each element, n; not to be modified
 * @param leastObserved the least value of each observable along it; not to be modified
 * @param mostObserved the largest value of each observable; not to be modified
 * @param multipliers Floquet multipliers without the trivial one, by falling modulus
 * @param stable whether all of these lie inside the unit circle
 */
public record CyclePoint(
        double parameter,
        double period,
        double[] least,
        double[] most,
        double[] leastObserved,
        double[] mostObserved,
        List<Complex> multipliers,
        boolean stable) {
    private static final int SAMPLES = 8;
    private static final int TRISECTIONS = 25;

    public CyclePoint {
        multipliers = List.copyOf(multipliers);
    }

    static CyclePoint of(CycleState state) {
        CycleMesh mesh = state.equations().mesh();
        int n = state.equations().problem().length();
        double[] states = state.states();
        double[] least = new double[n];
        double[] most = new double[n];
        for (int e = 0; e < n; e++) {
            int element = e;
            most[e] = greatest(mesh, time -> mesh.at(states, time, n)[element]);
            least[e] = -greatest(mesh, time -> -mesh.at(states, time, n)[element]);
        }
        state.equations().problem().moveTo(state.part());
        int observed = state.equations().problem().observables(mesh.at(states, 0, n)).length;
        double[] leastObserved = new double[observed];
        double[] mostObserved = new double[observed];
        for (int k = 0; k < observed; k++) {
            int which = k;
            DoubleUnaryOperator value =
                    time -> state.equations().problem().observables(mesh.at(states, time, n))[which];
            mostObserved[k] = greatest(mesh, value);
            leastObserved[k] = -greatest(mesh, time -> -value.applyAsDouble(time));
        }
        return new CyclePoint(
                state.equations().problem().parameter(state.part()),
                state.period(),
                least,
                most,
                leastObserved,
                mostObserved,
                state.multipliers(),
                state.unstable() == 0);
    }

    /** Around the best of some samples by trisection. */
    private static double greatest(CycleMesh mesh, DoubleUnaryOperator value) {
        int samples = SAMPLES * mesh.intervals();
        double best = 0;
        double width = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < samples; k++) {
            int interval = k / SAMPLES;
            double time = mesh.ends()[interval] + mesh.width(interval) * (k % SAMPLES) / SAMPLES;
            double here = value.applyAsDouble(time);
            if (here > most) {
                most = here;
                best = time;
                width = Math.max(mesh.width(interval), mesh.width(Math.floorMod(interval - 1, mesh.intervals())));
            }
        }
        double low = best - width / SAMPLES;
        double high = best + width / SAMPLES;
        for (int i = 0; i < TRISECTIONS; i++) {
            double one = low + (high - low) / 3;
            double other = high - (high - low) / 3;
            if (value.applyAsDouble(one - Math.floor(one)) < value.applyAsDouble(other - Math.floor(other))) {
                low = one;
            } else {
                high = other;
            }
        }
        double middle = (low + high) / 2;
        return Math.max(most, value.applyAsDouble(middle - Math.floor(middle)));
    }
}
