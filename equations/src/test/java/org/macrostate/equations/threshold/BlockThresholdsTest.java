package org.macrostate.equations.threshold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionNonSymmetric;
import org.junit.jupiter.api.Test;
import org.macrostate.equations.derive.Derivation;
import org.macrostate.equations.derive.Limit;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.graph.Interpreter;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.model.BundledModels;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.model.ModelFile;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.NumericValue;
import org.macrostate.equations.tensor.Position;
import org.macrostate.equations.tensor.Symbol;

/** Thresholds in blocks of a spectrum in closed form, against formulas and against eigenvalues of the Jacobian. */
class BlockThresholdsTest {
    private static final Random RANDOM = new Random(5);

    private static Symbol at(String name, int block) {
        return new Symbol(Kind.PARAMETER, name, List.of(new Position(block)));
    }

    private static double drawn(double from, double to) {
        return from + (to - from) * RANDOM.nextDouble();
    }

    /** The largest root of 1 = ρ Σ ω_b/(μ − ηλ_b), by bisection above the largest pole. */
    private static double largestRoot(double rho, double eta, double[] omega, double[] lam) {
        double low = eta * Arrays.stream(lam).max().orElseThrow();
        double high = low + rho + 1;
        for (int i = 0; i < 200; i++) {
            double mu = (low + high) / 2;
            double sum = 0;
            for (int b = 0; b < lam.length; b++) {
                sum += rho * omega[b] / (mu - eta * lam[b]);
            }
            if (sum > 1) {
                low = mu;
            } else {
                high = mu;
            }
        }
        return low;
    }

    @Test
    void the_linear_vae_on_two_blocks_collapses_above_the_largest_root_in_radicals() {
        LearningProblem problem = BundledModels.problem("linear-vae-blocks");
        ThresholdAnalysis analysis = Thresholds.of(
                Derivation.of(problem, Limit.SMALL_RATE),
                Sizes.of(problem, Map.of()),
                ThresholdRequest.of("collapsed", "beta"));
        Expression form = analysis.blocks().stream()
                .filter(b -> b.sector() == Sector.SIGNAL)
                .findFirst()
                .orElseThrow()
                .boundaries()
                .get(0)
                .closedForm()
                .orElseThrow();
        BoundSystem bound = BoundSystem.of(Derivation.of(problem), Sizes.of(problem, Map.of()));
        for (int draw = 0; draw < 20; draw++) {
            double rho = drawn(0.2, 3);
            double eta = drawn(0.2, 2);
            double[] lam = {drawn(0.1, 3), drawn(0.1, 3)};
            double share = drawn(0.05, 0.95);
            double[] omega = {share, 1 - share};
            Map<Symbol, Double> point = new HashMap<>(Map.of(
                    Symbol.parameter("rho"),
                    rho,
                    Symbol.parameter("eta"),
                    eta,
                    at("lam", 1),
                    lam[0],
                    at("lam", 2),
                    lam[1]));
            point.put(at("omega", 1), omega[0]);
            point.put(at("omega", 2), omega[1]);
            double threshold = largestRoot(rho, eta, omega, lam);
            assertEquals(threshold, NumericValue.of(form, point), 1e-10 * threshold);
            assertTrue(signalGrowth(bound, point, threshold - 1e-3) > 0, "unstable below");
            assertTrue(signalGrowth(bound, point, threshold + 1e-3) < 0, "stable above");
        }
    }

    /** The leading eigenvalue of the Jacobian in m and d at the collapsed state, by differences: the rates are linear there. */
    private static double signalGrowth(BoundSystem bound, Map<Symbol, Double> point, double beta) {
        double[] parameters = bound.parameters().defaults();
        point.forEach(
                (symbol, value) -> parameters[bound.parameters().position(ParameterPoints.label(symbol))] = value);
        parameters[bound.parameters().position("beta")] = beta;
        int n = bound.state().length();
        double[] collapsed = new double[n];
        collapsed[n - 1] = 1;
        Interpreter interpreter = new Interpreter(bound.rightHandSide());
        double[][] jacobian = new double[4][4];
        for (int j = 0; j < 4; j++) {
            double[] state = collapsed.clone();
            state[j] = 1e-6;
            double[] rates = new double[n];
            interpreter.eval(0, state, parameters, rates);
            for (int i = 0; i < 4; i++) {
                jacobian[i][j] = rates[i] / 1e-6;
            }
        }
        return Arrays.stream(new EigenDecompositionNonSymmetric(new Array2DRowRealMatrix(jacobian)).getEigenvalues())
                .mapToDouble(e -> e.getRealPart())
                .max()
                .orElseThrow();
    }

    @Test
    void regression_is_stable_below_two_over_the_mean_eigenvalue_whatever_the_spectrum() {
        LearningProblem problem = ModelFile.read("""
                model: regression
                sizes: {B: 2}
                parameters:
                  lam: {copies: B, value: [2, 1/4], domain: positive}
                  f: {copies: B, value: [1/5, 4/5], domain: positive}
                  tau: {value: 0.4, domain: positive}
                spectra: {S: {blocks: B, value: "lam[b]", weight: "f[b]"}}
                vectors: {u: {fixed: identity}, w: {rate: tau}}
                samples: {x: "noise[S]"}
                fields: {h: w . x, y: u . x}
                loss: 1/2 (h - y)^2
                order: {R: w . u, Q: w . w}
                states: {learned: {}}
                """, "regression.yaml");
        ThresholdAnalysis analysis = Thresholds.of(
                Derivation.of(problem), Sizes.of(problem, Map.of()), ThresholdRequest.of("learned", "tau"));
        Expression form = analysis.blocks().stream()
                .flatMap(b -> b.boundaries().stream())
                .filter(StabilityBoundary::decides)
                .findFirst()
                .orElseThrow()
                .closedForm()
                .orElseThrow();
        for (int draw = 0; draw < 20; draw++) {
            double[] lam = {drawn(0.1, 3), drawn(0.1, 3)};
            double f = drawn(0.05, 0.95);
            double value = NumericValue.of(
                    form, Map.of(at("lam", 1), lam[0], at("lam", 2), lam[1], at("f", 1), f, at("f", 2), 1 - f));
            assertEquals(2 / (f * lam[0] + (1 - f) * lam[1]), value, 1e-12);
        }
    }
}
