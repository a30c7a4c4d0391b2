package org.macrostate.equations.derive;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.macrostate.equations.graph.GraphDerivative;
import org.macrostate.equations.graph.Places;
import org.macrostate.equations.model.Declaration;
import org.macrostate.equations.model.Dynamics;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Rational;

/**
 * The step of a problem in nodes of its graph.
 *
 * @param field by vector and sample: F
 * @param kernel by block and two vectors: K
 * @param scalar by scalar
 */
record StepNodes(int[][] field, int[][][] kernel, int[] scalar) {

    static StepNodes of(StepGraph step) {
        var nodes = new StepNodes(
                new int[step.count][step.samples],
                new int[step.blocks][step.count][step.count],
                new int[step.scalars.size()]);
        nodes.standStill(step.graph.number(0));
        if (step.problem.dynamics() instanceof Dynamics.Loss loss) {
            nodes.descend(step, loss);
            nodes.update(step, loss.updates());
        } else {
            nodes.update(step, ((Dynamics.Updates) step.problem.dynamics()).updates());
        }
        return nodes;
    }

    /** Every derivative of the loss, times minus the rate; a sample's own vectors move with it. */
    private void descend(StepGraph step, Dynamics.Loss loss) {
        var graph = step.graph;
        int zero = graph.number(0);
        for (int v = 0; v < step.count; v++) {
            int factor = minusRate(step, step.vectors.get(v));
            Map<Integer, Integer> gradient = gradient(step, loss, step.vectors.get(v));
            for (int s = 0; s < step.samples; s++) {
                field[v][s] = graph.multiply(factor, gradient.getOrDefault(step.field(s, v), zero));
            }
            for (int w = 0; w < step.count; w++) {
                int through = zero;
                for (StepGraph.Part part : step.parts) {
                    if (part.vector() == v) {
                        int along = gradient.getOrDefault(step.field(part.sample(), w), zero);
                        through = graph.add(through, graph.multiply(along, step.coefficients.get(part.coefficient())));
                    }
                }
                int twice = graph.number(v == w ? 2 : 1);
                for (int b = 0; b < step.blocks; b++) {
                    int direct = graph.multiply(twice, gradient.getOrDefault(step.overlap(b, v, w), zero));
                    kernel[b][v][w] = graph.multiply(factor, graph.add(direct, through));
                }
            }
        }
        step.scalars.forEach((label, i) -> scalar[i] = graph.multiply(
                minusRate(step, label), gradient(step, loss, label).getOrDefault(step.scalarsFrom + i, zero)));
    }

    private static Map<Integer, Integer> gradient(StepGraph step, Dynamics.Loss loss, String label) {
        Expression own = loss.of(label.replaceAll("\\[.*", ""));
        return new GraphDerivative(step.graph).gradient(step.builder.node(own, Map.of()));
    }

    private void standStill(int zero) {
        Arrays.stream(field).forEach(row -> Arrays.fill(row, zero));
        Arrays.stream(kernel).flatMap(Arrays::stream).forEach(row -> Arrays.fill(row, zero));
        Arrays.fill(scalar, zero);
    }

    /** An update is linear in samples and vectors: its coefficients are derivatives. */
    private void update(StepGraph step, List<Dynamics.Update> updates) {
        int zero = step.graph.number(0);
        for (Dynamics.Update update : updates) {
            for (List<Integer> place : Places.all(update.indices(), step.sizes)) {
                Map<String, Integer> inside = new HashMap<>();
                place.forEach(value -> inside.put(update.indices().get(0).name(), value));
                int node = step.builder.node(update.step(), inside);
                int v = step.vectors.indexOf(Places.label(update.target(), place));
                if (v < 0) {
                    scalar[step.scalars.get(Places.label(update.target(), place))] = node;
                    continue;
                }
                Map<Integer, Integer> gradient = new GraphDerivative(step.graph).gradient(node);
                for (int s = 0; s < step.samples; s++) {
                    field[v][s] = gradient.getOrDefault(step.sample(s), zero);
                }
                for (int w = 0; w < step.count; w++) {
                    for (int b = 0; b < step.blocks; b++) {
                        kernel[b][v][w] = gradient.getOrDefault(step.vector(w), zero);
                    }
                }
            }
        }
    }

    private static int minusRate(StepGraph step, String label) {
        String name = label.replaceAll("\\[.*", "");
        Expression rate = step.problem
                .vectors(name)
                .flatMap(Declaration.Vectors::rate)
                .or(() -> step.problem.scalar(name).flatMap(Declaration.Scalar::rate))
                .orElse(Rational.ZERO);
        return step.graph.negate(step.builder.node(rate, Map.of()));
    }
}
