package org.macrostate.equations.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.Place;

class LearningProblemBuilderTest {

    @Test
    void the_builder_states_what_the_file_states() {
        LearningProblem built = oja().hash(BundledModels.problem("oja").hash()).build();
        assertEquals(BundledModels.problem("oja"), built);
    }

    @Test
    void a_model_with_copies_can_be_built() {
        LearningProblem built = LearningProblem.named("small")
                .size("M", 2)
                .size("K", 3)
                .parameter("rho", "1", Domain.POSITIVE, "")
                .parameter("s", p -> p.copies("K").value("1", "0.5", "0.25"))
                .fixed("u", "K", "identity")
                .trained("w", "M", "rho")
                .scalar("D", s -> s.copies("M").rate("rho").start("1"))
                .random("c", "K", "normal")
                .sample("x", "Sum[Sqrt[s[a]] c[a] u[a], {a, K}] + noise")
                .field("h", "w . x")
                .loss("Sum[D[k] h[k]^2, {k, M}]")
                .order("m", "w . u")
                .order("Q", "w . w")
                .hash(Models.committee().hash())
                .build();
        assertEquals(Models.committee(), built);
    }

    @Test
    void the_hash_of_a_built_problem_follows_what_was_said() {
        assertEquals(oja().build(), oja().build());
        String other = oja().symmetry("w -> -w").build().hash();
        assertEquals(64, other.length());
        org.junit.jupiter.api.Assertions.assertNotEquals(oja().build().hash(), other);
    }

    @Test
    void an_error_in_a_built_problem_quotes_the_expression() {
        BadInput e = assertThrows(
                BadInput.class, () -> oja().observable("a", "Abs[p]").build());
        assertEquals(
                "expression 'Abs[p]', line 1, column 5: unknown name 'p'; known: Q, c, omega, q, tau, u, w, x, y",
                e.getMessage());
    }

    @Test
    void an_error_can_be_said_of_a_place_the_caller_knows() {
        Place place = new Place("study.yaml", 7, 3, "model.observables.a");
        BadInput e = assertThrows(
                BadInput.class, () -> oja().at(place).observable("a", "Abs[]").build());
        assertEquals(
                "study.yaml, line 7, column 3, key 'model.observables.a': nothing stands between '[' and ']'",
                e.getMessage());
    }

    @Test
    void updates_must_be_linear_and_move_everything_trained() {
        assertEquals(
                "the step of w must be linear in vectors; the term '1' has none",
                assertThrows(BadInput.class, () -> update("w", "tau (x + 1)").build())
                        .what());
        assertEquals(
                "'w' is trained but has no line in 'update'; one that stands still is 'fixed'",
                assertThrows(
                                BadInput.class,
                                () -> update("D", "1").scalar("D", s -> {}).build())
                        .what());
        assertEquals(
                "vectors u are fixed and cannot move",
                assertThrows(BadInput.class, () -> update("u", "x").build()).what());
        assertEquals(
                "unknown scalar or vector in 'update'",
                assertThrows(BadInput.class, () -> update("z", "x").build())
                        .what()
                        .replaceAll("'z'.*", "in 'update'"));
        assertEquals(
                "vectors v move as stated; a rate has a meaning only under a loss",
                assertThrows(BadInput.class, () -> update("w", "x")
                                .vectors("v", v -> v.rate("tau"))
                                .build())
                        .what());
    }

    private static LearningProblemBuilder oja() {
        return update("w", "tau (y x - y^2 w)")
                .title("Oja's rule: online principal component analysis on the spiked covariance model")
                .cite("Oja, Journal of Mathematical Biology 15, 267 (1982)")
                .order("q", "w . u")
                .order("Q", "w . w")
                .openState("learned")
                .state("noise", "q", "0");
    }

    private static LearningProblemBuilder update(String target, String step) {
        return LearningProblem.named("oja")
                .fixed("u", "identity")
                .trained("w")
                .parameter("omega", "2", Domain.NONNEGATIVE, "signal strength")
                .parameter("tau", "0.5", Domain.POSITIVE, "learning rate")
                .random("c", "normal")
                .sample("x", "Sqrt[omega] c u + noise")
                .field("y", "w . x")
                .update(target, step);
    }
}
