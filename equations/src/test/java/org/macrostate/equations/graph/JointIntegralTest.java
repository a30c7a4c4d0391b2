package org.macrostate.equations.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Integrals that share nodes, against Isserlis' theorem, arcsine laws and each other. */
class JointIntegralTest {
    private static final int DIGITS = 8;

    /** Of integrals over three variables, which the interpreter is slow at. */
    private static final int FEWER_DIGITS = 5;

    private static final Random RANDOM = new Random(5);

    /** A program of one output of the state. */
    private interface Body {
        int node(ExpressionGraph graph, int[] u);
    }

    private static Program body(int state, Body integrand, Body... kinks) {
        ExpressionGraph graph = new ExpressionGraph();
        int[] u = new int[state];
        for (int i = 0; i < state; i++) {
            u[i] = graph.input(Node.Source.STATE, i);
        }
        List<Integer> outputs = new ArrayList<>(List.of(integrand.node(graph, u)));
        for (Body kink : kinks) {
            outputs.add(kink.node(graph, u));
        }
        return Program.of(graph, outputs, state, 0);
    }

    /** The covariance of n variables, lower triangle. */
    private static double[] covariance(int n) {
        double[][] a = new double[n][n];
        double[] triangle = new double[n * (n + 1) / 2];
        for (double[] row : a) {
            for (int j = 0; j < n; j++) {
                row[j] = RANDOM.nextGaussian() / Math.sqrt(n);
            }
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                for (int k = 0; k < n; k++) {
                    triangle[i * (i + 1) / 2 + j] += a[i][k] * a[j][k];
                }
            }
        }
        return triangle;
    }

    private static double[] values(List<GaussianIntegral> integrals, double[] operands) {
        ExpressionGraph graph = new ExpressionGraph();
        List<Integer> inputs = new ArrayList<>();
        for (int i = 0; i < operands.length; i++) {
            inputs.add(graph.input(Node.Source.STATE, i));
        }
        List<Integer> calls = integrals.stream()
                .map(f -> graph.call(f, inputs.subList(0, f.operands())))
                .toList();
        Program program = Program.of(graph, calls, operands.length, 0);
        assertEquals(1, CallStages.of(program).stages().get(0).uses().size(), "they share nodes");
        double[] out = new double[calls.size()];
        new Interpreter(program).eval(0, operands, new double[0], out);
        return out;
    }

    @Test
    void integrals_over_one_law_are_one_and_keep_what_they_are() {
        double[] c = covariance(2);
        Program square = body(2, (g, u) -> g.power(u[0], 2));
        Program product = body(2, (g, u) -> g.multiply(u[0], u[1]));
        Program cosine = body(2, (g, u) -> g.apply(Operation.COS, g.add(u[0], u[1])));
        double[] found = values(
                List.of(
                        new GaussianIntegral(square, 2, 0, DIGITS),
                        new GaussianIntegral(product, 2, 0, DIGITS),
                        new GaussianIntegral(cosine, 2, 0, DIGITS)),
                c);
        assertEquals(c[0], found[0], 1e-9);
        assertEquals(c[1], found[1], 1e-9);
        assertEquals(Math.exp(-(c[0] + 2 * c[1] + c[2]) / 2), found[2], 1e-9);
    }

    /** Three fields whose signs' products have closed forms; planes that cross, and nearly coincide. */
    @Test
    void kinks_on_planes_are_split_at() {
        Body first = (g, u) -> u[0];
        Body second = (g, u) -> u[1];
        Program signs = body(
                2, (g, u) -> g.multiply(g.apply(Operation.SIGN, u[0]), g.apply(Operation.SIGN, u[1])), first, second);
        Program parts = body(2, (g, u) -> g.multiply(g.apply(Operation.ABS, u[0]), u[1]), first);
        for (double correlation : new double[] {0, 0.3, -0.9, 0.99, 0.99999, 1}) {
            double[] c = {1.3, correlation * Math.sqrt(1.3 * 0.7), 0.7};
            double[] found = values(
                    List.of(new GaussianIntegral(signs, 2, 0, DIGITS), new GaussianIntegral(parts, 2, 0, DIGITS)), c);
            assertEquals(2 / Math.PI * Math.asin(correlation), found[0], 1e-8, "correlation " + correlation);
            assertEquals(0, found[1], 1e-8);
        }
    }

    @Test
    void three_signs_and_a_shifted_plane_are_as_orthant_probabilities_say() {
        double[] c = covariance(3);
        Program three = body(
                3,
                (g, u) -> g.multiply(
                        g.apply(Operation.SIGN, g.subtract(u[0], g.number(0.4))),
                        g.multiply(g.apply(Operation.SIGN, u[1]), g.apply(Operation.SIGN, u[2]))),
                (g, u) -> g.subtract(u[0], g.number(0.4)),
                (g, u) -> u[1],
                (g, u) -> u[2]);
        double[][] full = {{c[0], c[1], c[3]}, {c[1], c[2], c[4]}, {c[3], c[4], c[5]}};
        double expected = OrthantMean.of(new double[] {-0.4, 0, 0}, full);
        double found = values(List.of(new GaussianIntegral(three, 3, 0, FEWER_DIGITS)), c)[0];
        assertEquals(expected, found, 1e-5);
    }

    /** E[f(u) o o'] = E[f] C_oo' + ..., for f = cos u₁: by differentiating the characteristic function. */
    @Test
    void further_variables_have_their_conditional_law_and_derivatives_follow_price() {
        Program pair = body(6, (g, u) -> g.multiply(g.apply(Operation.COS, u[0]), g.add(g.multiply(u[1], u[2]), u[4])));
        GaussianIntegral integral = new GaussianIntegral(pair, 1, 2, DIGITS);
        double[] c = covariance(3);
        double scale = Math.exp(-c[0] / 2);
        assertEquals(scale * (c[4] - c[1] * c[3]), values(List.of(integral), c)[0], 1e-9);
        double[] expected = {
            -scale / 2 * (c[4] - c[1] * c[3]), -scale * c[3], 0, -scale * c[1], scale, 0,
        };
        for (int i = 0; i < c.length; i++) {
            ExpressionGraph graph = new ExpressionGraph();
            List<Integer> inputs = new ArrayList<>();
            for (int k = 0; k < c.length; k++) {
                inputs.add(graph.input(Node.Source.STATE, k));
            }
            int node = integral.derivative(graph, inputs, i);
            double[] out = new double[1];
            new Interpreter(Program.of(graph, List.of(node), c.length, 0)).eval(0, c, new double[0], out);
            assertEquals(expected[i], out[0], 1e-9, "operand " + i);
        }
    }

    @Test
    void a_product_over_independent_variables_is_the_integral_over_three() {
        Body f = (g, u) -> g.multiply(u[1], g.apply(Operation.TANH, g.multiply(u[0], u[1])));
        Body h = (g, u) -> g.multiply(u[1], g.apply(Operation.TANH, g.add(u[0], g.multiply(u[0], u[1]))));
        FactoredIntegral factored = new FactoredIntegral(body(2, f), body(2, h), FEWER_DIGITS);
        Program whole =
                body(3, (g, u) -> g.multiply(f.node(g, new int[] {u[0], u[1]}), h.node(g, new int[] {u[0], u[2]})));
        GaussianIntegral three = new GaussianIntegral(whole, 3, 0, FEWER_DIGITS);
        double[] own = {0.8, 0.3, 1.1, 0, 0.6};
        double[] triangle = {0.8, 0.3, 1.1, 0, 0, 0.6};
        int[] same = {0, 1, 2, 3, 5};
        assertEquals(value(three, -1, triangle), value(factored, -1, own), 1e-5);
        for (int i = 0; i < own.length; i++) {
            assertEquals(value(three, same[i], triangle), value(factored, i, own), 1e-5, "operand " + i);
        }
        assertTrue(Math.abs(value(factored, 0, own)) > 1e-3, "a derivative that says something");
    }

    /** The value, or a derivative. */
    private static double value(MultivariateFunction function, int operand, double[] x) {
        ExpressionGraph graph = new ExpressionGraph();
        List<Integer> inputs = new ArrayList<>();
        for (int k = 0; k < x.length; k++) {
            inputs.add(graph.input(Node.Source.STATE, k));
        }
        int node = operand < 0 ? graph.call(function, inputs) : function.derivative(graph, inputs, operand);
        double[] out = new double[1];
        new Interpreter(Program.of(graph, List.of(node), x.length, 0)).eval(0, x, new double[0], out);
        return out[0];
    }
}
