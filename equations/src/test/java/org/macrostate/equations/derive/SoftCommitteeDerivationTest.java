package org.macrostate.equations.derive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.graph.Interpreter;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.graph.StateLayout;
import org.macrostate.equations.model.BundledModels;
import org.macrostate.equations.model.LearningProblem;

/** The erf committee derived by rules against the equations Saad and Solla printed. */
class SoftCommitteeDerivationTest {
    private static final LearningProblem PROBLEM = BundledModels.problem("soft-committee");

    @ParameterizedTest
    @CsvSource({"1,1", "1,2", "1,3", "2,1", "2,2", "2,3", "3,1", "3,2", "3,3"})
    void agrees_with_saad_and_solla_at_random_states_with_noise_and_decay(int students, int teachers) {
        OrderParameterSystem system = Derivation.of(PROBLEM);
        BoundSystem bound = BoundSystem.of(system, Sizes.of(PROBLEM, Map.of("K", students, "M", teachers)));
        Interpreter rates = new Interpreter(bound.rightHandSide());
        Interpreter observables = new Interpreter(bound.observables());
        Random random = new Random(10L * students + teachers);
        for (int trial = 0; trial < 10; trial++) {
            SaadSollaOracle oracle =
                    new SaadSollaOracle(random.nextDouble(2), random.nextDouble(1), random.nextDouble(0.3));
            double[][] r = matrix(random, students, teachers);
            double[][] q = possible(random, r);
            double[] parameters = bound.parameters()
                    .with(Map.of("eta", oracle.eta(), "sigma", oracle.sigma(), "decay", oracle.decay()));
            double[] out = new double[bound.state().length()];
            rates.eval(0, flatten(bound, q, r), parameters, out);
            assertClose(flatten(bound, oracle.rateOfQ(q, r), oracle.rateOfR(q, r)), out);
            double[] error = new double[1];
            observables.eval(0, flatten(bound, q, r), parameters, error);
            assertEquals(oracle.generalizationError(q, r), error[0], 1e-12);
        }
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3", "4"})
    void the_symmetric_plateau_is_a_fixed_point_in_the_small_rate_limit(int units) {
        OrderParameterSystem system = Derivation.of(PROBLEM, Limit.SMALL_RATE);
        BoundSystem bound = BoundSystem.of(system, Sizes.of(PROBLEM, Map.of("K", units, "M", units)));
        double overlap = 1.0 / (2 * units - 1);
        double[][] q = new double[units][units];
        double[][] r = new double[units][units];
        for (int i = 0; i < units; i++) {
            java.util.Arrays.fill(q[i], overlap);
            java.util.Arrays.fill(r[i], 1 / Math.sqrt(units * (2.0 * units - 1)));
        }
        double[] out = new double[bound.state().length()];
        new Interpreter(bound.rightHandSide())
                .eval(0, flatten(bound, q, r), bound.parameters().defaults(), out);
        assertClose(new double[out.length], out);
    }

    @Test
    void a_student_that_equals_its_teacher_has_no_error_and_does_not_move() {
        BoundSystem bound = BoundSystem.of(Derivation.of(PROBLEM), Sizes.of(PROBLEM, Map.of("K", 3, "M", 3)));
        double[][] identity = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
        double[] out = new double[bound.state().length()];
        new Interpreter(bound.rightHandSide())
                .eval(0, flatten(bound, identity, identity), bound.parameters().defaults(), out);
        assertClose(new double[out.length], out);
    }

    private static void assertClose(double[] expected, double[] actual) {
        double scale = 1;
        for (double value : expected) {
            scale = Math.max(scale, Math.abs(value));
        }
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], actual[i], 1e-12 * scale);
        }
    }

    private static double[][] matrix(Random random, int rows, int columns) {
        double[][] matrix = new double[rows][columns];
        for (double[] row : matrix) {
            java.util.Arrays.setAll(row, i -> random.nextDouble(-1, 1));
        }
        return matrix;
    }

    /** Q = R Rᵀ + a positive part: overlaps that vectors can have. */
    private static double[][] possible(Random random, double[][] r) {
        int k = r.length;
        double[][] rest = matrix(random, k, k);
        double[][] q = new double[k][k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                for (int n = 0; n < r[0].length; n++) {
                    q[i][j] += r[i][n] * r[j][n];
                }
                for (int n = 0; n < k; n++) {
                    q[i][j] += rest[i][n] * rest[j][n];
                }
            }
        }
        return q;
    }

    private static double[] flatten(BoundSystem bound, double[][] q, double[][] r) {
        return bound.state().elements().stream()
                .mapToDouble(element -> value(element, q, r))
                .toArray();
    }

    private static double value(StateLayout.Element element, double[][] q, double[][] r) {
        double[][] matrix = element.variable().name().equals("Q") ? q : r;
        return matrix[element.places().get(0) - 1][element.places().get(1) - 1];
    }
}
