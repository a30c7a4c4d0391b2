package org.macrostate.equations.threshold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.hipparchus.complex.Complex;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionNonSymmetric;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.derive.Derivation;
import org.macrostate.equations.derive.Limit;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.model.BundledModels;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.model.ModelFile;
import org.macrostate.equations.symbolic.Symbols;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.NumericValue;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Symbol;

/** Thresholds against the known results of THEORY section 5, Oja's rule and the Lorenz system. */
class ThresholdsTest {
    private static final Symbol RHO = Symbol.parameter("rho");
    private static final Symbol ETA = Symbol.parameter("eta");
    private static final Symbol LAMBDA = Symbol.parameter("lambda");

    private static final String VAE = BundledModels.text("linear-vae")
            .replaceFirst(
                    "(?m)^states:.*$",
                    "states:\n  half: {m: 0, d: 0, Q: 0, E: 0, R: 0}\n"
                            + "  wrong: {m: 0, d: 0, Q: 1, E: 0, R: 0, D: 1}");
    private static final LearningProblem PROBLEM = ModelFile.read(VAE, "linear-vae with more states");
    private static final OrderParameterSystem SYSTEM = Derivation.of(PROBLEM);

    private static ThresholdAnalysis vae(ThresholdRequest request, int size, int signals) {
        return Thresholds.of(SYSTEM, Sizes.of(PROBLEM, Map.of("M", size, "Ms", signals)), request);
    }

    private static StabilityBlock block(ThresholdAnalysis analysis, Sector sector) {
        return analysis.blocks().stream()
                .filter(b -> b.sector() == sector)
                .findFirst()
                .orElseThrow();
    }

    private static Expression closedForm(StabilityBlock block) {
        assertEquals(1, block.boundaries().size());
        return block.boundaries().get(0).closedForm().orElseThrow();
    }

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
        Boundary first = noise.boundaries().get(0);
        assertEquals(Boundary.Kind.NUMERIC, first.kind());
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
        Boundary largest = block(vae(request, 1, 1), Sector.NOISE).boundaries().get(0);
        assertTrue(largest.decides());
        assertTrue(leadingNoiseEigenvalue(2.5, 1, largest.value() * 0.999) < 0);
        assertEquals(0, leadingNoiseEigenvalue(2.5, 1, largest.value()), 1e-10);
        assertTrue(leadingNoiseEigenvalue(2.5, 1, largest.value() * 1.001) > 0);
    }

    /** Theory section 5, M = 1, linearised by hand at Q = E = R = 0, D = 1 for lambda = 0. */
    private static double leadingNoiseEigenvalue(double beta, double eta, double tau) {
        double t2 = tau * tau * eta * eta;
        double[][] block = {
            {-2 * tau, t2, 2 * tau * eta},
            {t2, -2 * tau * beta * eta + t2 * beta * beta, 2 * tau * eta - 2 * t2 * beta},
            {tau * eta, tau * eta - t2 * beta, -tau * (1 + beta * eta) + t2},
        };
        double leading = Double.NEGATIVE_INFINITY;
        for (Complex eigenvalue :
                new EigenDecompositionNonSymmetric(new Array2DRowRealMatrix(block)).getEigenvalues()) {
            leading = Math.max(leading, eigenvalue.getRealPart());
        }
        return leading;
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

    private static final String OJA = BundledModels.text("oja") + "  zero: {q: 0, Q: 0}\n";

    private static ThresholdAnalysis oja(String state) {
        LearningProblem problem = ModelFile.read(OJA, "oja with states");
        return Thresholds.of(Derivation.of(problem), Sizes.of(problem, Map.of()), ThresholdRequest.of(state, "tau"));
    }

    @Test
    void online_pca_learns_exactly_below_twice_the_signal_strength() {
        Symbol omega = Symbol.parameter("omega");
        Symbol tau = Symbol.parameter("tau");
        Expression two = Expression.of(2);
        ThresholdAnalysis learned = oja("learned");
        assertEquals(
                Power.sqrt(Rational.ONE.minus(tau.over(two.times(omega)))),
                learned.values().get("q"));
        assertEquals(Rational.ONE.plus(tau.over(two)), learned.values().get("Q"));
        assertEquals(two.times(omega), closedForm(block(learned, Sector.SIGNAL)));
        assertEquals(two.times(omega), closedForm(block(oja("noise"), Sector.SIGNAL)));
    }

    @Test
    void a_weight_of_length_zero_is_never_stable() {
        ThresholdAnalysis zero = oja("zero");
        assertEquals(List.of(Rational.MINUS_ONE), block(zero, Sector.NOISE).stableWhen());
        assertTrue(zero.boundaries().isEmpty());
    }

    @Test
    void the_lorenz_system_leaves_rest_at_rho_one() {
        LearningProblem problem = BundledModels.problem("lorenz");
        ThresholdAnalysis rest =
                Thresholds.of(Derivation.of(problem), Sizes.of(problem, Map.of()), ThresholdRequest.of("rest", "rho"));
        assertEquals(1, rest.boundaries().size());
        Boundary boundary = rest.boundaries().get(0);
        assertEquals(Rational.ONE, boundary.closedForm().orElseThrow());
        assertEquals(Boundary.Event.ZERO_EIGENVALUE, boundary.event());
        assertTrue(boundary.decides());
    }

    @Test
    void the_lorenz_system_oscillates_beyond_470_nineteenths() {
        String text = """
                model: lorenz
                parameters: {rho: {value: 1}, sigma: {value: 10}, b: {value: 1}}
                flow: {X: sigma (Y - X), Y: rho X - Y - X Z, Z: X Y - b Z}
                states: {cell: {}}
                """;
        LearningProblem problem = ModelFile.read(text, "lorenz with a cell");
        ThresholdRequest request = ThresholdRequest.of("cell", "rho")
                .withValue("rho", 10)
                .withFixed("sigma", new BigFraction(10))
                .withFixed("b", new BigFraction(8, 3));
        ThresholdAnalysis cell = Thresholds.of(Derivation.of(problem), Sizes.of(problem, Map.of()), request);
        Boundary hopf = cell.boundaries().stream()
                .filter(b -> b.event() == Boundary.Event.HOPF)
                .findFirst()
                .orElseThrow();
        assertEquals(470.0 / 19, hopf.value(), 1e-12);
        assertFalse(hopf.closedForm().isEmpty());
    }

    @Test
    void a_short_cubic_condition_is_solved_by_cardano() {
        LearningProblem problem = ModelFile.read("""
                model: cubic
                parameters: {mu: {value: 1, domain: positive}, a: {value: 3, domain: positive}, b: {value: 14, domain: positive}}
                flow: {X: (mu^3 + a mu - b) X}
                states: {rest: {X: 0}}
                """, "cubic");
        ThresholdAnalysis rest =
                Thresholds.of(Derivation.of(problem), Sizes.of(problem, Map.of()), ThresholdRequest.of("rest", "mu"));
        assertEquals(1, rest.boundaries().size());
        Boundary boundary = rest.boundaries().get(0);
        assertEquals(2, boundary.value(), 1e-12);
        assertEquals(Boundary.Kind.EXACT, boundary.kind());
        assertTrue(boundary.checkedPoints() >= 50);
    }

    @Test
    void a_block_too_large_for_symbols_gets_numeric_boundaries() {
        // A ring of eight, each driven by the next: eigenvalues are mu times the roots of unity, less one.
        StringBuilder flow = new StringBuilder();
        StringBuilder state = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            flow.append(i == 0 ? "" : ", ").append("X" + i + ": mu X" + (i + 1) % 8 + " - X" + i + " - X" + i + "^3");
            state.append(i == 0 ? "" : ", ").append("X" + i + ": 0");
        }
        LearningProblem problem = ModelFile.read(
                "model: ring\nparameters: {mu: {value: 1/2, domain: positive}}\nflow: {" + flow + "}\nstates: {rest: {"
                        + state + "}}\n",
                "ring");
        ThresholdAnalysis rest =
                Thresholds.of(Derivation.of(problem), Sizes.of(problem, Map.of()), ThresholdRequest.of("rest", "mu"));
        assertEquals(1, rest.boundaries().size());
        assertEquals(1, rest.boundaries().get(0).value(), 1e-12);
        assertEquals(Boundary.Kind.NUMERIC, rest.boundaries().get(0).kind());
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
    void the_noise_cubic_has_its_root_near_eta_as_a_series_in_the_rate() {
        // To first order in tau, THEORY section 5 by hand: 4 (1 + eta^2)(b - eta) = 2 tau eta^3.
        ThresholdRequest request = ThresholdRequest.of("collapsed", "beta")
                .withFixed("lambda", BigFraction.ZERO)
                .withSeries("tau", 1);
        Boundary first = block(vae(request, 1, 1), Sector.NOISE).boundaries().get(0);
        assertEquals(Boundary.Kind.SERIES, first.kind());
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
        Boundary largest = block(vae(request, 1, 1), Sector.NOISE).boundaries().get(0);
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
    void a_parameter_that_no_condition_contains_is_refused_with_those_that_are() {
        ThresholdRequest request = ThresholdRequest.of("collapsed", "tauD").withFixed("lambda", BigFraction.ZERO);
        BadInput refused = assertThrows(BadInput.class, () -> vae(request, 1, 1));
        assertEquals(
                "the stability of state 'collapsed' does not depend on tauD: its conditions contain beta, eta, rho, tau",
                refused.getMessage());
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
