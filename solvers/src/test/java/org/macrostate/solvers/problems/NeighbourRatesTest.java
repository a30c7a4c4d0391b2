package org.macrostate.solvers.problems;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macrostate.equations.derive.Derivation;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.model.ModelFile;
import org.macrostate.solvers.kernel.CompiledSystem;

/** Rates and derivatives of flows with neighbouring places of every kind are those of loops written by hand. */
class NeighbourRatesTest {
    private static final String MODEL = """
            model: edges
            sizes: {n: 5, m: 4}
            parameters: {a: {value: 0.3}, c: {copies: n, value: 1.7}}
            scalars: {u: {copies: n}, v: {copies: n}, z: {copies: [n, m]}}
            flow:
              "u[j]": u[j+1] - 2 u[j] + u[j-2] + a v[Mod[j-1, n, 1]] + c[j+1] j/n
              "v[k]": v[Max[k-1, 1]] - v[k]^3 + v[Min[k+2, n]] u[k] + If[k == 1, 1, 0] + KroneckerDelta[k, 2] + 3 KroneckerDelta[k, n]
              "z[i,j]": z[i+1,j] z[i,Mod[j-3,m,1]] - z[i,j]^2 + z[Max[i-1,1],j+1]
            observables: {s: "Sum[u[j] u[j+1], {j, n}]"}
            """;

    private static double outside(double[] a, int j) {
        return j >= 0 && j < a.length ? a[j] : 0;
    }

    private static double[] rates(double[] state, int n, int m) {
        double[] u = java.util.Arrays.copyOfRange(state, 0, n);
        double[] v = java.util.Arrays.copyOfRange(state, n, 2 * n);
        double[] rates = new double[state.length];
        for (int j = 0; j < n; j++) {
            rates[j] = outside(u, j + 1)
                    - 2 * u[j]
                    + outside(u, j - 2)
                    + 0.3 * v[(j + n - 1) % n]
                    + (j + 1 < n ? 1.7 : 0) * (j + 1) / n;
            rates[n + j] = v[Math.max(j - 1, 0)]
                    - Math.pow(v[j], 3)
                    + v[Math.min(j + 2, n - 1)] * u[j]
                    + (j == 0 ? 1 : 0)
                    + (j == 1 ? 1 : 0)
                    + (j == n - 1 ? 3 : 0);
            for (int k = 0; k < m; k++) {
                int at = 2 * n + j * m + k;
                double below = j + 1 < n ? state[at + m] : 0;
                double around = state[2 * n + j * m + Math.floorMod(k - 3, m)];
                double beside = k + 1 < m ? state[2 * n + Math.max(j - 1, 0) * m + k + 1] : 0;
                rates[at] = below * around - state[at] * state[at] + beside;
            }
        }
        return rates;
    }

    @ParameterizedTest
    @CsvSource({"5,4", "1,1", "2,2", "3,7", "40,3"})
    void rates_and_derivatives_are_those_of_loops_by_hand(int n, int m) {
        LearningProblem problem = ModelFile.read(MODEL, "edges");
        CompiledSystem system =
                CompiledSystem.of(BoundSystem.of(Derivation.of(problem), Sizes.of(problem, Map.of("n", n, "m", m))));
        int length = system.length();
        double[] parameters = system.bound().parameters().defaults();
        double[] state = new Random(3).doubles(length).toArray();
        double[] rates = new double[length];
        system.rightHandSide()
                .eval(
                        0,
                        state,
                        parameters,
                        rates,
                        new double[system.rightHandSide().workLength()]);
        assertArrayEquals(rates(state, n, m), rates, 1e-13);
        double[] jacobian = new double[length * length];
        system.jacobian()
                .eval(
                        0,
                        state,
                        parameters,
                        jacobian,
                        new double[system.jacobian().workLength()]);
        double h = 1e-6;
        for (int j = 0; j < length; j++) {
            double[] ahead = state.clone();
            double[] back = state.clone();
            ahead[j] += h;
            back[j] -= h;
            double[] up = rates(ahead, n, m);
            double[] down = rates(back, n, m);
            double[] column = new double[length];
            double[] expected = new double[length];
            for (int i = 0; i < length; i++) {
                column[i] = jacobian[i * length + j];
                expected[i] = (up[i] - down[i]) / (2 * h);
            }
            assertArrayEquals(expected, column, 1e-8);
        }
    }
}
