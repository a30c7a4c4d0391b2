package org.macrostate.equations.threshold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.macrostate.equations.threshold.VaeThresholds.ETA;
import static org.macrostate.equations.threshold.VaeThresholds.PROBLEM;
import static org.macrostate.equations.threshold.VaeThresholds.RHO;
import static org.macrostate.equations.threshold.VaeThresholds.block;
import static org.macrostate.equations.threshold.VaeThresholds.leadingNoiseEigenvalue;
import static org.macrostate.equations.threshold.VaeThresholds.vae;

import java.util.Map;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.derive.Derivation;
import org.macrostate.equations.derive.Limit;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.NumericValue;
import org.macrostate.equations.tensor.Symbol;

/** Boundaries as series in a small parameter, and the least observable along a state. */
class ThresholdSeriesTest {
    @Test
    void the_noise_cubic_has_its_root_near_eta_as_a_series_in_the_rate() {
        // To first order in tau, THEORY section 5 by hand: 4 (1 + eta^2)(b - eta) = 2 tau eta^3.
        ThresholdRequest request = ThresholdRequest.of("collapsed", "beta")
                .withFixed("lambda", BigFraction.ZERO)
                .withSeries("tau", 1);
        StabilityBoundary first =
                block(vae(request, 1, 1), Sector.NOISE).boundaries().get(0);
        assertEquals(StabilityBoundary.Kind.SERIES, first.kind());
        BoundarySeries series = first.series().orElseThrow();
        assertEquals(2, series.omitted());
        assertEquals(100, series.checkedPoints());
        double eta = 1.7;
        double tau = 0.02;
        Map<Symbol, Double> point = Map.of(ETA, eta, Symbol.parameter("tau"), tau);
        assertEquals(eta + tau * eta * eta * eta / (2 * (1 + eta * eta)), NumericValue.of(series.sum(), point), 1e-14);
        // AUTO-07p's value of this branch point, as in the test of the numeric root
        assertEquals(1.0025030848, first.value(), 1e-8);
        assertEquals(2, first.root(), "the cubic's other real roots are near -1/eta and 2/(eta tau)");
    }

    @Test
    void the_largest_stable_rate_of_the_collapsed_state_is_a_series_in_the_noise() {
        ThresholdRequest request = ThresholdRequest.of("collapsed", "tau")
                .withFixed("lambda", BigFraction.ZERO)
                .withValue("beta", 3)
                .withSeries("eta", 1);
        StabilityBoundary largest =
                block(vae(request, 1, 1), Sector.NOISE).boundaries().get(0);
        assertTrue(largest.decides());
        assertEquals(0, leadingNoiseEigenvalue(3, 1, largest.value()), 1e-10);
        Expression sum = largest.series().orElseThrow().sum();
        double small = 1e-4;
        double tau = NumericValue.of(sum, Map.of(ETA, small, Symbol.parameter("beta"), 3.0));
        assertTrue(leadingNoiseEigenvalue(3, small, tau * 0.9999) < 0);
        assertTrue(leadingNoiseEigenvalue(3, small, tau * 1.0001) > 0);
    }

    @Test
    void the_learned_state_of_the_small_rate_limit_and_its_best_beta_come_out_in_closed_form() {
        OrderParameterSystem limit = Derivation.of(PROBLEM, Limit.SMALL_RATE);
        Sizes sizes = Sizes.of(PROBLEM, Map.of("M", 1, "Ms", 1));
        ThresholdRequest request = ThresholdRequest.of("learned", "beta").withFixed("lambda", BigFraction.ZERO);
        ThresholdAnalysis analysis = Thresholds.of(limit, sizes, request);
        double rho = 0.8;
        double eta = 1.1;
        double beta = 0.6;
        Map<Symbol, Double> at = Map.of(RHO, rho, ETA, eta, Symbol.parameter("beta"), beta);
        Map<String, Double> theory = Map.of(
                "Q[1,1]", rho + eta - beta,
                "m[1,1]", Math.sqrt(rho + eta - beta),
                "d[1,1]", Math.sqrt(rho + eta - beta) / (rho + eta),
                "E[1,1]", (rho + eta - beta) / Math.pow(rho + eta, 2),
                "R[1,1]", (rho + eta - beta) / (rho + eta),
                "D[1]", beta / (rho + eta));
        theory.forEach((label, value) ->
                assertEquals(value, NumericValue.of(analysis.values().get(label), at), 1e-14, label));
        assertEquals(RHO.plus(ETA), analysis.boundaries().get(0).closedForm().orElseThrow());

        Minima minima = Minima.of(limit, sizes, request, "eps_g");
        double expected = Math.pow(Math.sqrt(rho) - Math.sqrt(rho + eta - beta), 2);
        assertEquals(expected, NumericValue.of(minima.along(), at), 1e-14);
        assertEquals(1, minima.found().size());
        assertEquals(ETA, minima.found().get(0).place());
        assertTrue(minima.found().get(0).least().isZero());
        assertEquals(100, minima.found().get(0).checkedPoints());
    }

    @Test
    void a_series_in_the_parameter_solved_for_or_in_one_that_is_zero_is_refused() {
        ThresholdRequest request = ThresholdRequest.of("collapsed", "beta");
        BadInput itself = assertThrows(BadInput.class, () -> vae(request.withSeries("beta", 2), 1, 1));
        assertEquals("a series for beta must be in another parameter than beta itself", itself.getMessage());
        BadInput zero = assertThrows(BadInput.class, () -> vae(request.withSeries("lambda", 2), 1, 1));
        assertEquals("the small parameter of a series must be positive, lambda is 0.0", zero.getMessage());
        BadInput order = assertThrows(BadInput.class, () -> request.withSeries("tau", 0));
        assertEquals("order of the series in tau must be from 1 to 12, was 0", order.getMessage());
    }
}
