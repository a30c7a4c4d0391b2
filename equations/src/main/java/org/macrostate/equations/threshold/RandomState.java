package org.macrostate.equations.threshold;

import java.util.List;
import java.util.Random;
import org.macrostate.equations.graph.StateLayout;

/** States to start an iteration from, of several sizes in turn. */
final class RandomState {
    private static final double[] AMPLITUDES = {0.5, 1, 0.1, 2, 0.01};

    private RandomState() {}

    /** One element each, squared norms positive. */
    static double[] of(List<StateLayout.Element> elements, int turn, Random random) {
        double amplitude = AMPLITUDES[turn % AMPLITUDES.length];
        return elements.stream()
                .mapToDouble(element -> amplitude
                        * (element.variable().isSquaredLength(element.places())
                                ? 1 + random.nextDouble()
                                : random.nextDouble() - 0.2))
                .toArray();
    }
}
