package org.macrostate.tests.literature;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.macrostate.equations.derive.Limit;

/** Committees of erf, tanh and ReLU units. */
class CommitteeLiteratureTest {

    private static double at(Map<String, Double> state, String name) {
        return state.getOrDefault(name, Double.NaN);
    }

    /** Students in proportion to orthonormal teachers: Q = c² 1, R = c 1. */
    private static Map<String, Double> proportional(int units, double c) {
        Map<String, Double> state = new LinkedHashMap<>();
        for (int i = 1; i <= units; i++) {
            for (int j = 1; j <= units; j++) {
                state.put("Q[" + i + "," + j + "]", i == j ? c * c : 0);
                state.put("R[" + i + "," + j + "]", i == j ? c : 0);
            }
        }
        return state;
    }

    /**
     * {@code ε = (K/π)(π/6 − K arcsin(1/(2K)))} on the symmetric plateau (D. Saad and S. A. Solla, Phys. Rev. E 52, 4225,
     * 1995; M. Biehl and H. Schwarze, J. Phys. A 28, 643, 1995).
     */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5})
    void the_symmetric_plateau_has_its_known_error(int units) {
        Macroscopic committee =
                Macroscopic.of("soft-committee", Limit.SMALL_RATE, Map.of("K", units, "M", units), Map.of());
        Map<String, Double> plateau = new LinkedHashMap<>();
        for (int i = 1; i <= units; i++) {
            for (int j = 1; j <= units; j++) {
                plateau.put("Q[" + i + "," + j + "]", 1.0 / (2 * units - 1));
                plateau.put("R[" + i + "," + j + "]", 1 / Math.sqrt(units * (2.0 * units - 1)));
            }
        }
        double expected = units / Math.PI * (Math.PI / 6 - units * Math.asin(1.0 / (2 * units)));
        assertEquals(expected, at(committee.after(1e-9, plateau), "eps_g"), 1e-8);
    }

    /**
     * {@code dA_i/dt = η_A (2/π) [Σ_n b_n arcsin(R_in/√(2(1 + Q_ii))) − Σ_j A_j arcsin(Q_ij/√((1 + Q_ii)(1 + Q_jj)))]} (P.
     * Riegler and M. Biehl, J. Phys. A 28, L507, 1995).
     */
    @ParameterizedTest
    @CsvSource({"0.3,0.8,-0.2,0.9,0.5"})
    void the_second_layer_follows_two_arcsine_laws(double r, double q, double c, double a, double b) {
        Map<String, Double> state = new LinkedHashMap<>(Map.of("Q[1,1]", q, "Q[1,2]", c, "Q[2,2]", 1.1));
        state.putAll(Map.of("R[1,1]", r, "R[1,2]", 0.1, "R[2,1]", -0.1, "R[2,2]", 0.4, "A[1]", a, "A[2]", 0.7));
        Map<String, Double> set = Map.of("etaA", 0.6, "b[1]", b, "b[2]", 1.5);
        double first = Math.sqrt(1 + q);
        double second = Math.sqrt(2.1);
        double pull = b * Math.asin(r / (Math.sqrt(2) * first)) + 1.5 * Math.asin(0.1 / (Math.sqrt(2) * first));
        double drag = a * Math.asin(q / (1 + q)) + 0.7 * Math.asin(c / (first * second));
        assertEquals(
                0.6 * 2 / Math.PI * (pull - drag),
                at(Macroscopic.of("two-layer", set).rates(state), "A[1]"),
                1e-12);
    }

    /**
     * ReLU units are homogeneous: a student J = cB errs by (c − 1) times the teacher's output, and what its step needs are
     * moments of independent units, with {@code E[ramp] = 1/√(2π), E[ramp²] = E[step] = 1/2}.
     */
    @ParameterizedTest
    @CsvSource({"2,0.5", "2,1.4", "3,0.7", "3,1"})
    void relu_students_in_proportion_to_their_teacher_move_as_independent_units_do(int units, double c) {
        double eta = 0.3;
        Map<String, Double> rates = Macroscopic.of(
                        "relu-committee", Limit.FINITE_RATE, Map.of("K", units, "M", units), Map.of("eta", eta))
                .rates(proportional(units, c));
        double product = 1 / (2 * Math.PI);
        double own = 0.5 + (units - 1) * product;
        double cross = 0.25;
        double step = -eta * (c - 1);
        assertEquals(step * own, at(rates, "R[1,1]"), 1e-6);
        assertEquals(step * cross, at(rates, "R[1,2]"), 1e-6);
        double square = 0.5 + (units - 1) / 4.0 + 2 * (units - 1) * product + (units - 1) * (units - 2) * product / 2;
        double both = 0.5
                + (units - 2) / 8.0
                + 2 * product
                + 2 * (units - 2) * product
                + (units - 2) * (units - 3) * product / 4;
        assertEquals(2 * c * step * own + step * step * square, at(rates, "Q[1,1]"), 1e-6);
        assertEquals(2 * c * step * cross + step * step * both, at(rates, "Q[1,2]"), 1e-6);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void a_tanh_student_that_equals_its_teacher_rests(int units) {
        Macroscopic committee =
                Macroscopic.of("tanh-committee", Limit.FINITE_RATE, Map.of("K", units, "M", units), Map.of());
        committee.rates(proportional(units, 1)).forEach((name, rate) -> assertEquals(0, rate, 1e-12, name));
    }

    /** E[f(x, y)] by the trapezoidal rule, which is exact to rounding for analytic functions that vanish at the ends. */
    private static double mean(double q, double r, DoubleBinaryOperator f) {
        double h = 1 / 16.0;
        double sum = 0;
        double rest = Math.sqrt(q - r * r);
        for (int i = -160; i <= 160; i++) {
            for (int j = -160; j <= 160; j++) {
                double y = h * i;
                double x = r * y + rest * h * j;
                sum += Math.exp(-h * h * (i * i + j * j) / 2.0) * f.applyAsDouble(x, y);
            }
        }
        return sum * h * h / (2 * Math.PI);
    }

    @ParameterizedTest
    @CsvSource({"0.3,0.8,0", "-0.5,1.3,0.4", "0.95,1,0.2", "1.9,4,0"})
    void one_tanh_unit_follows_another_as_two_dimensional_integrals_say(double r, double q, double sigma) {
        double eta = 0.7;
        DoubleBinaryOperator slope = (x, y) -> 1 / Math.pow(Math.cosh(x), 2);
        DoubleBinaryOperator step = (x, y) -> (Math.tanh(y) - Math.tanh(x)) * slope.applyAsDouble(x, y);
        double square = mean(q, r, (x, y) -> Math.pow(step.applyAsDouble(x, y), 2))
                + sigma * sigma * mean(q, r, (x, y) -> Math.pow(slope.applyAsDouble(x, y), 2));
        Macroscopic unit = Macroscopic.of(
                "tanh-committee", Limit.FINITE_RATE, Map.of("K", 1, "M", 1), Map.of("eta", eta, "sigma", sigma));
        Map<String, Double> state = Map.of("Q[1,1]", q, "R[1,1]", r);
        Map<String, Double> rates = unit.rates(state);
        assertEquals(eta * mean(q, r, (x, y) -> y * step.applyAsDouble(x, y)), at(rates, "R[1,1]"), 1e-7);
        double pull = mean(q, r, (x, y) -> x * step.applyAsDouble(x, y));
        assertEquals(2 * eta * pull + eta * eta * square, at(rates, "Q[1,1]"), 1e-5);
        double error = mean(q, r, (x, y) -> Math.pow(Math.tanh(x) - Math.tanh(y), 2)) / 2;
        assertEquals(error, at(unit.after(1e-9, state), "eps_g"), 1e-7);
    }
}
