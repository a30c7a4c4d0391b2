package org.macrostate.equations.threshold;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.macrostate.equations.graph.StateLayout;

/**
 * The Jacobian at zero vectors as the limit from short ones, by central differences of the rates. Formulas for it may have no
 * value there, as of {@code h Abs[h]} or a bell beside a threshold, or another.
 *
 * @param rates writes the rates at a state, n
 */
record JacobianFromInside(List<StateLayout.Element> elements, BiConsumer<double[], double[]> rates) {
    /** Squared lengths; a Jacobian that differs between them has no limit. */
    private static final double SHORT = 1e-12;

    private static final double LONGER = 1e-10;
    private static final double SAME = 1e-3;
    private static final double PART = 0.1;
    private static final double STEP = 1e-6;

    /**
     * A Jacobian if short vectors have the same; else theirs. Where no vector vanishes it stays what it is.
     *
     * @param told n·n, row by row
     */
    double[] confirmed(double[] state, double[] told) {
        boolean vanishes = false;
        for (int i = 0; i < state.length; i++) {
            vanishes |= isSquaredLength(elements.get(i)) && Math.abs(state[i]) < SHORT;
        }
        if (!vanishes) {
            return told;
        }
        double[] seen = at(state);
        double size = Arrays.stream(seen).map(Math::abs).max().orElse(0);
        for (int i = 0; i < seen.length; i++) {
            if (!(Math.abs(seen[i] - told[i]) <= SAME * size)) {
                return seen;
            }
        }
        return told;
    }

    /** n·n, row by row; NaN where there is none. */
    private double[] at(double[] state) {
        double[] shorter = differences(state, SHORT);
        double[] longer = differences(state, LONGER);
        double size = Arrays.stream(shorter).map(Math::abs).max().orElse(0);
        for (int i = 0; i < shorter.length; i++) {
            if (!(Math.abs(shorter[i] - longer[i]) <= SAME * size)) {
                Arrays.fill(shorter, Double.NaN);
                return shorter;
            }
            // what is left falls like a length
            shorter[i] += (shorter[i] - longer[i]) / (Math.sqrt(LONGER / SHORT) - 1);
        }
        return shorter;
    }

    private double[] differences(double[] state, double shortest) {
        int n = state.length;
        double[] base = state.clone();
        Map<String, Double> lengths = new HashMap<>();
        for (int i = 0; i < n; i++) {
            if (isSquaredLength(elements.get(i))) {
                base[i] = Math.max(state[i], shortest);
                lengths.merge(elements.get(i).variable().left(), base[i], Math::min);
            }
        }
        double[] entries = new double[n * n];
        double[] above = new double[n];
        double[] below = new double[n];
        for (int j = 0; j < n; j++) {
            double step = step(elements.get(j), base[j], lengths);
            moved(base, j, step, above);
            moved(base, j, -step, below);
            for (int i = 0; i < n; i++) {
                entries[i * n + j] = (above[i] - below[i]) / (2 * step);
            }
        }
        return entries;
    }

    /** Within what vectors of these lengths can have. */
    private static double step(StateLayout.Element element, double value, Map<String, Double> lengths) {
        double most = STEP * (1 + Math.abs(value));
        if (!element.variable().isOverlap()) {
            return most;
        }
        double left = lengths.getOrDefault(element.variable().left(), 1.0);
        double right = lengths.getOrDefault(element.variable().right(), 1.0);
        return Math.min(most, PART * Math.sqrt(left * right));
    }

    private void moved(double[] base, int j, double by, double[] out) {
        double[] moved = base.clone();
        moved[j] += by;
        rates.accept(moved, out);
    }

    private static boolean isSquaredLength(StateLayout.Element element) {
        return element.variable().isSquaredLength(element.places());
    }
}
