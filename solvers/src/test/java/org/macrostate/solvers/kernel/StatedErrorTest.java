package org.macrostate.solvers.kernel;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.macrostate.equations.graph.ExpressionGraph;
import org.macrostate.equations.graph.GaussianIntegral;
import org.macrostate.equations.graph.IntegralAccuracy;
import org.macrostate.equations.graph.Node;
import org.macrostate.equations.graph.Operation;
import org.macrostate.equations.graph.Program;
import org.macrostate.equations.graph.QuadratureError;

/**
 * Means of random functions of one or two fields: the accuracy that was asked for is kept, and the error that is stated bounds
 * the true one. References are sums over many narrow panels, split at kinks.
 */
class StatedErrorTest {
    private static final int DIGITS = 8;
    private static final double END = 10;
    private static final double PANEL = 0.2;
    private static final int GRADED = 26;
    private static final double NARROW = 1e-13;
    private static final double ROUNDING = 1e-13;
    private static final GaussIntegratorFactory FORMULAS = new GaussIntegratorFactory();

    /** A kink where {@code a u_1 + b u_2 + c} is zero. */
    private record Kink(double a, double b, double c) {}

    /** A kink where {@code Σ u_i²} is the square of this. */
    private record Circle(double radius) {}

    /** A random function of fields with its kinks, as a graph, and what it is written like. */
    private static final class Sample {
        private final Random random;
        private final ExpressionGraph graph = new ExpressionGraph();
        private final int[] u;
        private final List<Kink> kinks = new ArrayList<>();
        private final List<Circle> circles = new ArrayList<>();
        private final List<Integer> zeros = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();

        Sample(Random random, int fields) {
            this.random = random;
            this.u = new int[fields];
            for (int i = 0; i < fields; i++) {
                u[i] = graph.input(Node.Source.STATE, i);
            }
        }

        private double number() {
            return Math.rint(20 * (random.nextDouble() - 0.5)) / 10 + 0.05;
        }

        private int scaled(int node, double by) {
            return graph.multiply(graph.number(by), node);
        }

        private int smooth() {
            double a = number();
            double b = u.length > 1 ? number() : 0;
            double c = number();
            int x = graph.add(
                    u.length > 1 ? graph.add(scaled(u[0], a), scaled(u[1], b)) : scaled(u[0], a), graph.number(c));
            int kind = random.nextInt(7);
            text.append(" f")
                    .append(kind)
                    .append("(")
                    .append(a + " " + b + " " + c)
                    .append(")");
            int square = graph.multiply(x, x);
            int one = graph.number(1);
            return switch (kind) {
                case 0 -> graph.apply(Operation.TANH, x);
                case 1 -> graph.apply(Operation.COS, x);
                case 2 -> graph.apply(Operation.EXP, graph.negate(square));
                case 3 -> graph.divide(one, graph.add(one, square));
                case 4 -> graph.divide(one, graph.add(one, graph.apply(Operation.EXP, graph.negate(x))));
                case 5 -> graph.add(square, x);
                default -> graph.apply(Operation.LOG, graph.add(one, graph.apply(Operation.EXP, x)));
            };
        }

        private int kinked() {
            Kink kink = new Kink(number(), u.length > 1 ? number() : 0, random.nextBoolean() ? 0 : number());
            kinks.add(kink);
            int x = scaled(u[0], kink.a());
            if (u.length > 1) {
                x = graph.add(x, scaled(u[1], kink.b()));
            }
            x = graph.add(x, graph.number(kink.c()));
            zeros.add(x);
            text.append(" kink").append(kink);
            return graph.apply(random.nextBoolean() ? Operation.SIGN : Operation.ABS, x);
        }

        private int curved() {
            Circle circle = new Circle(0.3 + 2 * random.nextDouble());
            circles.add(circle);
            int x = graph.number(circle.radius() * circle.radius());
            for (int field : u) {
                x = graph.subtract(x, graph.multiply(field, field));
            }
            zeros.add(x);
            text.append(" ").append(circle);
            return graph.apply(random.nextBoolean() ? Operation.SIGN : Operation.ABS, x);
        }

        Program program() {
            int f = smooth();
            if (random.nextBoolean()) {
                f = graph.multiply(f, smooth());
            }
            for (int k = random.nextInt(3); k > 0; k--) {
                f = graph.multiply(f, kinked());
            }
            if (random.nextInt(8) == 0) {
                f = graph.multiply(f, curved());
            }
            List<Integer> outputs = new ArrayList<>(List.of(f));
            outputs.addAll(zeros);
            return Program.of(graph, outputs, u.length, 0);
        }
    }

    private static double mean(Program body, int fields, IntegralAccuracy.Rule rule, double[] triangle) {
        ExpressionGraph graph = new ExpressionGraph();
        List<Integer> operands = new ArrayList<>();
        for (int i = 0; i < triangle.length; i++) {
            operands.add(graph.input(Node.Source.PARAMETER, i));
        }
        int call = graph.call(new GaussianIntegral(body, fields, 0, new IntegralAccuracy(DIGITS, rule)), operands);
        return KernelCompiler.compile(Program.of(graph, List.of(call), 0, triangle.length))
                .eval(0, new double[0], triangle)[0];
    }

    private static double panels(DoubleUnaryOperator f, List<Double> breaks) {
        TreeSet<Double> ends = new TreeSet<>(breaks);
        for (int i = 0; i <= Math.round(2 * END / PANEL); i++) {
            ends.add(-END + i * PANEL);
        }
        ends.removeIf(x -> !(x >= -END && x <= END));
        double total = 0;
        Double before = null;
        for (double end : ends) {
            if (before != null && end - before > NARROW) {
                GaussIntegrator rule = FORMULAS.legendre(8, before, end);
                total += rule.integrate(x -> f.applyAsDouble(x) * Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI));
            }
            before = end;
        }
        return total;
    }

    /** The mean, and that of the absolute value. */
    private static double reference(Kernel f, List<Kink> kinks, List<Circle> circles, double[] root, boolean absolute) {
        double[] work = new double[f.workLength()];
        double[] out = new double[f.outputLength()];
        int fields = root.length == 1 ? 1 : 2;
        double[] state = new double[fields];
        DoubleUnaryOperator at = z -> {
            f.eval(0, state, new double[0], out, work);
            return absolute ? Math.abs(out[0]) : out[0];
        };
        if (fields == 1) {
            List<Double> breaks = new ArrayList<>(
                    kinks.stream().map(k -> -k.c() / (k.a() * root[0])).toList());
            for (Circle circle : circles) {
                breaks.add(circle.radius() / root[0]);
                breaks.add(-circle.radius() / root[0]);
            }
            return panels(
                    z -> {
                        state[0] = root[0] * z;
                        return at.applyAsDouble(z);
                    },
                    breaks);
        }
        // On a kink, z_2 = −(p z_1 + c)/q.
        List<double[]> lines = kinks.stream()
                .map(k -> new double[] {k.a() * root[0] + k.b() * root[1], k.b() * root[2], k.c()})
                .toList();
        List<Double> crossings = new ArrayList<>();
        for (double[] l : lines) {
            for (double[] m : lines) {
                crossings.add((l[1] * m[2] - l[2] * m[1]) / (l[0] * m[1] - l[1] * m[0]));
            }
        }
        // A line that is almost a value of z_1 makes the integral over z_2 change fast close to it.
        for (double[] l : lines) {
            for (int k = -2 * (int) END; k <= 2 * END; k++) {
                crossings.add(-(l[2] + l[1] * k / 2) / l[0]);
            }
        }
        for (Circle circle : circles) {
            // Where z_1 touches an ellipse the integral over z_2 has a square root: panels become narrow towards it.
            double touch = circle.radius() / root[0];
            for (int side = -1; side <= 1; side += 2) {
                crossings.add(side * touch);
                for (int k = 1; k <= 2 * GRADED; k++) {
                    crossings.add(side * (touch - Math.pow(2, -k)));
                }
            }
            for (double[] l : lines) {
                crossings.addAll(onLine(l, circle.radius(), root));
            }
        }
        crossings.removeIf(x -> x.isNaN() || x.isInfinite());
        return panels(
                z -> panels(
                        y -> {
                            state[0] = root[0] * z;
                            state[1] = root[1] * z + root[2] * y;
                            return at.applyAsDouble(y);
                        },
                        breaks(z, lines, circles, root)),
                crossings);
    }

    /** Kinks as values of z_2. */
    private static List<Double> breaks(double z, List<double[]> lines, List<Circle> circles, double[] root) {
        List<Double> breaks = new ArrayList<>(
                lines.stream().map(l -> -(l[0] * z + l[2]) / l[1]).toList());
        for (Circle circle : circles) {
            double u = root[0] * z;
            double half = Math.sqrt(circle.radius() * circle.radius() - u * u);
            breaks.add((half - root[1] * z) / root[2]);
            breaks.add((-half - root[1] * z) / root[2]);
        }
        breaks.removeIf(x -> x.isNaN() || x.isInfinite());
        return breaks;
    }

    /** Values of z_1 where a line meets a circle. */
    private static List<Double> onLine(double[] line, double radius, double[] root) {
        // On the line u_1 = r_0 z and u_2 = r_1 z − r_2 (p z + c)/q.
        double slope = root[1] - root[2] * line[0] / line[1];
        double at = -root[2] * line[2] / line[1];
        double a = root[0] * root[0] + slope * slope;
        double b = slope * at;
        double d = Math.sqrt(b * b - a * (at * at - radius * radius));
        return List.of((-b + d) / a, (-b - d) / a);
    }

    private static void check(int samples, long seed) {
        Random random = new Random(seed);
        double[] ratios = new double[samples];
        for (int i = 0; i < samples; i++) {
            int fields = i % 4 == 0 ? 2 : 1;
            Sample sample = new Sample(random, fields);
            Program body = sample.program();
            double spread = Math.exp(2 * random.nextDouble() - 1);
            double other = Math.exp(2 * random.nextDouble() - 1);
            double correlation = 1.8 * random.nextDouble() - 0.9;
            double[] root = fields == 1
                    ? new double[] {spread}
                    : new double[] {spread, correlation * other, Math.sqrt(1 - correlation * correlation) * other};
            double[] triangle = fields == 1
                    ? new double[] {spread * spread}
                    : new double[] {spread * spread, correlation * other * spread, other * other};
            double found = mean(body, fields, IntegralAccuracy.Rule.USUAL, triangle);
            double checked = mean(body, fields, IntegralAccuracy.Rule.CHECK, triangle);
            double before = mean(body, fields, IntegralAccuracy.Rule.CHECK_BEFORE, triangle);
            Kernel f = KernelCompiler.compile(body);
            double exact = reference(f, sample.kinks, sample.circles, root, false);
            double size = reference(f, sample.kinks, sample.circles, root, true);
            String what = "sample " + i + ":" + sample.text + " covariance " + Arrays.toString(triangle);
            double off = Math.abs(found - exact);
            assertTrue(off <= 1e-8 * size, what + " is off by " + off + " of " + size);
            double stated = QuadratureError.stated(found, checked, before);
            assertTrue(off <= stated + ROUNDING * size, what + " is off by " + off + ", stated is " + stated);
            ratios[i] = stated / Math.max(off, ROUNDING * size);
        }
        Arrays.sort(ratios);
        assertTrue(ratios[samples / 2] < 100, "the median of stated and true errors' ratio is " + ratios[samples / 2]);
    }

    @Test
    void every_stated_error_bounds_the_true_one() {
        check(30, 1);
    }

    /** The hundred and first sample of this seed has a line that crosses a circle: a kink of the outer integral. */
    @Test
    @Tag("slow")
    void kinks_that_cross_are_split() {
        check(101, 105);
    }

    @Test
    @Tag("slow")
    void every_stated_error_of_many_bounds_the_true_one() {
        check(600, 2);
    }
}
