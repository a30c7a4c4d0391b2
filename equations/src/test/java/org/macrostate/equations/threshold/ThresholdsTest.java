package org.macrostate.equations.threshold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.macrostate.equations.threshold.VaeThresholds.ETA;
import static org.macrostate.equations.threshold.VaeThresholds.LAMBDA;
import static org.macrostate.equations.threshold.VaeThresholds.PROBLEM;
import static org.macrostate.equations.threshold.VaeThresholds.RHO;
import static org.macrostate.equations.threshold.VaeThresholds.SYSTEM;
import static org.macrostate.equations.threshold.VaeThresholds.block;
import static org.macrostate.equations.threshold.VaeThresholds.closedForm;
import static org.macrostate.equations.threshold.VaeThresholds.leadingNoiseEigenvalue;
import static org.macrostate.equations.threshold.VaeThresholds.vae;

import java.util.List;
import java.util.Map;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.derive.Derivation;
import org.macrostate.equations.derive.Limit;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.symbolic.Symbols;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.NumericValue;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Symbol;

/** Thresholds of the linear VAE against the known results of THEORY section 5. */
class ThresholdsTest {
    @Test
    void the_posterior_collapses_above_rho_plus_eta_without_decay() {
        ThresholdRequest request = ThresholdRequest.of("collapsed", "beta").withFixed("lambda", BigFraction.ZERO);
        StabilityBlock signal = block(vae(request, 1, 1), Sector.SIGNAL);
        assertEquals(List.of("m[1,1]", "d[1,1]"), signal.variables());
        assertEquals(RHO.plus(ETA), closedForm(signal));
        assertTrue(signal.boundaries().get(0).decides());
        assertEquals(100, signal.boundaries().get(0).checkedPoints());
    }

    @Test
    void with_decay_the_threshold_is_that_of_the_theory_for_any_rate() {
        StabilityBlock signal = block(vae(ThresholdRequest.of("collapsed", "beta"), 1, 1), Sector.SIGNAL);
        Expression form = closedForm(signal);
        assertEquals(java.util.Set.of(RHO, ETA, LAMBDA), Symbols.of(form));
        double rho = 0.7;
        double eta = 1.9;
        double lambda = 0.3;
        double expected = ((rho + eta) * (rho + eta) / (1 + lambda) - lambda) / (rho + eta);
        assertEquals(expected, NumericValue.of(form, Map.of(RHO, rho, ETA, eta, LAMBDA, lambda)), 1e-14);
    }

    @Test
    void the_noise_sector_turns_unstable_where_its_cubic_vanishes() {
        // Theory section 5, the 3x3 block at rho = eta = 1, lambda = 0: its determinant over 4 tau^3, expanded by hand.
        double tau = 0.01;
        ThresholdRequest request = ThresholdRequest.of("collapsed", "beta").withFixed("lambda", BigFraction.ZERO);
        StabilityBlock noise = block(vae(request, 1, 1), Sector.NOISE);
        assertEquals(List.of("Q[1,1]", "E[1,1]", "R[1,1]"), noise.variables());
        StabilityBoundary first = noise.boundaries().get(0);
        assertEquals(StabilityBoundary.Kind.NUMERIC, first.kind());
        double b = first.value();
        double cubic = Math.pow(tau, 3)
                + 4 * (1 + b) * (b - 1)
                - 2 * tau * (b * b + b * (b * b - 2) - (b * b - 2))
                - tau * tau * (1 + 2 * b * b - 3 * b);
        assertEquals(0, cubic, 1e-13);
        assertEquals(1.0025030848, b, 1e-8);
    }

    @Test
    void too_large_a_rate_makes_the_collapsed_state_diverge() {
        ThresholdRequest request = ThresholdRequest.of("collapsed", "tau")
                .withFixed("lambda", BigFraction.ZERO)
                .withValue("beta", 2.5);
        StabilityBoundary largest =
                block(vae(request, 1, 1), Sector.NOISE).boundaries().get(0);
        assertTrue(largest.decides());
        assertTrue(leadingNoiseEigenvalue(2.5, 1, largest.value() * 0.999) < 0);
        assertEquals(0, leadingNoiseEigenvalue(2.5, 1, largest.value()), 1e-10);
        assertTrue(leadingNoiseEigenvalue(2.5, 1, largest.value() * 1.001) > 0);
    }

    @Test
    void superfluous_latents_fit_the_noise_below_eta_in_the_small_rate_limit() {
        OrderParameterSystem small = Derivation.of(PROBLEM, Limit.SMALL_RATE);
        ThresholdRequest request = ThresholdRequest.of("collapsed", "beta").withFixed("lambda", BigFraction.ZERO);
        ThresholdAnalysis analysis = Thresholds.of(small, Sizes.of(PROBLEM, Map.of()), request);
        assertEquals(ETA, closedForm(block(analysis, Sector.NOISE)));
    }

    @Test
    void the_variances_are_always_stable() {
        StabilityBlock variances = vae(ThresholdRequest.of("collapsed", "rho"), 1, 1).blocks().stream()
                .filter(b -> b.sector() == Sector.SCALAR)
                .findFirst()
                .orElseThrow();
        assertEquals(List.of(Symbol.parameter("beta")), variances.stableWhen());
        assertTrue(variances.boundaries().isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"2,1", "3,2", "5,5"})
    void blocks_repeat_for_every_latent_and_signal(int size, int signals) {
        ThresholdAnalysis analysis = vae(ThresholdRequest.of("collapsed", "beta"), size, signals);
        assertEquals(size * signals, block(analysis, Sector.SIGNAL).multiplicity());
        int directions = analysis.blocks().stream()
                .mapToInt(b -> b.multiplicity() * b.variables().size())
                .sum();
        assertEquals(2 * size * signals + size * (size + 1) + size * size + size, directions);
    }

    @Test
    void the_learned_state_is_solved_for_and_ends_where_the_posterior_collapses() {
        OrderParameterSystem small = Derivation.of(PROBLEM, Limit.SMALL_RATE);
        ThresholdRequest request = ThresholdRequest.of("learned", "beta").withFixed("lambda", BigFraction.ZERO);
        ThresholdAnalysis analysis = Thresholds.of(small, Sizes.of(PROBLEM, Map.of()), request);
        Symbol beta = Symbol.parameter("beta");
        Expression k = RHO.plus(ETA);
        assertEquals(k.minus(beta), analysis.values().get("Q[1,1]"));
        assertEquals(beta.over(k), analysis.values().get("D[1]"));
        assertEquals(Power.sqrt(k.minus(beta)), analysis.values().get("m[1,1]"));
        assertTrue(analysis.boundaries().stream().anyMatch(b -> b.closedForm().equals(java.util.Optional.of(k))));
    }

    @Test
    void a_missing_value_that_one_equation_determines_is_filled_in() {
        assertEquals(
                Rational.ONE,
                vae(ThresholdRequest.of("half", "beta"), 1, 1).values().get("D[1]"));
    }

    @Test
    void a_state_that_is_no_fixed_point_is_refused_with_what_is_left_of_its_equations() {
        BadInput e = assertThrows(BadInput.class, () -> vae(ThresholdRequest.of("wrong", "beta"), 1, 1));
        assertTrue(e.getMessage().startsWith("state 'wrong' is no fixed point: there dQ[1,1]/dt = "), e.getMessage());
        assertTrue(e.getMessage().contains("lambda"), e.getMessage());
    }

    @Test
    void unknown_names_and_fixed_parameters_are_refused() {
        BadInput state = assertThrows(BadInput.class, () -> vae(ThresholdRequest.of("colapsed", "beta"), 1, 1));
        assertTrue(state.getMessage().contains("did you mean 'collapsed'?"), state.getMessage());
        BadInput parameter = assertThrows(BadInput.class, () -> vae(ThresholdRequest.of("collapsed", "bta"), 1, 1));
        assertTrue(parameter.getMessage().contains("did you mean 'beta'?"), parameter.getMessage());
        ThresholdRequest fixed = ThresholdRequest.of("collapsed", "beta").withFixed("beta", BigFraction.ONE);
        assertTrue(assertThrows(BadInput.class, () -> vae(fixed, 1, 1))
                .getMessage()
                .contains("fixed to 1.0"));
        ThresholdRequest outside = ThresholdRequest.of("collapsed", "beta").withValue("tau", -0.1);
        assertTrue(assertThrows(BadInput.class, () -> vae(outside, 1, 1))
                .getMessage()
                .contains("-0.1"));
    }

    @Test
    void fixed_point_conditions_have_no_common_rate() {
        for (FixedPointConditions.Condition condition : FixedPointConditions.of(SYSTEM)) {
            Expression rate = SYSTEM.equations().stream()
                    .filter(e -> e.variable().equals(condition.variable()))
                    .findFirst()
                    .orElseThrow()
                    .rate();
            assertTrue(Symbols.of(condition.factor()).stream()
                    .allMatch(s -> s.name().startsWith("tau")));
            assertFalse(condition.factor().isOne());
            boolean decoder = condition.variable().name().equals("m")
                    || condition.variable().name().equals("d");
            if (decoder || condition.variable().name().equals("D")) {
                assertTrue(
                        Symbols.of(condition.vanishing()).stream()
                                .noneMatch(s -> s.name().startsWith("tau")),
                        rate::toString);
            }
        }
    }

    @Test
    void steps_tell_how_a_threshold_was_found() {
        List<String> titles = vae(ThresholdRequest.of("collapsed", "beta"), 1, 1).steps().stream()
                .map(s -> s.title())
                .toList();
        assertTrue(titles.contains("Jacobian of the signal block (m[1,1], d[1,1])"), titles.toString());
        assertTrue(titles.contains("Solved for beta"), titles.toString());
    }

    @Test
    void a_parameter_that_no_condition_contains_is_refused_with_those_that_are() {
        ThresholdRequest request = ThresholdRequest.of("collapsed", "tauD").withFixed("lambda", BigFraction.ZERO);
        BadInput refused = assertThrows(BadInput.class, () -> vae(request, 1, 1));
        assertEquals(
                "the stability of state 'collapsed' does not depend on tauD: its conditions contain beta, eta, rho, tau",
                refused.getMessage());
    }
}
