package org.macrostate.tests.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.macrostate.engine.analysis.check.CheckAnswer;
import org.macrostate.engine.analysis.check.CheckQuestion;
import org.macrostate.engine.model.ModelInstance;
import org.macrostate.engine.model.TimeGrid;
import org.macrostate.equations.model.BundledModels;
import org.macrostate.equations.model.Dynamics;
import org.macrostate.solvers.finitesize.CheckResult;

/**
 * {@code check} of every bundled model that learns, from random vectors in R^N. A right theory fails once in a thousand
 * checks, so that all of them together fail once in fifty times whose seeds are chosen anew; the seeds here are fixed.
 */
class EveryModelTest {
    static List<String> learning() {
        return BundledModels.names().stream()
                .filter(name -> !(BundledModels.problem(name).dynamics() instanceof Dynamics.Flow))
                .toList();
    }

    private static void assertPasses(String model, List<Integer> dimensions, int runs, boolean reduced) {
        ModelInstance subject = Checks.bundled(model, Map.of(), Map.of());
        CheckAnswer answer = new CheckQuestion(
                        dimensions, runs, TimeGrid.even(2, 5), Optional.empty(), reduced, 1, Map.of())
                .answer(subject, Checks.WORK);
        assertEquals(
                CheckResult.Verdict.PASSED,
                answer.result().verdict(),
                answer.result().explanation());
        Set<String> judged = new HashSet<>();
        answer.result().extrapolations().forEach(e -> judged.add(e.name()));
        assertTrue(judged.containsAll(subject.compiled().bound().state().labels()), () -> "judged were only " + judged);
    }

    @ParameterizedTest
    @ValueSource(strings = {"oja", "linear-vae", "perceptron"})
    void a_bundled_model_passes(String model) {
        assertPasses(model, List.of(100, 200, 400), 8, false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"oja", "linear-vae", "perceptron"})
    void the_verdict_is_the_same_in_single_precision(String model) {
        CheckAnswer answer = new CheckQuestion(
                        List.of(100, 200, 400), 8, TimeGrid.even(2, 5), Optional.empty(), false, 1, Map.of(), true)
                .answer(Checks.bundled(model, Map.of(), Map.of()), Checks.WORK);
        assertEquals(
                CheckResult.Verdict.PASSED,
                answer.result().verdict(),
                answer.result().explanation());
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("learning")
    void every_bundled_model_passes_with_vectors(String model) {
        assertPasses(model, List.of(200, 400, 800), 16, false);
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("learning")
    void every_bundled_model_passes_with_the_overlap_process(String model) {
        assertPasses(model, List.of(400, 1600, 6400), 16, true);
    }

    @Test
    void a_check_under_schedules_passes() {
        ModelInstance subject = Checks.bundled("linear-vae", Map.of("tau", 0.3), Map.of());
        CheckQuestion question = new CheckQuestion(
                List.of(200, 800, 3200),
                16,
                TimeGrid.even(4, 5),
                Optional.empty(),
                true,
                1,
                Map.of("beta", "2 Tanh[t/2]", "tauD", "t/5"));
        CheckAnswer answer = question.answer(subject, Checks.WORK);
        assertEquals(
                CheckResult.Verdict.PASSED,
                answer.result().verdict(),
                answer.result().explanation());
    }
}
