package org.macrostate.solvers.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.macrostate.equations.derive.Derivation;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.language.Text;
import org.macrostate.equations.model.BundledModels;
import org.macrostate.equations.model.ExpressionReader;

/**
 * Erf committees of a size at which sums are loops, against the equations of Saad and Solla, Physical Review E 52, 4225
 * (1995), eqs. (9) and (A1) to (A6), added up here.
 */
class LargeCommitteeTest {
    private static final int K = 11;
    private static final int M = 12;
    private static final double ETA = 0.3;

    private final OrderParameterSystem system = Derivation.of(BundledModels.problem("soft-committee"));
    private final Sizes sizes = Sizes.of(system.problem(), Map.of("K", K, "M", M));
    private final BoundSystem bound = BoundSystem.of(system, sizes);
    private final double[][] c = covariance();
    private final double[] state = state();

    /** Of students, then teachers: vectors near the axes. */
    private static double[][] covariance() {
        Random random = new Random(3);
        double[][] vectors = new double[K + M][K + M];
        for (int i = 0; i < K + M; i++) {
            vectors[i][i] = 1;
            for (int j = 0; i < K && j < K + M; j++) {
                vectors[i][j] += 0.3 * random.nextGaussian();
            }
        }
        double[][] c = new double[K + M][K + M];
        for (int i = 0; i < K + M; i++) {
            for (int j = 0; j < K + M; j++) {
                for (int n = 0; n < K + M; n++) {
                    c[i][j] += vectors[i][n] * vectors[j][n];
                }
            }
        }
        return c;
    }

    private double[] state() {
        double[] filled = new double[bound.state().length()];
        for (int k = 1; k <= K; k++) {
            for (int l = 1; l <= K; l++) {
                filled[bound.state().position("Q", List.of(k, l))] = c[k - 1][l - 1];
            }
            for (int n = 1; n <= M; n++) {
                filled[bound.state().position("R", List.of(k, n))] = c[k - 1][K + n - 1];
            }
        }
        return filled;
    }

    private double i3(int a, int b, int d) {
        double own = 1 + c[a][a];
        double root = Math.sqrt(own * (1 + c[d][d]) - c[a][d] * c[a][d]);
        return 2 / Math.PI / root * (c[b][d] * own - c[a][b] * c[a][d]) / own;
    }

    private double i4(int a, int b, int d, int e) {
        double four = (1 + c[a][a]) * (1 + c[b][b]) - c[a][b] * c[a][b];
        double zero = four * c[d][e]
                - c[b][d] * c[b][e] * (1 + c[a][a])
                - c[a][d] * c[a][e] * (1 + c[b][b])
                + c[a][b] * c[a][d] * c[b][e]
                + c[a][b] * c[a][e] * c[b][d];
        return 4
                / (Math.PI * Math.PI * Math.sqrt(four))
                * Math.asin(zero / Math.sqrt(last(four, a, b, d) * last(four, a, b, e)));
    }

    private double last(double four, int a, int b, int d) {
        return four * (1 + c[d][d])
                - c[b][d] * c[b][d] * (1 + c[a][a])
                - c[a][d] * c[a][d] * (1 + c[b][b])
                + 2 * c[a][b] * c[a][d] * c[b][d];
    }

    private static double sign(int field) {
        return field < K ? -1 : 1;
    }

    private double rateOfR(int k, int n) {
        double sum = 0;
        for (int j = 0; j < K + M; j++) {
            sum += sign(j) * i3(k, n, j);
        }
        return ETA * sum;
    }

    private double rateOfQ(int k, int l) {
        double first = 0;
        double second = 0;
        for (int j = 0; j < K + M; j++) {
            first += sign(j) * (i3(k, l, j) + i3(l, k, j));
            for (int m = 0; m < K + M; m++) {
                second += sign(j) * sign(m) * i4(k, l, j, m);
            }
        }
        return ETA * first + ETA * ETA * second;
    }

    private double[] expected() {
        double[] rates = new double[state.length];
        for (int k = 0; k < K; k++) {
            for (int l = k; l < K; l++) {
                rates[bound.state().position("Q", List.of(k + 1, l + 1))] = rateOfQ(k, l);
            }
            for (int n = 0; n < M; n++) {
                rates[bound.state().position("R", List.of(k + 1, n + 1))] = rateOfR(k, K + n);
            }
        }
        return rates;
    }

    @Test
    void has_the_published_rates_by_loops() {
        assertTrue(bound.loops().isPresent());
        Kernel rates = CompiledSystem.of(bound).rightHandSide();
        double[] parameters = bound.parameters().with(Map.of("eta", ETA));
        assertArrayEquals(expected(), rates.eval(0, state, parameters), 1e-12);
    }

    @Test
    void follows_schedules_in_loops() {
        var schedule = ExpressionReader.schedule(system.problem(), Text.of("eta Exp[-t]"));
        CompiledSystem scheduled = CompiledSystem.of(BoundSystem.of(system, sizes, Map.of("eta", schedule)));
        double[] parameters = bound.parameters().with(Map.of("eta", ETA * Math.E));
        assertArrayEquals(expected(), scheduled.rightHandSide(parameters).eval(1, state, parameters), 1e-12);
        assertEquals(false, scheduled.timeDependence().isEmpty());
        double[] before = scheduled.rightHandSide(parameters).eval(1 - 1e-5, state, parameters);
        double[] after = scheduled.rightHandSide(parameters).eval(1 + 1e-5, state, parameters);
        double[] slope = scheduled.timeDerivative().eval(1, state, parameters);
        for (int i = 0; i < slope.length; i++) {
            assertEquals((after[i] - before[i]) / 2e-5, slope[i], 1e-8);
        }
    }

    /** One column by a central difference. */
    @Test
    void has_the_derivatives_of_its_rates() {
        CompiledSystem compiled = CompiledSystem.of(bound);
        double[] parameters = bound.parameters().with(Map.of("eta", ETA));
        int n = state.length;
        int column = bound.state().position("Q", List.of(2, 5));
        double[] jacobian = compiled.jacobian().eval(0, state, parameters);
        double step = 1e-5;
        double[] above = state.clone();
        double[] below = state.clone();
        above[column] += step;
        below[column] -= step;
        double[] up = compiled.rightHandSide().eval(0, above, parameters);
        double[] down = compiled.rightHandSide().eval(0, below, parameters);
        for (int i = 0; i < n; i++) {
            assertEquals((up[i] - down[i]) / (2 * step), jacobian[i * n + column], 1e-8);
        }
    }

    /** 3775 order parameters: so many operations written out would take some gigabytes. */
    @Test
    void is_bound_at_fifty_units_by_a_program_that_is_no_longer() {
        Sizes fifty = Sizes.of(system.problem(), Map.of("K", 50, "M", 50));
        BoundSystem large = BoundSystem.of(system, fifty);
        int nodes = large.loops().orElseThrow().rightHandSide().nodes().size();
        assertEquals(3775, large.state().length());
        assertEquals(bound.loops().orElseThrow().rightHandSide().nodes().size(), nodes, 100);
    }
}
