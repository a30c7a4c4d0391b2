package org.macrostate.equations.derive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.graph.Interpreter;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.model.BundledModels;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.ExpressionText;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Symbol;

/** What conditions and guards make long has names, and nothing is named in vain. */
class NamedPartsTest {
    @Test
    void expectations_of_ramps_are_short_in_covariances_and_densities() {
        OrderParameterSystem relu = Derivation.of(BundledModels.problem("relu-committee"));
        NamedTerm first = relu.piece("I_1").orElseThrow();
        assertEquals("Mean[x[k] UnitStep[x[j]] Ramp[x[l]]]", first.meaning());
        assertEquals(
                "(4 D_x[j] D_x_x[l,j] V_xx_x[l,l,j] Q[j,k] + (1 + S_xx[l,j]) Q[k,l])/4",
                ExpressionText.of(first.value()));
        relu.pieces().stream()
                .filter(p -> !p.numerical()
                        && p.statistic().stream().noneMatch(s -> s.fields().size() == 4))
                .forEach(p -> assertTrue(ExpressionText.of(p.value()).length() < 500, p.name()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"relu-committee", "soft-committee", "perceptron", "adatron", "logistic-regression"})
    void every_named_part_is_used(String model) {
        OrderParameterSystem system = Derivation.of(BundledModels.problem(model));
        Set<String> used = new HashSet<>();
        system.equations().forEach(e -> collect(e.rate(), used));
        system.observables().forEach(o -> collect(o.value(), used));
        system.pieces().forEach(p -> collect(p.value(), used));
        for (NamedTerm piece : system.pieces()) {
            assertTrue(used.contains(piece.name()), piece.name());
        }
    }

    /** A student that has found its teacher: coinciding fields, and nothing but zeros. */
    @Test
    void a_perfect_student_of_relu_units_rests() {
        var problem = BundledModels.problem("relu-committee");
        BoundSystem bound = BoundSystem.of(Derivation.of(problem), Sizes.of(problem, Map.of("K", 2, "M", 2)));
        double[] state = new double[bound.state().length()];
        for (int i = 0; i < state.length; i++) {
            List<Integer> places = bound.state().elements().get(i).places();
            state[i] = places.get(0).equals(places.get(1)) ? 1 : 0;
        }
        double[] rates = new double[state.length];
        new Interpreter(bound.rightHandSide()).eval(0, state, bound.parameters().defaults(), rates);
        for (double rate : rates) {
            assertEquals(0, rate, 1e-8);
        }
    }

    private static void collect(Expression e, Set<String> names) {
        if (e instanceof Symbol s && s.kind() == Kind.PIECE) {
            names.add(s.name());
        }
        e.children().forEach(child -> collect(child, names));
    }
}
