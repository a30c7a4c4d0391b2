package org.macrostate.equations.derive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.graph.Interpreter;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.model.BundledModels;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.model.ModelFile;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.ExpressionText;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Symbol;

/** The unit of time of the small-rate limit. */
class RatesTest {
    private static final Expression ETA = Symbol.parameter("eta");

    private static LearningProblem updated(String update) {
        return updated("{}", update);
    }

    private static LearningProblem updated(String scalars, String update) {
        return ModelFile.read("""
                model: updated
                parameters: {eta: {value: 1}, b: {value: 1}}
                vectors: {B: {fixed: identity}, J: {}}
                samples: {x: noise}
                fields: {h: J . x, y: B . x}
                order: {Q: J . J, R: J . B}
                scalars: %s
                update: %s
                """.formatted(scalars, update), "updated.yaml");
    }

    @Test
    void a_loss_has_the_rates_that_are_declared_the_first_of_which_is_the_unit() {
        Rates vae = new Rates(BundledModels.problem("linear-vae"));
        assertEquals(Set.of(Symbol.parameter("tau"), Symbol.parameter("tauD")), vae.symbols());
        assertEquals(Symbol.parameter("tau"), vae.reference());
        Rates gan = new Rates(BundledModels.problem("gan"));
        assertEquals("-tauG", ExpressionText.of(gan.reference()));
        assertEquals(Set.of(Symbol.parameter("tau"), Symbol.parameter("tauG")), gan.symbols());
    }

    @Test
    void stated_steps_have_the_parameters_that_every_one_of_them_is_a_multiple_of() {
        Rates one = new Rates(updated("{J: \"eta y x - eta b h^2 J\"}"));
        assertEquals(Set.of(ETA), one.symbols());
        assertEquals(ETA, one.reference());
        Rates both = new Rates(updated("{s: {start: 0.5}}", "{J: \"eta b y x - eta b J\", s: \"eta b (h y - s)\"}"));
        assertEquals(Set.of(ETA, Symbol.parameter("b")), both.symbols());
        assertEquals(ETA.times(Symbol.parameter("b")), both.reference());
    }

    @Test
    void without_one_there_is_no_limit() {
        LearningProblem none = updated("{J: \"y x - b J\"}");
        assertEquals(Set.of(), new Rates(none).symbols());
        BadInput refused = assertThrows(BadInput.class, () -> Derivation.of(none, Limit.SMALL_RATE));
        assertEquals(
                "the small-rate limit needs a learning rate: a parameter that multiplies every update",
                refused.getMessage());
    }

    @Test
    void a_loss_that_nothing_is_trained_by_has_the_unit_one() {
        assertEquals(Rational.ONE, new Rates(BundledModels.problem("lorenz")).reference());
    }

    /** Ben Arous, Gheissari and Jagannath's rule keeps the norm: {@code dm/dt = 1 - m^2} there, hence m = tanh t. */
    @Test
    void terms_of_second_order_go_with_the_fluctuations_that_they_balance() {
        LearningProblem sphere = updated("{J: \"eta (y - h) (x - h J) - eta^2/2 (y - h)^2 J\"}");
        assertEquals(rates(updated("{J: \"eta (y - h) (x - h J)\"}")), rates(sphere));
        LearningProblem normalised = updated("{J: \"eta (y - h)/(1 + eta h^2) x + eta Exp[-eta] h J\"}");
        assertEquals(rates(updated("{J: \"eta (y - h) x + eta h J\"}")), rates(normalised));
        LearningProblem coupled = updated("{J: \"eta b y x - eta b^2 h^2 J\"}");
        assertEquals(rates(updated("{J: \"eta b (y x - b h^2 J)\"}")), rates(coupled));
        LearningProblem both = updated("{J: \"eta b y x - eta^2 b^2 h^2 J - eta b h J\"}");
        assertEquals(rates(updated("{J: \"eta b y x - eta b h J\"}")), rates(both));
    }

    /** At a state in general position, the parameters being different. */
    private static List<Double> rates(LearningProblem problem) {
        BoundSystem bound = BoundSystem.of(Derivation.of(problem, Limit.SMALL_RATE), Sizes.of(problem, Map.of()));
        double[] out = new double[bound.state().length()];
        double[] state = new double[out.length];
        for (int i = 0; i < state.length; i++) {
            state[i] = 0.7 - 0.3 * i;
        }
        new Interpreter(bound.rightHandSide()).eval(0, state, new double[] {0.5, 3}, out);
        return Arrays.stream(out).map(x -> Math.rint(1e10 * x) / 1e10).boxed().toList();
    }
}
