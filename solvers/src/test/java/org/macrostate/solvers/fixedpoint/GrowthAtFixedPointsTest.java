package org.macrostate.solvers.fixedpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.macrostate.equations.derive.Derivation;
import org.macrostate.equations.derive.Limit;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.model.BundledModels;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.model.ModelFile;
import org.macrostate.solvers.kernel.CompiledSystem;
import org.macrostate.solvers.problems.Flows;

/** The leading eigenvalue of every fixed point is the rate at which deviations from it grow, those of zero vectors too. */
class GrowthAtFixedPointsTest {
    private static final String UNIT = """
            model: unit
            parameters: {rho: {value: %s}, sig: {value: %s}, k: {value: %s}, a: {value: %s}, b: {value: %s}, tau: {value: 0.1}}
            vectors: {u: {fixed: identity}, w: {}}
            randoms: {c: %s, e: normal}
            samples: {x: Sqrt[rho] c u + Sqrt[sig] noise}
            fields: {h: w . x}
            update: {w: "tau ((%s) x - k w)"}
            order: {m: w . u, Q: w . w}
            """;

    /** Odd, smooth to first order; the tenth is so on average over normal factors. */
    private static final List<String> RULES = List.of(
            "Tanh[a h]",
            "a h/(1 + h^2)",
            "Sin[a h]",
            "a h Exp[-h^2/2]",
            "Erf[a h] + b h^3/(1 + h^4)",
            "a h (1 - Tanh[h]^2)",
            "Log[1 + Exp[a h]] - Log[1 + Exp[-a h]]",
            "a ArcTan[h] + b Tanh[h]^3",
            "a Tanh[h]/(1 + b Cos[h]^2)",
            "a Ramp[h] - b Ramp[-h]",
            "a h/(1 + Abs[h])",
            "a h + b h Abs[h] Exp[-h^2]");

    private static final String SKIP_GRAM = """
            model: skip-gram
            parameters: {rho: {value: 1.5}, sig: {value: 0.5}, decay: {value: 0.1}, tau: {value: 0.2}}
            vectors: {u: {fixed: identity}, a: {fixed: identity}, w: {rate: tau}, v: {rate: tau}}
            randoms: {c: normal, c2: normal}
            samples:
              x: "Sqrt[rho] c u + Sqrt[sig] noise"
              y: "Sqrt[rho] c a + Sqrt[sig] noise"
              n: "Sqrt[rho] c2 a + Sqrt[sig] noise"
            fields: {h: w . x, g: v . y, k: v . n}
            loss: Log[1 + Exp[-h g]] + Log[1 + Exp[h k]] + decay/2 (w.w + v.v)
            """;

    private static final String CONTRASTIVE = """
            model: contrastive
            parameters: {rho: {value: 1}, sig: {value: 0.5}, T: {value: 1}, decay: {value: 0.1}, tau: {value: 0.1}}
            vectors: {u: {fixed: identity}, w: {rate: tau}}
            randoms: {c: normal, c2: normal}
            samples:
              x: "Sqrt[rho] c u + Sqrt[sig] noise"
              y: "Sqrt[rho] c u + Sqrt[sig] noise"
              n: "Sqrt[rho] c2 u + Sqrt[sig] noise"
            fields: {f: w . x, g: w . y, k: w . n}
            loss: Log[1 + Exp[f (k - g)/T]] + decay/2 w.w
            order: {m: w . u, Q: w . w}
            """;

    /** Two students that coincide: their covariance has rank one. */
    private static final String TWINS = """
            model: twins
            parameters: {eta: {value: 0.3}, k: {value: 0.2}}
            vectors: {u: {fixed: identity}, w: {copies: 2, rate: eta}}
            samples: {x: noise}
            fields: {h: w . x, y: u . x}
            loss: 1/2 (Sum[ArcTan[h[i]], {i, 2}] - ArcTan[y])^2 + k/2 Sum[w[i].w[i], {i, 2}]
            order: {R: w . u, Q: w . w}
            """;

    private static CompiledSystem compiled(String model) {
        LearningProblem problem = ModelFile.read(model, "test");
        // fixed nodes: integrals to an accuracy take minutes in a search, and the limits looked at are the same
        return CompiledSystem.of(
                BoundSystem.of(Derivation.of(problem, Limit.FINITE_RATE, 32), Sizes.of(problem, Map.of())));
    }

    private static FixedPoint zero(CompiledSystem system, Map<String, Double> values) {
        double[] parameters = system.bound().parameters().with(values);
        return FixedPointSearch.of(system).withStarts(0).find(parameters).points().stream()
                .filter(p -> java.util.Arrays.stream(p.state()).allMatch(x -> Math.abs(x) < 1e-12))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_collapsed_state_of_skip_gram_grows_at_tau_times_half_the_signal_less_decay() {
        FixedPoint point = zero(compiled(SKIP_GRAM), Map.of());
        assertEquals(0.2 * (1.5 / 2 - 0.1), point.eigenvalues().get(0).getRealPart(), 1e-9);
        assertEquals(Stability.UNSTABLE, point.stability());
    }

    /** The linear part of the rates is that of −f (k − g)/T. */
    @ParameterizedTest
    @CsvSource({"0.1, 1, UNSTABLE", "0.9, 1, UNSTABLE", "1.1, 1, STABLE", "0.6, 2, STABLE", "1.9, 0.5, UNSTABLE"})
    void the_collapsed_state_of_contrastive_learning_grows_at_the_signal_over_the_temperature_less_decay(
            double decay, double temperature, Stability stability) {
        FixedPoint point = zero(compiled(CONTRASTIVE), Map.of("decay", decay, "T", temperature));
        double signal = 0.1 * (1 / temperature - decay);
        double noise = -2 * 0.1 * decay;
        assertEquals(Math.max(signal, noise), point.eigenvalues().get(0).getRealPart(), 1e-9);
        assertEquals(stability, point.stability());
    }

    /**
     * The sign of the hidden unit is a kink beside the field of zero variance. Along the signal τ√(2/π)(ρ + η − s), and
     * 2τ√(2/π)(η − s) + τ²(2/π)(η² + s²) in the noise.
     */
    @ParameterizedTest
    @ValueSource(doubles = {0.8, 1.6, 2})
    void the_collapsed_boltzmann_machine_grows_where_the_data_vary_more_than_the_model(double s) {
        LearningProblem problem = BundledModels.problem("rbm");
        CompiledSystem system = CompiledSystem.of(BoundSystem.of(Derivation.of(problem), Sizes.of(problem, Map.of())));
        double[] jacobian = new double[4];
        new SystemAt(system, system.bound().parameters().with(Map.of("s", s))).jacobian(new double[2], jacobian);
        double slope = Math.sqrt(2 / Math.PI);
        assertEquals(0.1 * slope * (1.5 - s), jacobian[0], 1e-8);
        assertEquals(0.2 * slope * (0.5 - s) + 0.01 * slope * slope * (0.25 + s * s), jacobian[3], 1e-8);
    }

    /** F'(0) (ρ + σ) − k along the signal, and twice F'(0) σ − k with τ² σ² F'(0)² in the noise. */
    @ParameterizedTest
    @CsvSource({
        "Tanh[a h], 1.3",
        "Sin[a h], 1.3",
        "a h/(1 + h^2), 1.3",
        "a h Exp[-h^2/2], 1.3",
        "a (Ramp[h] - Ramp[-h]), 1.3"
    })
    void the_collapsed_state_of_a_unit_grows_as_its_slope_at_zero_says(String rule, double slope) {
        CompiledSystem system = compiled(UNIT.formatted("1.1", "0.6", "0.4", "1.3", "0.7", "normal", rule));
        FixedPoint point = zero(system, Map.of());
        double signal = 0.1 * (slope * 1.7 - 0.4);
        double noise = 2 * 0.1 * (slope * 0.6 - 0.4) + 0.01 * 0.6 * 0.6 * slope * slope;
        assertEquals(Math.max(signal, noise), point.eigenvalues().get(0).getRealPart(), 1e-8);
        assertEquals(Math.min(signal, noise), point.eigenvalues().get(1).getRealPart(), 1e-8);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11})
    void leading_eigenvalues_of_random_models_are_measured_growth_rates(int rule) {
        Random random = new Random(17 + rule);
        String[] laws = {"normal", "rademacher", "{law: {values: [-2, 0, 1], probabilities: [1/6, 1/2, 1/3]}}"};
        String model = UNIT.formatted(
                number(random, 0.5, 2),
                number(random, 0.2, 1),
                number(random, 0.1, 2),
                number(random, 0.5, 2),
                number(random, 0.2, 1),
                laws[rule % 3],
                RULES.get(rule));
        assertTrue(MeasuredGrowth.compareAll(compiled(model), 12) > 0);
    }

    /** ẋ = √|x| − x grows from zero at a rate without bound, whatever a derivative at zero is said to be. */
    @Test
    void a_point_at_a_root_of_the_rates_is_neither_stable_nor_unstable() {
        CompiledSystem system = Flows.of("{a: {value: 1}}", "{x: \"a Sqrt[Abs[x]] - x\"}");
        FixedPoints found =
                FixedPointSearch.of(system).find(system.bound().parameters().with(Map.of()));
        for (FixedPoint point : found.points()) {
            boolean root = Math.abs(point.state()[0]) < 1e-9;
            assertTrue(!root || !point.stability().isDecided(), point.toString());
        }
        assertTrue(found.points().stream().anyMatch(FixedPoint::stable), "x = 1");
    }

    /** Differences of rates at vectors that do not coincide quite; both overlaps of a vector of length .1 with others. */
    @Test
    void the_jacobian_where_two_students_coincide_is_its_limit_from_inside() {
        CompiledSystem system = compiled(TWINS);
        SystemAt at = new SystemAt(system, system.bound().parameters().with(Map.of()));
        double[] coinciding = {0.3, 0.3, 0.1, 0.1, 0.1};
        double[] apart = {0.3, 0.3, 0.1 + 1e-6, 0.1, 0.1 + 1e-6};
        double[] told = new double[25];
        at.jacobian(coinciding, told);
        double[] ahead = new double[5];
        double[] behind = new double[5];
        for (int j = 0; j < 5; j++) {
            double[] more = apart.clone();
            double[] less = apart.clone();
            more[j] += 1e-7;
            less[j] -= 1e-7;
            at.rates(more, ahead);
            at.rates(less, behind);
            for (int i = 0; i < 5; i++) {
                assertEquals((ahead[i] - behind[i]) / 2e-7, told[5 * i + j], 1e-5, "row " + i + ", column " + j);
            }
        }
    }

    private static String number(Random random, double from, double to) {
        return Double.toString(Math.round(100 * (from + (to - from) * random.nextDouble())) / 100.0);
    }
}
