package org.macrostate.solvers.sgd;

import java.util.ArrayList;
import java.util.List;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.model.Declaration;
import org.macrostate.equations.model.Law;
import org.macrostate.equations.model.LearningProblem;

/** Draws the random factors of one sample, each by its law, in the order of {@link StepInputs#randomLabels()}. */
final class Factors {
    private final List<double[]> values = new ArrayList<>();
    private final List<double[]> cumulative = new ArrayList<>();

    Factors(LearningProblem problem, Sizes sizes) {
        for (Declaration.Random random : problem.randoms()) {
            double[] points = {};
            double[] sums = {};
            if (random.law() instanceof Law.Discrete discrete) {
                points = discrete.values().stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray();
                sums = discrete.probabilities().stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray();
                java.util.Arrays.parallelPrefix(sums, Double::sum);
            }
            int copies = random.copies().map(sizes::of).orElse(1);
            for (int i = 0; i < copies; i++) {
                values.add(points);
                cumulative.add(sums);
            }
        }
    }

    void draw(Draws draws, double[] into, int offset) {
        for (int i = 0; i < values.size(); i++) {
            double[] points = values.get(i);
            into[offset + i] = points.length == 0 ? draws.normal() : discrete(points, cumulative.get(i), draws);
        }
    }

    private static double discrete(double[] points, double[] sums, Draws draws) {
        double u = draws.uniform() * sums[sums.length - 1];
        int k = 0;
        while (k < points.length - 1 && u >= sums[k]) {
            k++;
        }
        return points[k];
    }
}
