package org.macrostate.equations.derive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.macrostate.equations.BadInput;
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
}
