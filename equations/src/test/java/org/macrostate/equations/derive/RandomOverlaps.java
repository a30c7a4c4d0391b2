package org.macrostate.equations.derive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.macrostate.equations.graph.Places;
import org.macrostate.equations.model.Declaration;
import org.macrostate.equations.model.FixedOverlaps;
import org.macrostate.equations.tensor.Position;

/** Overlaps of random vectors in each block, those of fixed families as declared. */
final class RandomOverlaps {
    private final StepGraph step;
    private final Random random;

    private RandomOverlaps(StepGraph step, Random random) {
        this.step = step;
        this.random = random;
    }

    /** By block and two vectors. */
    static double[][][] of(StepGraph step, Random random) {
        RandomOverlaps overlaps = new RandomOverlaps(step, random);
        double[][][] gram = new double[step.blocks][][];
        Arrays.setAll(gram, overlaps::gram);
        return gram;
    }

    /** Of the vectors' parts in one block: those of fixed vectors have their declared shares. */
    private double[][] gram(int block) {
        List<double[]> rows = new ArrayList<>();
        int dimension = 2 * step.count;
        int offset = 0;
        for (Declaration.Vectors family : step.problem.vectors()) {
            int copies = Places.all(family.indices(), step.sizes).size();
            if (family.isTrained()) {
                for (int i = 0; i < copies; i++) {
                    double[] row = new double[dimension];
                    Arrays.setAll(row, k -> 1.2 * random.nextGaussian() / Math.sqrt(dimension * step.blocks));
                    rows.add(row);
                }
            } else {
                double[][] root = fixedRoot(family, copies, share(family, block));
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

    private double[][] fixedRoot(Declaration.Vectors family, int copies, double share) {
        FixedOverlaps fixed = family.fixed().orElseThrow();
        double[][] overlaps = new double[copies][copies];
        for (int a = 0; a < copies; a++) {
            for (int b = 0; b < copies; b++) {
                int node = step.builder.node(fixed.at(place(family, a), place(family, b)), Map.of());
                overlaps[a][b] = share * value(node);
            }
        }
        return new CholeskyDecomposition(MatrixUtils.createRealMatrix(overlaps))
                .getL()
                .getData();
    }

    private List<Position> place(Declaration.Vectors family, int copy) {
        return Places.all(family.indices(), step.sizes).get(copy).stream()
                .map(Position::new)
                .toList();
    }

    private double share(Declaration.Vectors family, int block) {
        return family.share()
                .map(share -> value(step.builder.node(share, Map.of("b", block + 1))))
                .orElse(1.0);
    }

    private double value(int node) {
        double[] out = new double[1];
        step.interpreter(List.of(node)).eval(0, new double[step.inputs()], step.parameterValues(), out);
        return out[0];
    }
}
