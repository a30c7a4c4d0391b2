package org.macrostate.solvers.fixedpoint;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.complex.Complex;
import org.macrostate.solvers.nonlinear.InverseIteration;
import org.macrostate.solvers.nonlinear.Vector;

/** States a little beside a fixed point, along the directions in which the flow leaves it. */
final class UnstableDirections {
    private static final double NUDGE = 1e-2;
    private static final double EQUAL = 1e-7;

    private final SystemAt system;
    private final Symmetries symmetries;

    UnstableDirections(SystemAt system, Symmetries symmetries) {
        this.system = system;
        this.symmetries = symmetries;
    }

    /**
     * Along the fastest direction first; both ways, unless a symmetry takes one to the other.
     *
     * @param eigenvalues of the Jacobian at the state, by falling real part
     * @param most how many are wanted
     */
    List<double[]> beside(double[] state, List<Complex> eigenvalues, int most) {
        int n = system.length();
        double[] jacobian = new double[n * n];
        system.jacobian(state, jacobian);
        List<double[]> starts = new ArrayList<>();
        for (int i = 0; i < eigenvalues.size() && starts.size() < most; i++) {
            // Of equal eigenvalues, as symmetries make them, one direction stands for the others.
            boolean another = i == 0
                    || eigenvalues.get(i).subtract(eigenvalues.get(i - 1)).norm()
                            > EQUAL * eigenvalues.get(0).norm();
            if (eigenvalues.get(i).getRealPart() > 0 && another) {
                double[] direction = InverseIteration.direction(jacobian, n, eigenvalues.get(i), i);
                double nudge = NUDGE * (1 + Vector.maxNorm(state)) / Vector.maxNorm(direction);
                starts.add(Vector.moved(state, nudge, direction));
                if (starts.size() < most && !symmetries.turns(state, direction)) {
                    starts.add(Vector.moved(state, -nudge, direction));
                }
            }
        }
        return starts;
    }
}
