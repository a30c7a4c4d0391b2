package org.macrostate.solvers.sgd;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.hipparchus.analysis.differentiation.Gradient;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.macrostate.equations.graph.ExpressionGraph;
import org.macrostate.equations.graph.GraphBuilder;
import org.macrostate.equations.graph.Node;
import org.macrostate.equations.graph.Program;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.model.BundledModels;
import org.macrostate.equations.model.Declaration;
import org.macrostate.equations.model.Dynamics;
import org.macrostate.equations.model.LearningProblem;

/** Forces, linear terms and scalar rates of every bundled loss against its automatic differentiation by Hipparchus. */
class BundledGradientTest {
    static Stream<String> losses() {
        return BundledModels.names().stream()
                .filter(name -> BundledModels.problem(name).dynamics() instanceof Dynamics.Loss loss
                        && loss.own().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("losses")
    void the_step_is_minus_rate_times_the_gradient_of_the_loss(String name) {
        LearningProblem problem = BundledModels.problem(name);
        BoundModel model = BoundModel.of(problem, Sizes.of(problem, Map.of()), Map.of());
        double[] parameters = model.parameters().with(Map.of());
        Program loss = loss(model);
        SplittableRandom random = new SplittableRandom(7);
        for (int trial = 0; trial < 5; trial++) {
            double[] in = drawn(model, random);
            double[] gradient = gradient(loss, in, parameters, model.inputs().firstRandom());
            for (int again = 0; again < 100 && !isFinite(gradient); again++) { // outside of the domain of the loss
                in = drawn(model, random);
                gradient = gradient(loss, in, parameters, model.inputs().firstRandom());
            }
            compare(model, in, parameters, gradient);
        }
    }

    private static boolean isFinite(double[] values) {
        return DoubleStream.of(values).allMatch(Double::isFinite);
    }

    private static double[] drawn(BoundModel model, SplittableRandom random) {
        double[] in = new double[model.inputs().length()];
        for (int i = 0; i < in.length; i++) {
            boolean scalar =
                    i >= model.inputs().firstScalar() && i < model.inputs().firstRandom();
            in[i] = scalar ? random.nextDouble(0.5, 2) : random.nextDouble(-2, 2);
        }
        return in;
    }

    private static Program loss(BoundModel model) {
        ExpressionGraph graph = new ExpressionGraph();
        StepBinding binding = new StepBinding(model.vectors(), model.inputs(), model.parameters(), Map.of());
        GraphBuilder builder = new GraphBuilder(graph, model.sizes(), binding);
        Dynamics.Loss loss = (Dynamics.Loss) model.problem().dynamics();
        int node = builder.node(loss.value(), Map.of());
        return Program.of(
                graph,
                List.of(node),
                model.inputs().length(),
                model.parameters().length());
    }

    /** By everything before the random factors: fields, overlaps, scalars. */
    private static double[] gradient(Program program, double[] in, double[] parameters, int variables) {
        List<Gradient> values = new ArrayList<>();
        for (Node node : program.nodes()) {
            if (node instanceof Node.Number number) {
                values.add(Gradient.constant(variables, number.value()));
            } else if (node instanceof Node.Input input) {
                values.add(
                        switch (input.source()) {
                            case STATE ->
                                input.index() < variables
                                        ? Gradient.variable(variables, input.index(), in[input.index()])
                                        : Gradient.constant(variables, in[input.index() % in.length]);
                            case PARAMETER -> Gradient.constant(variables, parameters[input.index()]);
                            case TIME -> Gradient.constant(variables, 0);
                        });
            } else if (node instanceof Node.Result result) {
                Gradient left = values.get(result.left());
                Gradient right = result.right() < 0 ? left : values.get(result.right());
                values.add(apply(result, left, right));
            }
        }
        return values.get(program.outputs().get(0)).getGradient();
    }

    private static Gradient apply(Node.Result result, Gradient a, Gradient b) {
        Gradient zero = a.getField().getZero();
        return switch (result.operation()) {
            case ADD -> a.add(b);
            case SUBTRACT -> a.subtract(b);
            case MULTIPLY -> a.multiply(b);
            case DIVIDE -> a.divide(b);
            case POWER -> a.pow(b);
            case NEGATE -> a.negate();
            case SQRT -> a.sqrt();
            case EXP -> a.exp();
            case LOG -> a.log();
            case TANH -> a.tanh();
            case ERF -> erf(a);
            case ABS -> a.abs();
            case SIGN -> a.sign();
            case UNIT_STEP -> zero.add(a.getValue() >= 0 ? 1 : 0);
            case MAX -> a.getValue() >= b.getValue() ? a : b;
            case MIN -> a.getValue() <= b.getValue() ? a : b;
            case LESS -> zero.add(a.getValue() < b.getValue() ? 1 : 0);
            case LESS_EQUAL -> zero.add(a.getValue() <= b.getValue() ? 1 : 0);
            case WHEN -> a.getValue() != 0 ? b : zero;
            default ->
                throw new IllegalStateException("no bundled loss has " + result.operation() + " yet: add it here");
        };
    }

    private static Gradient erf(Gradient a) {
        double slope = 2 / Math.sqrt(Math.PI) * Math.exp(-a.getValue() * a.getValue());
        return a.compose(org.hipparchus.special.Erf.erf(a.getValue()), slope);
    }

    private static void compare(BoundModel model, double[] in, double[] parameters, double[] gradient) {
        StepKernel kernel = model.kernel();
        double[] out = kernel.step().eval(0, in, parameters);
        double[] makeUp = kernel.makeUp().eval(0, in, parameters);
        Map<List<Integer>, Double> forces = new HashMap<>();
        Map<List<Integer>, Double> linear = new HashMap<>();
        int count = kernel.forceSample().length;
        int terms = kernel.linearRow().length;
        for (int f = 0; f < count; f++) {
            forces.put(List.of(kernel.forceSample()[f], kernel.forceVector()[f]), out[f]);
        }
        for (int k = 0; k < terms; k++) {
            linear.put(List.of(kernel.linearRow()[k], kernel.linearColumn()[k]), out[count + k]);
        }
        StepInputs inputs = model.inputs();
        int r = model.vectors().count();
        for (int i = model.vectors().fixed(); i < r; i++) {
            if (movesByUpdate(model, i)) {
                continue;
            }
            double rate = rate(model, parameters, i);
            for (int s = 0; s < inputs.sampleCount(); s++) {
                double expected = -rate * gradient[inputs.field(s, i)];
                assertClose(expected, forces.getOrDefault(List.of(s, i), 0.0), "force on " + i);
            }
            for (int j = 0; j < r; j++) {
                double slope = (i == j ? 2 : 1) * gradient[inputs.overlap(i, j)];
                // A sample that contains vector i moves the fields of j on it with vector i.
                for (int s = 0; s < inputs.sampleCount(); s++) {
                    slope += makeUp[s * r + i] * gradient[inputs.field(s, j)];
                }
                assertClose(-rate * slope, linear.getOrDefault(List.of(i, j), 0.0), "term " + i + " " + j);
            }
        }
        for (int k = 0; k < kernel.scalar().length; k++) {
            double expected = gradient[inputs.firstScalar() + kernel.scalar()[k]];
            double rate = scalarRate(model, parameters, kernel.scalar()[k]);
            assertClose(-rate * expected, out[count + terms + k], "scalar " + k);
        }
    }

    private static void assertClose(double expected, double found, String what) {
        assertEquals(expected, found, 1e-11 * (1 + Math.abs(expected)), what);
    }

    private static boolean movesByUpdate(BoundModel model, int vector) {
        Dynamics.Loss loss = (Dynamics.Loss) model.problem().dynamics();
        return model.vectors().families().stream()
                .filter(family -> loss.isUpdated(family.name()))
                .anyMatch(family -> model.vectors().places(family.name()).stream()
                        .anyMatch(place -> model.vectors().number(family.name(), place) == vector));
    }

    private static double rate(BoundModel model, double[] parameters, int vector) {
        for (Declaration.Vectors family : model.vectors().families()) {
            int first = model.vectors()
                    .number(family.name(), model.vectors().places(family.name()).get(0));
            int copies = model.vectors().places(family.name()).size();
            if (vector >= first && vector < first + copies) {
                return family.rate().map(rate -> value(model, parameters, rate)).orElse(0.0);
            }
        }
        throw new IllegalStateException("no family of vector " + vector);
    }

    private static double scalarRate(BoundModel model, double[] parameters, int scalar) {
        String label = model.inputs().scalarLabels().get(scalar);
        return model.problem().scalars().stream()
                .filter(s -> label.equals(s.name()) || label.startsWith(s.name() + "["))
                .findFirst()
                .flatMap(Declaration.Scalar::rate)
                .map(rate -> value(model, parameters, rate))
                .orElse(0.0);
    }

    private static double value(
            BoundModel model, double[] parameters, org.macrostate.equations.tensor.Expression rate) {
        ExpressionGraph graph = new ExpressionGraph();
        StepBinding binding = new StepBinding(model.vectors(), model.inputs(), model.parameters(), Map.of());
        int node = new GraphBuilder(graph, model.sizes(), binding).node(rate, Map.of());
        Program program = Program.of(graph, List.of(node), model.inputs().length(), parameters.length);
        double[] out = new double[1];
        new org.macrostate.equations.graph.Interpreter(program)
                .eval(0, new double[model.inputs().length()], parameters, out);
        return out[0];
    }
}
