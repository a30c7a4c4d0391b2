package org.macrostate.equations.derive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.graph.BoundSums;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.graph.Interpreter;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.model.ModelFile;

/** Classes with means, widths and probabilities of their own: two of them are integrals over one difference of fields. */
class ClassVariableTest {
    private static final String SOFTMAX = """
            model: softmax-classes
            sizes: {C: 2}
            parameters:
              eta: {value: 0.5, domain: positive}
              v: {copies: C, value: [0.5, 0.8], domain: positive}
              p: {copies: C, value: [0.7, 0.3], domain: unit}
            vectors: {mu: {copies: C, fixed: identity}, w: {copies: C, rate: eta}}
            scalars: {b: {copies: C, rate: eta, start: 0}}
            randoms: {y: {classes: C, probabilities: "p[k]"}}
            samples: {x: "mu[y] + Sqrt[v[y]] noise"}
            fields: {h: w . x}
            loss: "Log[Sum[Exp[h[k] + b[k]], {k, C}]] - h[y] - b[y]"
            order: {Q: w . w, R: w . mu}
            observables:
              train: "Mean[Log[Sum[Exp[h[k] + b[k]], {k, C}]] - h[y] - b[y]]"
              first: "Mean[y[1] h[1]^2]"
            """;

    /** E f(d) of a normal d by the trapezoidal rule. */
    private static double normal(double mean, double variance, DoubleUnaryOperator f) {
        double sum = 0;
        for (int i = -400; i <= 400; i++) {
            double z = i / 40.0;
            sum += f.applyAsDouble(mean + Math.sqrt(variance) * z) * Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) / 40;
        }
        return sum;
    }

    private static LearningProblem model(String text) {
        return ModelFile.read(text, "classes");
    }

    private static BoundSystem bound(String text) {
        LearningProblem stated = model(text);
        Sizes sizes = Sizes.of(stated, Map.of());
        return BoundSystem.of(Derivation.of(BoundSums.in(stated, sizes)), sizes);
    }

    /** F_k = η (y_k − s_k) with s_1 = σ(d), d normal given the class, and Stein's lemma. */
    @Test
    void rates_of_softmax_regression_are_those_of_the_logistic_function() {
        BoundSystem bound = bound(SOFTMAX);
        double[] q = {1.5, 0.4, 0.8};
        double[][] r = {{0.3, -0.2}, {0.5, 0.7}};
        double[] b = {0.2, -0.1};
        double[] state = {q[0], q[1], q[2], r[0][0], r[0][1], r[1][0], r[1][1], b[0], b[1]};
        double[] p = {0.7, 0.3};
        double[] v = {0.5, 0.8};
        double eta = 0.5;
        double spread = q[0] + q[2] - 2 * q[1];
        double[] mean = new double[2];
        double[] slope = new double[2];
        double[] square = new double[2];
        double loss = 0;
        for (int c = 0; c < 2; c++) {
            double at = r[0][c] - r[1][c] + b[0] - b[1];
            DoubleUnaryOperator s = d -> 1 / (1 + Math.exp(-d));
            int sign = c == 0 ? 1 : -1;
            mean[c] = normal(at, v[c] * spread, s);
            slope[c] = normal(at, v[c] * spread, d -> s.applyAsDouble(d) * s.applyAsDouble(-d));
            double mark = c == 0 ? 1 : 0;
            square[c] = normal(at, v[c] * spread, d -> Math.pow(mark - s.applyAsDouble(d), 2));
            loss += p[c] * normal(at, v[c] * spread, d -> Math.log(1 + Math.exp(-sign * d)));
        }
        double[] rates = new double[state.length];
        new Interpreter(bound.rightHandSide()).eval(0, state, bound.parameters().defaults(), rates);
        double first = 0;
        double bias = p[0];
        for (int c = 0; c < 2; c++) {
            double mark = c == 0 ? 1 : 0;
            first += p[c] * (2 * eta * (r[0][c] * (mark - mean[c])) + eta * eta * v[c] * square[c])
                    - p[c] * v[c] * 2 * eta * slope[c] * (q[0] - q[1]);
            bias -= p[c] * mean[c];
        }
        assertEquals(first, rates[0], 1e-8);
        assertEquals(eta * bias, rates[7], 1e-8);
        assertEquals(-eta * bias, rates[8], 1e-8);
        for (int l = 0; l < 2; l++) {
            double own = p[l] * ((l == 0 ? 1 : 0) - mean[l]);
            for (int c = 0; c < 2; c++) {
                own -= p[c] * v[c] * slope[c] * (r[0][l] - r[1][l]);
            }
            assertEquals(eta * own, rates[3 + l], 1e-8);
        }
        double[] seen = new double[2];
        new Interpreter(bound.observables()).eval(0, state, bound.parameters().defaults(), seen);
        assertEquals(loss, seen[0], 1e-8);
        assertEquals(p[0] * (r[0][0] * r[0][0] + v[0] * q[0]), seen[1], 1e-14);
    }

    /** A number of classes is written out, a size stays a sum; both are the same. */
    @Test
    void a_number_of_classes_and_a_size_give_the_same() {
        String number = SOFTMAX.replace(
                        "classes: C, probabilities: \"p[k]\"", "classes: 2, probabilities: [7/10, 3/10]")
                .replace(
                        "mu[y] + Sqrt[v[y]] noise", "y[1] (mu[1] + Sqrt[v[1]] noise) + y[2] (mu[2] + Sqrt[v[2]] noise)")
                .replace("- h[y] - b[y]", "- y[1] (h[1] + b[1]) - y[2] (h[2] + b[2])");
        double[] state = {1.5, 0.4, 0.8, 0.3, -0.2, 0.5, 0.7, 0.2, -0.1};
        double[] one = new double[9];
        double[] other = new double[9];
        BoundSystem bound = bound(SOFTMAX);
        new Interpreter(bound.rightHandSide()).eval(0, state, bound.parameters().defaults(), one);
        BoundSystem written = bound(number);
        new Interpreter(written.rightHandSide())
                .eval(0, state, written.parameters().defaults(), other);
        for (int i = 0; i < 9; i++) {
            assertEquals(one[i], other[i], 1e-9, "rate " + i);
        }
    }

    /** Linear regression on labels: E[(h − Σ_k a_k y_k) x] class by class, in index form for any number of classes. */
    @Test
    void a_square_loss_has_no_integrals_and_a_sum_over_classes() {
        String linear = SOFTMAX.replace(
                        "Log[Sum[Exp[h[k] + b[k]], {k, C}]] - h[y] - b[y]", "1/2 Sum[(h[k] - y[k])^2, {k, C}]")
                .replaceFirst("(?m)^scalars:.*\\n", "")
                .replaceFirst("(?m)^ *train:.*\\n", "");
        for (int classes : new int[] {2, 3}) {
            LearningProblem problem =
                    model(linear.replace("v: {copies: C, value: [0.5, 0.8]", "v: {copies: C, value: 0.6")
                            .replace("p: {copies: C, value: [0.7, 0.3]", "p: {copies: C, value: 0.5"));
            OrderParameterSystem system = Derivation.of(problem);
            assertTrue(system.numericalPieces().isEmpty());
            BoundSystem bound = BoundSystem.of(system, Sizes.of(problem, Map.of("C", classes)));
            double[] parameters = bound.parameters().defaults();
            double p = 1.0 / classes;
            bound.parameters().labels().forEach(label -> {
                if (label.startsWith("p[")) {
                    parameters[bound.parameters().position(label)] = p;
                }
            });
            double[] state = new double[bound.state().length()];
            int pairs = classes * (classes + 1) / 2;
            for (int i = 0; i < classes * classes; i++) {
                state[pairs + i] = 0.1 * (i + 1);
            }
            double[] rates = new double[state.length];
            new Interpreter(bound.rightHandSide()).eval(0, state, parameters, rates);
            for (int i = 0; i < classes * classes; i++) {
                double mark = i / classes == i % classes ? 1 : 0;
                // E[(y_k − h_k) μ_l·x] = p (δ_kl − R_kl) − v R_kl
                assertEquals(0.5 * (p * (mark - state[pairs + i]) - 0.6 * state[pairs + i]), rates[pairs + i], 1e-14);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{classes: C, law: normal} | 'law' has no meaning beside 'classes'",
                "{classes: C, copies: C} | 'copies' has no meaning beside 'classes'",
                "{classes: C, probabilities: [1/2, 1/2]} | which --size may change; state their probabilities as one expression",
                "{classes: 2, probabilities: [1/2, 1/3]} | of the classes of y must add up to 1, found 0.833",
                "{classes: 2, probabilities: [3/2, -1/2]} | a probability must be from 0 to 1, was 1.5",
                "{classes: 3, probabilities: [1/2, 1/2]} | 'y' has 3 classes, found 2 probabilities",
            })
    void what_is_no_law_of_classes_is_refused(String stated, String message) {
        BadInput refused = assertThrows(
                BadInput.class, () -> model(SOFTMAX.replace("{classes: C, probabilities: \"p[k]\"}", stated)));
        assertTrue(refused.getMessage().contains(message), refused.getMessage());
    }
}
