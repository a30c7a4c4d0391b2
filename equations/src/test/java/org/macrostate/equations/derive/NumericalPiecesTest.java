package org.macrostate.equations.derive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.graph.Interpreter;
import org.macrostate.equations.graph.QuadratureError;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.language.Text;
import org.macrostate.equations.model.BundledModels;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.ExpressionText;
import org.macrostate.equations.tensor.Substitution;

/** What is integrated numerically says so, can be refined, and reads back. */
class NumericalPiecesTest {
    private static final LearningProblem LOGISTIC = BundledModels.problem("logistic-regression");

    @Test
    void every_expectation_tells_the_rule_that_gave_it() {
        OrderParameterSystem logistic = Derivation.of(LOGISTIC);
        assertEquals(4, logistic.numericalPieces().size());
        assertTrue(logistic.numericalPieces().stream()
                .allMatch(p -> p.rule().equals("Gauss quadrature, split at kinks, to a relative accuracy of 1e-8")));
        OrderParameterSystem erf = Derivation.of(BundledModels.problem("soft-committee"));
        assertEquals(List.of(), erf.numericalPieces());
        assertEquals(List.of(), erf.tables());
        List<NamedTerm> moments =
                erf.pieces().stream().filter(p -> p.name().startsWith("I")).toList();
        assertFalse(moments.isEmpty());
        assertTrue(moments.stream().noneMatch(p -> p.rule().isEmpty()));
    }

    @Test
    void more_nodes_bring_the_equations_closer_and_the_estimate_tells_how_close() {
        double[] state = {0.3, 0.8};
        double[] fine = rates(100, state);
        double coarse = Math.abs(rates(8, state)[0] - fine[0]);
        double finer = Math.abs(rates(32, state)[0] - fine[0]);
        assertTrue(finer < coarse / 100, finer + " against " + coarse);
        BoundSystem bound = BoundSystem.of(Derivation.of(LOGISTIC, Limit.FINITE_RATE, 8), Sizes.of(LOGISTIC, Map.of()));
        QuadratureError error =
                QuadratureError.at(bound, 8, 0, state, bound.parameters().defaults());
        assertTrue(error.rates()[0] > coarse / 3 && error.rates()[0] < 3 * coarse, error.rates()[0] + " of " + coarse);
    }

    private static double[] rates(int nodes, double[] state) {
        BoundSystem bound =
                BoundSystem.of(Derivation.of(LOGISTIC, Limit.FINITE_RATE, nodes), Sizes.of(LOGISTIC, Map.of()));
        double[] out = new double[state.length];
        new Interpreter(bound.rightHandSide()).eval(0, state, bound.parameters().defaults(), out);
        return out;
    }

    @ParameterizedTest
    @ValueSource(strings = {"logistic-regression", "relu-committee", "two-clusters", "perceptron"})
    void pieces_with_tables_read_back_as_they_are_printed(String model) {
        OrderParameterSystem system = Derivation.of(BundledModels.problem(model));
        for (Equation equation : system.equations()) {
            if (equation.variable().indices().isEmpty()) {
                String text = ExpressionText.of(equation.rate());
                assertEquals(equation.rate(), SystemScope.read(system, Text.of(text)));
            }
        }
        for (NamedTerm piece : system.pieces()) {
            if (piece.indices().isEmpty()) {
                String text = ExpressionText.of(piece.value());
                Expression canonical = Substitution.atoms(atom -> atom).in(piece.value());
                assertEquals(canonical, SystemScope.read(system, Text.of(text)));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"relu-committee", "perceptron", "adatron", "soft-committee"})
    void a_student_that_equals_its_teacher_has_finite_rates_and_slopes(String model) {
        LearningProblem problem = BundledModels.problem(model);
        BoundSystem bound = BoundSystem.of(Derivation.of(problem), Sizes.of(problem, Map.of()));
        double[] state = bound.state().elements().stream()
                .mapToDouble(e -> e.places().size() < 2
                                || e.places().get(0).equals(e.places().get(1))
                        ? 1
                        : 0)
                .toArray();
        double[] rates = new double[state.length];
        double[] jacobian = new double[state.length * state.length];
        new Interpreter(bound.rightHandSide()).eval(0, state, bound.parameters().defaults(), rates);
        new Interpreter(bound.jacobian()).eval(0, state, bound.parameters().defaults(), jacobian);
        for (double rate : rates) {
            assertEquals(0, rate, 1e-8);
        }
        for (double slope : jacobian) {
            assertTrue(Double.isFinite(slope));
        }
    }
}
