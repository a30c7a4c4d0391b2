package org.macrostate.solvers.sgd;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Position;

/**
 * The directions of R^N in blocks: block b has {@code N_b ≈ f_b N} of them, N in all.
 *
 * @param weights f_b, one where all noise is isotropic
 * @param counts N_b
 */
record Directions(double[] weights, int[] counts) {
    private static final double ROUNDING = 1e-9;

    /**
     * Fractions are rounded so that the counts add up: the largest remainders are rounded up.
     *
     * @throws BadInput if weights are none, or a block has fewer directions than there are vectors
     */
    static Directions of(BoundModel model, double[] parameters, int dimension) {
        double[] weights = weights(model, parameters);
        int[] counts = new int[weights.length];
        int left = dimension;
        for (int b = 0; b < counts.length; b++) {
            counts[b] = (int) Math.floor(weights[b] * dimension + ROUNDING);
            left -= counts[b];
        }
        List<Integer> byRemainder =
                new ArrayList<>(IntStream.range(0, counts.length).boxed().toList());
        byRemainder.sort(
                (a, b) -> Double.compare(weights[b] * dimension - counts[b], weights[a] * dimension - counts[a]));
        for (int i = 0; i < left; i++) {
            counts[byRemainder.get(i)]++;
        }
        requireEnough(model, weights, counts, dimension);
        return new Directions(weights, counts);
    }

    /** f_b at these parameters. */
    static double[] weights(BoundModel model, double[] parameters) {
        if (model.problem().blocks().isEmpty()) {
            return new double[] {1};
        }
        List<Expression> expressions = new ArrayList<>();
        for (int b = 1; b <= model.blocks(); b++) {
            expressions.add(model.problem().weightAt(new Position(b)));
        }
        double[] weights = model.constants(expressions, parameters);
        double sum = 0;
        for (double weight : weights) {
            if (!(weight > 0)) {
                throw new BadInput("the weight of a block must be above 0, was " + weight);
            }
            sum += weight;
        }
        if (!(Math.abs(sum - 1) <= ROUNDING)) {
            throw new BadInput("the weights of the blocks must add up to 1, found " + sum);
        }
        return weights;
    }

    private static void requireEnough(BoundModel model, double[] weights, int[] counts, int dimension) {
        int r = model.vectors().count();
        for (int b = 0; b < counts.length && counts.length > 1; b++) {
            if (counts[b] < r) {
                throw new BadInput("dimension " + dimension + " leaves block " + (b + 1) + ", of weight "
                        + (float) weights[b] + ", " + counts[b] + " directions for " + r
                        + " vectors; it takes at least "
                        + (long) Math.ceil(r / weights[b]));
            }
        }
    }
}
