package org.macrostate.equations.derive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.graph.BoundSums;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.graph.Interpreter;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.model.ModelFile;

/** Softmax over a size: two classes are the logistic function of a difference, and probabilities add up to one. */
class SoftmaxTest {
    private static final String MODEL = """
            model: softmax
            sizes: {K: 2}
            vectors: {u: {fixed: identity}, w: {copies: K, rate: 1}}
            samples: {x: noise}
            fields: {h: w . x, y: u . x}
            loss: "Log[Sum[Exp[h[k]], {k, K}]] - y h[1]"
            order: {Q: w . w, R: w . u}
            observables:
              one: "Mean[Sum[Exp[h[k]]/Sum[Exp[h[l]], {l, K}], {k, K}]]"
              squares: "Mean[Sum[(Exp[h[k]]/Sum[Exp[h[l]], {l, K}])^2, {k, K}]]"
              train: "Mean[Log[Sum[Exp[h[k]], {k, K}]]]"
            """;

    private static BoundSystem bound(int classes) {
        LearningProblem stated = ModelFile.read(MODEL, "softmax");
        Sizes sizes = Sizes.of(stated, Map.of("K", classes));
        return BoundSystem.of(Derivation.of(BoundSums.in(stated, sizes)), sizes);
    }

    private static double[] observables(BoundSystem bound, double[] state) {
        double[] out = new double[3];
        new Interpreter(bound.observables()).eval(0, state, bound.parameters().defaults(), out);
        return out;
    }

    /** E f(d) of a normal d by the trapezoidal rule. */
    private static double normal(double variance, DoubleUnaryOperator f) {
        double sum = 0;
        for (int i = -400; i <= 400; i++) {
            double z = i / 40.0;
            sum += f.applyAsDouble(Math.sqrt(variance) * z) * Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) / 40;
        }
        return sum;
    }

    /** In two dimensions ∫ r dr / r² diverges; in one ∫ dr / r does. */
    @Test
    void a_sum_that_is_written_out_and_vanishes_divides_nothing() {
        for (String mean : List.of("1/Sum[h[k]^2, {k, K}]", "1/Sum[Abs[h[k]], {k, K}]^2")) {
            LearningProblem stated =
                    ModelFile.read(MODEL.replace("Mean[Log[Sum[Exp[h[k]], {k, K}]]]", "Mean[" + mean + "]"), "softmax");
            Sizes sizes = Sizes.of(stated, Map.of("K", 2));
            BadInput refused = assertThrows(BadInput.class, () -> Derivation.of(BoundSums.in(stated, sizes)), mean);
            assertTrue(refused.getMessage().contains("diverges"), refused.getMessage());
        }
    }

    /** E exp(−|h|²) = det(1 + 2Q)^(−1/2). */
    @Test
    void a_sum_of_squares_inside_of_a_function_is_written_out() {
        LearningProblem stated = ModelFile.read(
                MODEL.replace("Mean[Log[Sum[Exp[h[k]], {k, K}]]]", "Mean[Exp[-Sum[h[k]^2, {k, K}]]]")
                        .replace("Log[Sum[Exp[h[k]], {k, K}]] - y h[1]", "y h[1]")
                        .replaceAll("(?m)^ *(one|squares):.*\n", ""),
                "squares");
        Sizes sizes = Sizes.of(stated, Map.of("K", 2));
        LearningProblem problem = BoundSums.in(stated, sizes);
        BoundSystem bound = BoundSystem.of(Derivation.of(problem), sizes);
        double[] state = new double[bound.state().length()];
        double[] q = {1.5, 0.4, 0.8};
        System.arraycopy(q, 0, state, 0, 3);
        double[] out = new double[1];
        new Interpreter(bound.observables()).eval(0, state, bound.parameters().defaults(), out);
        double determinant = (1 + 2 * q[0]) * (1 + 2 * q[2]) - 4 * q[1] * q[1];
        assertEquals(1 / Math.sqrt(determinant), out[0], 1e-8);
        BadInput refused = assertThrows(BadInput.class, () -> Sizes.of(problem, Map.of("K", 3)));
        assertTrue(
                refused.getMessage().contains("size K is the number of terms of a sum inside of a function"),
                refused.getMessage());
    }

    /** Three fields, though a product with one of the copies names a fourth and a fifth. */
    @Test
    void what_is_integrated_is_told_by_the_number_of_its_fields() {
        LearningProblem stated = ModelFile.read(MODEL, "softmax");
        Sizes sizes = Sizes.of(stated, Map.of("K", 4));
        OrderParameterSystem system = Derivation.of(BoundSums.in(stated, sizes));
        assertTrue(
                system.numericalPieces().stream()
                        .noneMatch(piece -> piece.toString().contains("lattice")),
                () -> system.numericalPieces().toString());
    }

    @Test
    void two_classes_are_the_logistic_function_of_a_difference() {
        BoundSystem bound = bound(2);
        double[] state = new double[bound.state().length()];
        double[] q = {1.5, 0.4, 0.8};
        double[] r = {0.3, -0.2};
        System.arraycopy(q, 0, state, 0, 3);
        System.arraycopy(r, 0, state, 3, 2);
        double variance = q[0] + q[2] - 2 * q[1];
        double[] found = observables(bound, state);
        DoubleUnaryOperator p = d -> 1 / (1 + Math.exp(-d));
        assertEquals(1, found[0], 1e-8);
        assertEquals(
                normal(variance, d -> Math.pow(p.applyAsDouble(d), 2) + Math.pow(p.applyAsDouble(-d), 2)),
                found[1],
                1e-8);
        assertEquals(normal(variance, d -> Math.log(1 + Math.exp(d))), found[2], 1e-8);
        double[] rates = new double[state.length];
        new Interpreter(bound.rightHandSide()).eval(0, state, bound.parameters().defaults(), rates);
        // dR_k = [k = 1] − E[p_k y], by Stein's lemma E[p_1 y] = (R_1 − R_2) E[p_1 p_2]
        double slope = normal(variance, d -> p.applyAsDouble(d) * p.applyAsDouble(-d));
        assertEquals(1 - (r[0] - r[1]) * slope, rates[3], 1e-8);
        assertEquals((r[0] - r[1]) * slope, rates[4], 1e-8);
    }

    @Test
    void three_equal_classes_share_their_probabilities() {
        BoundSystem bound = bound(3);
        double[] state = new double[bound.state().length()];
        Arrays.fill(state, 0, 6, 1);
        double[] found = observables(bound, state);
        assertEquals(1, found[0], 1e-8);
        assertEquals(1.0 / 3, found[1], 1e-8);
        assertEquals(Math.log(3), found[2], 1e-8);
    }
}
