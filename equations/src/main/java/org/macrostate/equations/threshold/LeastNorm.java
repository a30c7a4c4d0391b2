package org.macrostate.equations.threshold;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.DecompositionSolver;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;

/** Solutions of linear equations in the sense of least squares; of many the one of least norm. */
final class LeastNorm {
    /** Columns with a part below this that others do not have are none of their own. */
    private static final double INDEPENDENT = 1e-13;

    private LeastNorm() {}

    /**
     * Newton's step.
     *
     * @param matrix not modified
     * @param residual not modified
     * @throws org.hipparchus.exception.MathRuntimeException if none is found
     */
    static double[] of(Array2DRowRealMatrix matrix, double[] residual) {
        DecompositionSolver independent = new QRDecomposition(matrix, INDEPENDENT).getSolver();
        DecompositionSolver solver =
                independent.isNonSingular() ? independent : new SingularValueDecomposition(matrix).getSolver();
        return solver.solve(new ArrayRealVector(residual)).toArray();
    }

    /**
     * Levenberg's and Marquardt's step, the damping being the square of the residual: it converges to members of families of
     * solutions, where the Jacobian is singular (N. Yamashita and M. Fukushima, Computing Suppl. 15, 239, 2001).
     *
     * @param matrix not modified
     * @param residual not modified
     */
    static double[] damped(Array2DRowRealMatrix matrix, double[] residual) {
        ArrayRealVector vector = new ArrayRealVector(residual);
        RealMatrix transposed = matrix.transpose();
        RealMatrix normal = transposed.multiply(matrix);
        double damping = vector.dotProduct(vector);
        for (int i = 0; i < normal.getRowDimension(); i++) {
            normal.addToEntry(i, i, damping);
        }
        return new SingularValueDecomposition(normal)
                .getSolver()
                .solve(transposed.operate(vector))
                .toArray();
    }
}
