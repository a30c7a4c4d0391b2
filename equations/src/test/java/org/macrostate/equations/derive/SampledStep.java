package org.macrostate.equations.derive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.graph.Interpreter;
import org.macrostate.equations.graph.Places;
import org.macrostate.equations.graph.StateLayout;
import org.macrostate.equations.model.Declaration;
import org.macrostate.equations.model.Law;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.NumericValue;
import org.macrostate.equations.tensor.Position;
import org.macrostate.equations.tensor.Symbol;

/**
 * One step of learning, drawn: factors and fields at random from their definitions, the step from derivatives of the bound
 * loss, node by node. The mean of its increments over many draws is what a derivation must give; nothing of the derivation
 * or of the rules for expectations is used.
 *
 * <p>A block has its own overlaps G^b = w_i·P_b w_j/N, noise ξ^b ~ N(0, G^b) and fields h^b; the loss has the fields' sums
 * over blocks, and the square of a sample in a block, |P_b x|²/N, is its noise's variance times λ_b f_b.
 */
final class SampledStep {
    private final BoundSystem bound;
    private final StepGraph step;
    private final Random random;
    private final double[][][] gram;
    private final double[][][] roots;
    private final double[] scalarValues;

    /** Of the present draw: by block, sample and vector. */
    private final double[][][] fieldShares;

    /** Mean and standard error of each state element's increment times N. */
    record Estimate(double[] mean, double[] error) {}

    /** Parameters, which probabilities may depend on. */
    private final Map<Symbol, Double> given = new HashMap<>();

    SampledStep(BoundSystem bound, double[] parameters, Random random) {
        this.bound = bound;
        this.random = random;
        for (String label : bound.parameters().labels()) {
            given.put(
                    new Symbol(Kind.PARAMETER, label, List.of()),
                    parameters[bound.parameters().position(label)]);
        }
        this.step = new StepGraph(bound, parameters);
        this.scalarValues = new double[step.scalars.size()];
        Arrays.setAll(scalarValues, i -> 0.4 + random.nextDouble());
        this.gram = RandomOverlaps.of(step, random);
        this.roots = Arrays.stream(gram)
                .map(g -> new CholeskyDecomposition(MatrixUtils.createRealMatrix(g))
                        .getL()
                        .getData())
                .toArray(double[][][]::new);
        this.fieldShares = new double[step.blocks][step.samples][step.count];
    }

    /** The state the steps start from, as the derived equations take it. */
    double[] state() {
        double[] state = new double[bound.state().length()];
        for (int i = 0; i < state.length; i++) {
            StateLayout.Element element = bound.state().elements().get(i);
            int[] pair = pair(element);
            state[i] = pair.length == 2
                    ? gram[block(element)][pair[0]][pair[1]]
                    : scalarValues[step.scalars.get(element.label())];
        }
        return state;
    }

    private static int block(StateLayout.Element element) {
        return element.variable().inBlocks() ? element.places().get(0) - 1 : 0;
    }

    private int[] pair(StateLayout.Element element) {
        StateVariable variable = element.variable();
        if (!variable.isOverlap()) {
            return new int[0];
        }
        List<Integer> places = element.places();
        int split = variable.firstOfRight();
        return new int[] {
            step.vectors.indexOf(Places.label(variable.left(), places.subList(variable.blockPlaces(), split))),
            step.vectors.indexOf(Places.label(variable.right(), places.subList(split, places.size())))
        };
    }

    /** Draws steps. */
    Estimate draw(int draws) {
        Interpreter steps = step.interpreter(nodes(StepNodes.of(step)));
        List<Integer> sampling = new ArrayList<>(step.coefficients);
        step.problem.samples().forEach(sample -> sampling.add(step.builder.node(sample.noise(), Map.of())));
        sampling.addAll(spectra());
        Interpreter samples = step.interpreter(sampling);
        double[] sampled = new double[sampling.size()];
        double[] out = new double[step.count * width() + step.scalars.size()];
        double[] parameters = step.parameterValues();
        int factors = parameters.length - step.factorLaws.size();
        double[] inputs = inputs();
        double[] sum = new double[bound.state().length()];
        double[] squares = new double[sum.length];
        for (int draw = 0; draw < draws; draw++) {
            for (int i = 0; i < step.factorLaws.size(); i++) {
                parameters[factors + i] = draw(step.factorLaws.get(i).law());
            }
            samples.eval(0, inputs, parameters, sampled);
            fields(sampled, inputs);
            step.copyToStopped(inputs);
            steps.eval(0, inputs, parameters, out);
            for (int i = 0; i < sum.length; i++) {
                double increment = increment(bound.state().elements().get(i), out, sampled);
                sum[i] += increment;
                squares[i] += increment * increment;
            }
        }
        return estimate(sum, squares, draws);
    }

    private static Estimate estimate(double[] sum, double[] squares, int draws) {
        double[] mean = new double[sum.length];
        double[] error = new double[sum.length];
        for (int i = 0; i < sum.length; i++) {
            mean[i] = sum[i] / draws;
            error[i] = Math.sqrt(Math.max(0, squares[i] / draws - mean[i] * mean[i]) / draws);
        }
        return new Estimate(mean, error);
    }

    /** λ_b by sample and block, then f_b. */
    private List<Integer> spectra() {
        List<Integer> nodes = new ArrayList<>();
        for (Declaration.Sample sample : step.problem.samples()) {
            for (int b = 1; b <= step.blocks; b++) {
                nodes.add(step.builder.node(step.problem.eigenvalueAt(sample, new Position(b)), Map.of()));
            }
        }
        for (int b = 1; b <= step.blocks; b++) {
            nodes.add(step.builder.node(step.problem.weightAt(new Position(b)), Map.of()));
        }
        return nodes;
    }

    private double amplitude(double[] sampled, int sample) {
        return sampled[step.coefficients.size() + sample];
    }

    private double eigenvalue(double[] sampled, int sample, int block) {
        return sampled[step.coefficients.size() + step.samples + sample * step.blocks + block];
    }

    private double weight(double[] sampled, int block) {
        return sampled[step.coefficients.size() + step.samples + step.samples * step.blocks + block];
    }

    /** How many numbers a vector's step has. */
    private int width() {
        return step.samples + step.blocks * step.count;
    }

    /** F and K by vectors, then the scalars' steps. */
    private static List<Integer> nodes(StepNodes step) {
        List<Integer> nodes = new ArrayList<>();
        for (int v = 0; v < step.field().length; v++) {
            Arrays.stream(step.field()[v]).forEach(nodes::add);
            for (int[][] kernel : step.kernel()) {
                Arrays.stream(kernel[v]).forEach(nodes::add);
            }
        }
        Arrays.stream(step.scalar()).forEach(nodes::add);
        return nodes;
    }

    private double[] inputs() {
        double[] inputs = new double[step.inputs()];
        for (int b = 0; b < step.blocks; b++) {
            for (int v = 0; v < step.count; v++) {
                for (int w = v; w < step.count; w++) {
                    inputs[step.overlap(b, v, w)] = gram[b][v][w];
                }
            }
        }
        System.arraycopy(scalarValues, 0, inputs, step.scalarsFrom, scalarValues.length);
        return inputs;
    }

    private double draw(Law law) {
        if (law instanceof Law.Discrete discrete) {
            double u = random.nextDouble();
            int i = 0;
            while (i + 1 < discrete.values().size()
                    && u > NumericValue.of(discrete.probabilities().get(i), given)) {
                u -= NumericValue.of(discrete.probabilities().get(i++), given);
            }
            return discrete.values().get(i);
        }
        return random.nextGaussian();
    }

    private void fields(double[] sampled, double[] inputs) {
        for (int s = 0; s < step.samples; s++) {
            Arrays.fill(inputs, step.field(s, 0), step.field(s, 0) + step.count, 0);
            for (int b = 0; b < step.blocks; b++) {
                fieldShares(sampled, s, b);
                for (int v = 0; v < step.count; v++) {
                    inputs[step.field(s, v)] += fieldShares[b][s][v];
                }
            }
        }
    }

    private void fieldShares(double[] sampled, int s, int b) {
        double[] e = new double[step.count];
        Arrays.setAll(e, k -> random.nextGaussian());
        double deviation = amplitude(sampled, s) * Math.sqrt(eigenvalue(sampled, s, b));
        for (int v = 0; v < step.count; v++) {
            double noise = 0;
            for (int k = 0; k <= v; k++) {
                noise += roots[b][v][k] * e[k];
            }
            double field = deviation * noise;
            for (StepGraph.Part part : step.parts) {
                field += part.sample() == s ? sampled[part.coefficient()] * gram[b][v][part.vector()] : 0;
            }
            fieldShares[b][s][v] = field;
        }
    }

    /** Of one element of the state, times N. */
    private double increment(StateLayout.Element element, double[] out, double[] sampled) {
        int width = width();
        int[] pair = pair(element);
        if (pair.length == 0) {
            return out[step.count * width + step.scalars.get(element.label())];
        }
        int b = block(element);
        double increment = 0;
        for (int side = 0; side < 2; side++) {
            int v = pair[side];
            int w = pair[1 - side];
            for (int s = 0; s < step.samples; s++) {
                increment += out[v * width + s] * fieldShares[b][s][w];
            }
            for (int u = 0; u < step.count; u++) {
                increment += out[v * width + step.samples + b * step.count + u] * gram[b][u][w];
            }
        }
        for (int s = 0; s < step.samples; s++) {
            double noise = amplitude(sampled, s);
            double square = noise * noise * eigenvalue(sampled, s, b) * weight(sampled, b);
            increment += square
                    / ((org.macrostate.equations.model.BatchSize.Stated) step.problem.batch()).samples()
                    * out[pair[0] * width + s]
                    * out[pair[1] * width + s];
        }
        return increment;
    }
}
