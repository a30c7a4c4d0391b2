package org.macrostate.equations.derive;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.macrostate.equations.model.Declaration;

/** Overlaps of random vectors, those of fixed families as declared. */
final class RandomOverlaps {
    private final StepGraph step;
    private final Random random;

    private RandomOverlaps(StepGraph step, Random random) {
        this.step = step;
        this.random = random;
    }

    /** By two vectors. */
    static double[][] of(StepGraph step, Random random) {
        return new RandomOverlaps(step, random).gram();
    }

    private double[][] gram() {
        List<double[]> rows = new ArrayList<>();
        int dimension = 2 * step.count;
        int offset = 0;
        for (Declaration.Vectors family : step.problem.vectors()) {
            int copies = family.copies().map(step.sizes::of).orElse(1);
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
                int node = step.builder.node(
                        fixed.value(),
                        Map.of(fixed.row().name(), a + 1, fixed.column().name(), b + 1));
                overlaps[a][b] = value(node);
            }
        }
        return new CholeskyDecomposition(MatrixUtils.createRealMatrix(overlaps))
                .getL()
                .getData();
    }

    private double value(int node) {
        double[] out = new double[1];
        step.interpreter(List.of(node)).eval(0, new double[step.inputs()], step.parameterValues(), out);
        return out[0];
    }
}
