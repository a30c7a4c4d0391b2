package org.macrostate.equations.derive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.graph.ExpressionGraph;
import org.macrostate.equations.graph.GraphBuilder;
import org.macrostate.equations.graph.GraphDerivative;
import org.macrostate.equations.graph.Interpreter;
import org.macrostate.equations.graph.Node;
import org.macrostate.equations.graph.Places;
import org.macrostate.equations.graph.Program;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.graph.StateLayout;
import org.macrostate.equations.model.Declaration;
import org.macrostate.equations.model.Dynamics;
import org.macrostate.equations.model.Law;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.model.SampleTerm;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Field;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.Overlap;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Symbol;
import org.macrostate.equations.tensor.VectorTerm;

/**
 * One step of learning, drawn: factors and fields at random from their definitions, the step from derivatives of the bound
 * loss, node by node. The mean of its increments over many draws is what a derivation must give; nothing of the derivation
 * or of the rules for expectations is used.
 */
final class SampledStep {
    private final LearningProblem problem;
    private final Sizes sizes;
    private final BoundSystem bound;
    private final Random random;
    private final double[] parameters;
    private final List<String> vectors = new ArrayList<>();
    private final Map<String, Integer> scalars = new HashMap<>();
    private final Map<String, Integer> factors = new HashMap<>();
    private final List<Declaration.Random> factorLaws = new ArrayList<>();
    private final ExpressionGraph graph = new ExpressionGraph();
    private final GraphBuilder builder;
    private final double[][] gram;
    private final double[] scalarValues;
    /** Inputs: fields by sample and vector, then overlaps, scalars, samples, vectors. */
    private final int overlapsFrom;

    private final int scalarsFrom;
    private final int samplesFrom;
    private final int vectorsFrom;
    private final List<Integer> outputs = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();
    private final int count;

    /** Where in the sample a vector stands, and which node its coefficient is. */
    private record Part(int sample, int vector, int output) {}

    /** Mean and standard error of each state element's increment times N. */
    record Estimate(double[] mean, double[] error) {}

    SampledStep(BoundSystem bound, double[] parameters, Random random) {
        this.problem = bound.system().problem();
        this.sizes = bound.sizes();
        this.bound = bound;
        this.parameters = parameters;
        this.random = random;
        for (Declaration.Vectors family : problem.vectors()) {
            labels(family.name(), family.copies().map(List::of).orElse(List.of()))
                    .forEach(vectors::add);
        }
        for (Declaration.Scalar scalar : problem.scalars()) {
            labels(scalar.name(), scalar.copies().map(List::of).orElse(List.of()))
                    .forEach(label -> scalars.put(label, scalars.size()));
        }
        for (Declaration.Random factor : problem.randoms()) {
            labels(factor.name(), factor.copies().map(List::of).orElse(List.of()))
                    .forEach(label -> {
                        factors.put(label, factors.size());
                        factorLaws.add(factor);
                    });
        }
        this.count = vectors.size();
        this.overlapsFrom = problem.samples().size() * count;
        this.scalarsFrom = overlapsFrom + count * count;
        this.samplesFrom = scalarsFrom + scalars.size();
        this.vectorsFrom = samplesFrom + problem.samples().size();
        this.builder = new GraphBuilder(graph, sizes, this::bind);
        this.scalarValues = new double[scalars.size()];
        for (int i = 0; i < scalarValues.length; i++) {
            scalarValues[i] = 0.4 + random.nextDouble();
        }
        this.gram = gram();
        readSamples();
    }

    private List<String> labels(String name, List<Expression> copies) {
        List<Index> indices = copies.stream().map(e -> new Index("i", e)).toList();
        return Places.all(indices, sizes).stream()
                .map(place -> Places.label(name, place))
                .toList();
    }

    private int bind(Expression atom, List<Integer> places, GraphBuilder b) {
        if (atom instanceof Field f) {
            int sample = problem.samples().indexOf(problem.sample(f.sample()).orElseThrow());
            int vector = vectors.indexOf(Places.label(f.vector().family(), places));
            return graph.input(Node.Source.STATE, sample * count + vector);
        }
        if (atom instanceof Overlap o) {
            int left = o.left().indices().size();
            int v = vectors.indexOf(Places.label(o.left().family(), places.subList(0, left)));
            int w = vectors.indexOf(Places.label(o.right().family(), places.subList(left, places.size())));
            return graph.input(Node.Source.STATE, overlapsFrom + Math.min(v, w) * count + Math.max(v, w));
        }
        Symbol symbol = (Symbol) atom;
        String label = Places.label(symbol.name(), places);
        return switch (symbol.kind()) {
            case SCALAR -> graph.input(Node.Source.STATE, scalarsFrom + scalars.get(label));
            case SAMPLE ->
                graph.input(
                        Node.Source.STATE,
                        samplesFrom
                                + problem.samples()
                                        .indexOf(problem.sample(symbol.name()).orElseThrow()));
            case VECTOR -> graph.input(Node.Source.STATE, vectorsFrom + vectors.indexOf(label));
            case PARAMETER ->
                graph.input(Node.Source.PARAMETER, bound.parameters().position(label));
            case RANDOM -> graph.input(Node.Source.PARAMETER, parameters.length + factors.get(label));
            default -> throw new IllegalStateException(symbol.toString());
        };
    }

    /** Overlaps of random vectors, those of fixed families as declared. */
    private double[][] gram() {
        List<double[]> rows = new ArrayList<>();
        int dimension = 2 * count;
        int offset = 0;
        for (Declaration.Vectors family : problem.vectors()) {
            int copies = family.copies().map(sizes::of).orElse(1);
            if (family.isTrained()) {
                for (int i = 0; i < copies; i++) {
                    double[] row = new double[dimension];
                    java.util.Arrays.setAll(row, k -> 1.2 * random.nextGaussian() / Math.sqrt(dimension));
                    rows.add(row);
                }
            } else {
                double[][] root = fixedRoot(family, copies);
                for (int i = 0; i < copies; i++) {
                    double[] row = new double[dimension];
                    System.arraycopy(root[i], 0, row, offset, copies);
                    rows.add(row);
                }
                offset += copies;
            }
        }
        double[][] x = rows.toArray(new double[0][]);
        return MatrixUtils.createRealMatrix(x)
                .multiplyTransposed(MatrixUtils.createRealMatrix(x))
                .getData();
    }

    private double[][] fixedRoot(Declaration.Vectors family, int copies) {
        Declaration.FixedOverlaps fixed = family.fixed().orElseThrow();
        double[][] overlaps = new double[copies][copies];
        for (int a = 0; a < copies; a++) {
            for (int b = 0; b < copies; b++) {
                int node = builder.node(
                        fixed.value(),
                        Map.of(fixed.row().name(), a + 1, fixed.column().name(), b + 1));
                overlaps[a][b] = values(List.of(node), new double[vectorsFrom], new double[factors.size()])[0];
            }
        }
        return new CholeskyDecomposition(MatrixUtils.createRealMatrix(overlaps))
                .getL()
                .getData();
    }

    private void readSamples() {
        for (int s = 0; s < problem.samples().size(); s++) {
            for (SampleTerm term : problem.samples().get(s).terms()) {
                for (List<Integer> place : Places.all(term.sums(), sizes)) {
                    Map<String, Integer> inside = new HashMap<>();
                    for (int i = 0; i < place.size(); i++) {
                        inside.put(term.sums().get(i).name(), place.get(i));
                    }
                    int vector = vectors.indexOf(label(term.vector(), inside));
                    parts.add(new Part(s, vector, outputs.size()));
                    outputs.add(builder.node(term.coefficient(), inside));
                }
            }
        }
    }

    private static String label(VectorTerm vector, Map<String, Integer> inside) {
        List<Integer> place = vector.indices().stream()
                .map(term -> term instanceof Index i
                        ? inside.get(i.name())
                        : ((org.macrostate.equations.tensor.Position) term).value())
                .toList();
        return Places.label(vector.family(), place);
    }

    private double[] values(List<Integer> nodes, double[] inputs, double[] drawn) {
        double[] all = java.util.Arrays.copyOf(parameters, parameters.length + drawn.length);
        System.arraycopy(drawn, 0, all, parameters.length, drawn.length);
        double[] out = new double[nodes.size()];
        new Interpreter(Program.of(graph, nodes, inputs.length, all.length)).eval(0, inputs, all, out);
        return out;
    }

    /** The state the steps start from, as the derived equations take it. */
    double[] state() {
        double[] state = new double[bound.state().length()];
        for (int i = 0; i < state.length; i++) {
            StateLayout.Element element = bound.state().elements().get(i);
            int[] pair = pair(element);
            state[i] = pair.length == 2 ? gram[pair[0]][pair[1]] : scalarValues[scalars.get(element.label())];
        }
        return state;
    }

    private int[] pair(StateLayout.Element element) {
        StateVariable variable = element.variable();
        if (!variable.isOverlap()) {
            return new int[0];
        }
        List<Integer> places = new ArrayList<>(element.places());
        int[] pair = new int[2];
        List<String> families = List.of(variable.left(), variable.right());
        for (int side = 0; side < 2; side++) {
            String family = families.get(side);
            boolean indexed = problem.vectors(family).orElseThrow().copies().isPresent();
            pair[side] = vectors.indexOf(Places.label(family, indexed ? List.of(places.remove(0)) : List.of()));
        }
        return pair;
    }

    /** Node of the derivative of each vector's step: by sample (F), then by vector (K); and of each scalar's step. */
    private record Step(int[][] field, int[][] kernel, int[] scalar) {}

    private Step step() {
        int[][] fields = new int[count][problem.samples().size()];
        int[][] kernel = new int[count][count];
        int[] scalar = new int[scalars.size()];
        GraphDerivative derivative = new GraphDerivative(graph);
        int zero = graph.number(0);
        if (problem.dynamics() instanceof Dynamics.Loss loss) {
            Map<Integer, Integer> gradient = derivative.gradient(builder.node(loss.value(), Map.of()));
            for (int v = 0; v < count; v++) {
                int factor = minusRate(vectors.get(v));
                for (int s = 0; s < fields[v].length; s++) {
                    fields[v][s] = graph.multiply(factor, gradient.getOrDefault(s * count + v, zero));
                }
                for (int w = 0; w < count; w++) {
                    int place = overlapsFrom + Math.min(v, w) * count + Math.max(v, w);
                    int twice = graph.number(v == w ? 2 : 1);
                    int slope = graph.multiply(twice, gradient.getOrDefault(place, zero));
                    for (Part part : parts) {
                        if (part.vector() == v) {
                            int field = gradient.getOrDefault(part.sample() * count + w, zero);
                            slope = graph.add(slope, graph.multiply(field, outputs.get(part.output())));
                        }
                    }
                    kernel[v][w] = graph.multiply(factor, slope);
                }
            }
            scalars.forEach((label, i) ->
                    scalar[i] = graph.multiply(minusRate(label), gradient.getOrDefault(scalarsFrom + i, zero)));
        } else {
            for (int[] row : fields) {
                java.util.Arrays.fill(row, zero);
            }
            for (int[] row : kernel) {
                java.util.Arrays.fill(row, zero);
            }
            for (Dynamics.Update update : ((Dynamics.Updates) problem.dynamics()).updates()) {
                for (List<Integer> place : Places.all(update.indices(), sizes)) {
                    Map<String, Integer> inside = new HashMap<>();
                    place.forEach(value -> inside.put(update.indices().get(0).name(), value));
                    int node = builder.node(update.step(), inside);
                    int v = vectors.indexOf(Places.label(update.target(), place));
                    if (v < 0) {
                        scalar[scalars.get(Places.label(update.target(), place))] = node;
                        continue;
                    }
                    Map<Integer, Integer> gradient = derivative.gradient(node);
                    for (int s = 0; s < fields[v].length; s++) {
                        fields[v][s] = gradient.getOrDefault(samplesFrom + s, zero);
                    }
                    for (int w = 0; w < count; w++) {
                        kernel[v][w] = gradient.getOrDefault(vectorsFrom + w, zero);
                    }
                }
            }
        }
        return new Step(fields, kernel, scalar);
    }

    private int minusRate(String label) {
        String name = label.replaceAll("\\[.*", "");
        Expression rate = problem.vectors(name)
                .flatMap(Declaration.Vectors::rate)
                .or(() -> problem.scalar(name).flatMap(Declaration.Scalar::rate))
                .orElse(Rational.ZERO);
        return graph.negate(builder.node(rate, Map.of()));
    }

    /** Draws steps. */
    Estimate draw(int draws) {
        Step step = step();
        List<Integer> nodes = new ArrayList<>();
        int samples = problem.samples().size();
        for (int v = 0; v < count; v++) {
            for (int s = 0; s < samples; s++) {
                nodes.add(step.field()[v][s]);
            }
            for (int w = 0; w < count; w++) {
                nodes.add(step.kernel()[v][w]);
            }
        }
        for (int node : step.scalar()) {
            nodes.add(node);
        }
        int coefficients = outputs.size();
        List<Integer> noises = new ArrayList<>(outputs);
        problem.samples().forEach(sample -> noises.add(builder.node(sample.noise(), Map.of())));
        Interpreter steps = new Interpreter(Program.of(graph, nodes, vectorsFrom + count, parameters.length + 99));
        Interpreter sampling = new Interpreter(Program.of(graph, noises, vectorsFrom + count, parameters.length + 99));
        double[] sampled = new double[noises.size()];
        double[] out = new double[nodes.size()];
        double[] all = java.util.Arrays.copyOf(parameters, parameters.length + 99);
        double[] inputs = new double[vectorsFrom + count];
        for (int v = 0; v < count; v++) {
            for (int w = v; w < count; w++) {
                inputs[overlapsFrom + v * count + w] = gram[v][w];
            }
        }
        System.arraycopy(scalarValues, 0, inputs, scalarsFrom, scalarValues.length);
        double[][] root = new CholeskyDecomposition(MatrixUtils.createRealMatrix(gram))
                .getL()
                .getData();
        double[] sum = new double[bound.state().length()];
        double[] squares = new double[sum.length];
        for (int draw = 0; draw < draws; draw++) {
            for (int i = 0; i < factorLaws.size(); i++) {
                all[parameters.length + i] = draw(factorLaws.get(i).law());
            }
            sampling.eval(0, inputs, all, sampled);
            fields(sampled, coefficients, root, inputs);
            steps.eval(0, inputs, all, out);
            add(out, sampled, coefficients, inputs, sum, squares);
        }
        double[] error = new double[sum.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] /= draws;
            error[i] = Math.sqrt(Math.max(0, squares[i] / draws - sum[i] * sum[i]) / draws);
        }
        return new Estimate(sum, error);
    }

    private double draw(Law law) {
        if (law instanceof Law.Discrete discrete) {
            double u = random.nextDouble();
            int i = 0;
            while (i + 1 < discrete.values().size() && u > probability(discrete, i)) {
                u -= probability(discrete, i++);
            }
            return discrete.values().get(i);
        }
        return random.nextGaussian();
    }

    private static double probability(Law.Discrete law, int i) {
        return org.macrostate.equations.tensor.NumericValue.of(
                law.probabilities().get(i), java.util.Map.of());
    }

    private void fields(double[] sampled, int coefficients, double[][] root, double[] inputs) {
        double[] e = new double[count];
        for (int s = 0; s < problem.samples().size(); s++) {
            java.util.Arrays.setAll(e, k -> random.nextGaussian());
            for (int v = 0; v < count; v++) {
                double noise = 0;
                for (int k = 0; k <= v; k++) {
                    noise += root[v][k] * e[k];
                }
                double field = sampled[coefficients + s] * noise;
                for (Part part : parts) {
                    field += part.sample() == s ? sampled[part.output()] * gram[v][part.vector()] : 0;
                }
                inputs[s * count + v] = field;
            }
        }
    }

    private void add(
            double[] out, double[] sampled, int coefficients, double[] inputs, double[] sum, double[] squares) {
        int samples = problem.samples().size();
        int width = samples + count;
        for (int i = 0; i < sum.length; i++) {
            StateLayout.Element element = bound.state().elements().get(i);
            int[] pair = pair(element);
            double increment = 0;
            if (pair.length == 0) {
                increment = out[count * width + scalars.get(element.label())];
            } else {
                for (int side = 0; side < 2; side++) {
                    int v = pair[side];
                    int w = pair[1 - side];
                    for (int s = 0; s < samples; s++) {
                        increment += out[v * width + s] * inputs[s * count + w];
                    }
                    for (int u = 0; u < count; u++) {
                        increment += out[v * width + samples + u] * gram[u][w];
                    }
                }
                for (int s = 0; s < samples; s++) {
                    double kappa = sampled[coefficients + s] * sampled[coefficients + s] / problem.batch();
                    increment += kappa * out[pair[0] * width + s] * out[pair[1] * width + s];
                }
            }
            sum[i] += increment;
            squares[i] += increment * increment;
        }
    }
}
