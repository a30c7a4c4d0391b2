package org.macrostate.solvers.sgd;

import java.util.List;
import org.macrostate.equations.model.Law;

/**
 * Draws random factors.
 *
 * @param laws of the factors
 * @param points the values of each factor; none if it has a density; of one that marks a class the numbers of the classes, at
 *     the first of its copies
 * @param cumulative sums of their probabilities
 */
record FactorDraws(List<Law> laws, List<double[]> points, List<double[]> cumulative) {
    FactorDraws {
        laws = List.copyOf(laws);
        points = List.copyOf(points);
        cumulative = List.copyOf(cumulative);
    }

    void draw(RandomNumbers draws, double[] into, int offset) {
        for (int i = 0; i < points.size(); i++) {
            Law law = laws.get(i);
            if (law instanceof Law.Classes) {
                double[] classes = points.get(i);
                double drawn = discrete(classes, cumulative.get(i), draws);
                for (int k = 0; k < classes.length; k++) {
                    into[offset + i + k] = drawn == classes[k] ? 1 : 0;
                }
                i += classes.length - 1;
            } else if (law instanceof Law.Continuous continuous) {
                into[offset + i] = continuous(continuous, draws);
            } else if (law instanceof Law.Discrete) {
                into[offset + i] = discrete(points.get(i), cumulative.get(i), draws);
            } else {
                into[offset + i] = draws.normal();
            }
        }
    }

    /** By the inverse of the distribution function; Student's law by R. W. Bailey, Math. Comp. 62, 779, 1994. */
    private static double continuous(Law.Continuous law, RandomNumbers draws) {
        if (law.density() == Law.Density.NORMAL) {
            return draws.normal();
        }
        double u = 1 - draws.uniform();
        return switch (law.density()) {
            case NORMAL -> throw new IllegalStateException("normal factors are not drawn by inversion");
            case EXPONENTIAL -> -Math.log(u);
            case LAPLACE -> u > 0.5 ? -Math.log(2 * (1 - u) + Double.MIN_VALUE) : Math.log(2 * u);
            case UNIFORM -> u;
            case STUDENT -> {
                double nu = law.degrees();
                yield Math.sqrt(nu * (Math.pow(u, -2 / nu) - 1)) * Math.cos(2 * Math.PI * draws.uniform());
            }
        };
    }

    private static double discrete(double[] points, double[] sums, RandomNumbers draws) {
        double u = draws.uniform() * sums[sums.length - 1];
        int k = 0;
        while (k < points.length - 1 && u >= sums[k]) {
            k++;
        }
        return points[k];
    }
}
