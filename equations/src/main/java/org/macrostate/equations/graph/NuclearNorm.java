package org.macrostate.equations.graph;

import java.util.Arrays;
import java.util.List;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;
import org.macrostate.equations.BadInput;

/**
 * The sum of a matrix's singular values. Its gradient is the polar factor U Vᵀ where no singular value vanishes (G. A. Watson,
 * Linear Algebra Appl. 170, 33, 1992), and is taken over the others where one does. Operands: the elements, row by row.
 */
record NuclearNorm(int rows, int columns) implements MultivariateFunction {
    @Override
    public String name() {
        return "NuclearNorm of " + rows + " rows and " + columns + " columns";
    }

    @Override
    public int operands() {
        return rows * columns;
    }

    @Override
    public MultivariateFunction.Evaluation evaluation(ProgramCompiler programs) {
        return matrix -> {
            if (!isFinite(matrix)) {
                return Double.NaN;
            }
            double total = 0;
            for (double value : decomposition(matrix).getSingularValues()) {
                total += value;
            }
            return total;
        };
    }

    private static boolean isFinite(double[] matrix) {
        for (double element : matrix) {
            if (!Double.isFinite(element)) {
                return false;
            }
        }
        return true;
    }

    private SingularValueDecomposition decomposition(double[] matrix) {
        RealMatrix of = MatrixUtils.createRealMatrix(rows, columns);
        for (int i = 0; i < matrix.length; i++) {
            of.setEntry(i / columns, i % columns, matrix[i]);
        }
        return new SingularValueDecomposition(of);
    }

    @Override
    public int derivative(ExpressionGraph graph, List<Integer> operands, int i) {
        return graph.call(new PolarElement(new PolarFactor(this), i), operands);
    }

    /** U Vᵀ over the singular values that are not zero, row by row. */
    private record PolarFactor(NuclearNorm norm) implements JointFunction {
        private static final double ROUNDING = 1e-14;

        @Override
        public int operands() {
            return norm.operands();
        }

        @Override
        public int results() {
            return norm.operands();
        }

        @Override
        public JointFunction.Evaluation evaluation(ProgramCompiler programs) {
            return this::elements;
        }

        private double[] elements(double[] matrix) {
            double[] elements = new double[matrix.length];
            if (!isFinite(matrix)) {
                Arrays.fill(elements, Double.NaN);
                return elements;
            }
            SingularValueDecomposition of = norm.decomposition(matrix);
            double[] values = of.getSingularValues();
            for (int k = 0; k < values.length && values[k] > ROUNDING * values[0]; k++) {
                for (int e = 0; e < elements.length; e++) {
                    elements[e] += of.getU().getEntry(e / norm.columns(), k)
                            * of.getV().getEntry(e % norm.columns(), k);
                }
            }
            return elements;
        }
    }

    /** An element of the polar factor. */
    private record PolarElement(PolarFactor whole, int result) implements PartOfJoint {
        @Override
        public String name() {
            return "an element of the polar factor of a matrix";
        }

        @Override
        public int derivative(ExpressionGraph graph, List<Integer> operands, int i) {
            throw new BadInput("'NuclearNorm' has no second derivative here");
        }
    }
}
