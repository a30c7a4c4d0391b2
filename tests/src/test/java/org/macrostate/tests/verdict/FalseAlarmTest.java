package org.macrostate.tests.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.special.Beta;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.macrostate.engine.analysis.check.CheckAnswer;
import org.macrostate.engine.model.InitialCondition;
import org.macrostate.engine.model.ModelInstance;
import org.macrostate.solvers.finitesize.CheckResult;
import org.macrostate.solvers.finitesize.Extrapolation;
import org.macrostate.solvers.finitesize.Quantity;

/** A right theory over many seeds: how often it fails, and whether its probabilities are uniform. */
class FalseAlarmTest {
    /** Online PCA: biased at finite N, and cheap. */
    private final ModelInstance subject = Checks.bundled("oja", Map.of("tau", 0.4), Map.of());

    private CheckAnswer check(long seed) {
        Optional<InitialCondition> start = Optional.of(new InitialCondition(Map.of("q", 0.6, "Q", 1.0)));
        return Checks.reduced(subject, List.of(50, 200, 800), 12, 2, start, seed);
    }

    @Test
    void a_right_theory_seldom_fails_and_its_probabilities_are_uniform() {
        assertCalibrated(40);
    }

    /** Failures of right theories: 1000 checks at one in a thousand, of which 8 or more fail once in 100,000 times. */
    @Test
    @Tag("slow")
    void a_right_theory_fails_once_in_a_thousand_checks_at_most() {
        assertCalibrated(1000);
    }

    private void assertCalibrated(int seeds) {
        int failed = 0;
        List<Double> single = new ArrayList<>();
        int below = 0;
        for (int seed = 0; seed < seeds; seed++) {
            CheckAnswer answer = check(seed);
            failed += answer.result().verdict() == CheckResult.Verdict.FAILED ? 1 : 0;
            List<Extrapolation> all = answer.result().extrapolations();
            Extrapolation last = all.get(all.size() - 1);
            single.add(student(last.score(), last.degrees()));
            below += all.stream().anyMatch(e -> e.adjusted() < 0.05) ? 1 : 0;
        }
        assertTrue(failed <= (seeds < 100 ? 1 : 7), failed + " of " + seeds + " right theories failed");
        // The global probability is an upper bound: points are correlated, so that fewer than 5% are below 0.05.
        assertTrue(below <= 0.05 * seeds + 3 * Math.sqrt(0.05 * seeds), below + " below 0.05");
        Collections.sort(single);
        double distance = 0;
        for (int k = 0; k < seeds; k++) {
            double p = single.get(k);
            distance = Math.max(distance, Math.max(p - (double) k / seeds, (k + 1.0) / seeds - p));
        }
        // Kolmogorov: P(√n D > 1.95) = 2 exp(-2 · 1.95²) = 0.001.
        assertTrue(Math.sqrt(seeds) * distance < 1.95, "distance from uniform: " + Math.sqrt(seeds) * distance);
    }

    private static double student(double t, double degrees) {
        return Beta.regularizedBeta(degrees / (degrees + t * t), degrees / 2, 0.5);
    }

    @Test
    void the_bias_is_there_falls_as_one_over_n_and_is_no_error() {
        Optional<InitialCondition> start = Optional.of(new InitialCondition(Map.of("q", 0.6, "Q", 1.0)));
        CheckAnswer answer = Checks.reduced(subject, List.of(50, 100, 200, 400), 12_000, 1, start, 5);
        assertEquals(
                CheckResult.Verdict.PASSED,
                answer.result().verdict(),
                answer.result().explanation());
        double worst = answer.result().quantities().stream()
                .filter(q -> q.dimension() == 50)
                .mapToDouble(q -> Math.abs(q.z()))
                .max()
                .orElseThrow();
        assertTrue(worst > 10, "at N = 50 no theory of N = infinity holds within the error: z = " + worst);
        assertEquals(
                -0.5,
                answer.result().scalingExponent(),
                0.05,
                "the spread: " + answer.result().explanation());
        assertEquals(
                -1,
                answer.result().biasExponent(),
                4 * answer.result().biasExponentError() + 0.1,
                "the bias: " + answer.result().explanation());
    }

    @Test
    void predicted_error_bars_are_those_of_the_runs() {
        Optional<InitialCondition> start = Optional.of(new InitialCondition(Map.of("q", 0.6, "Q", 1.0)));
        CheckAnswer answer = Checks.reduced(subject, List.of(3200), 4000, 1, start, 6);
        for (Quantity q : answer.result().quantities()) {
            // The error of a standard deviation from 4000 runs is 1/√8000 = 1.1% for a normal variable.
            assertEquals(1, q.predictedStandardError() / q.standardError(), 0.06, q.name() + " at " + q.t());
        }
    }
}
