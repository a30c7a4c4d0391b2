package org.macrostate.solvers.continuation;

import java.util.Arrays;
import java.util.function.Supplier;

/** The matrices at the last few points, as a step asks for them again. Mutable. */
final class RecentMatrices {
    private static final int COUNT = 4;

    private final double[][] points = new double[COUNT][0];
    private final double[][] matrices = new double[COUNT][0];
    private int last;

    /** A copy of the matrix at a point, computed now unless it is known. */
    double[] get(double[] point, Supplier<double[]> computed) {
        for (int i = 0; i < COUNT; i++) {
            if (Arrays.equals(points[i], point)) {
                return matrices[i].clone();
            }
        }
        double[] matrix = computed.get();
        last = (last + 1) % COUNT;
        points[last] = point.clone();
        matrices[last] = matrix.clone();
        return matrix;
    }
}
