package org.macrostate.solvers.continuation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hipparchus.complex.Complex;
import org.macrostate.solvers.nonlinear.CurvePoint;

/**
 * Where a continuation stands, in scaled coordinates.
 *
 * @param point n + 1; not to be modified
 * @param tangent n + 1, of length 1, ahead; not to be modified
 * @param eigenvalues by falling real part, without the zero modes along a continuous family
 * @param zero what counts as zero among them
 * @param unstable how many of them have a positive real part
 */
record BranchState(double[] point, double[] tangent, List<Complex> eigenvalues, double zero, int unstable)
        implements CurvePoint {
    boolean isFinite() {
        for (double v : tangent) {
            if (!Double.isFinite(v)) {
                return false;
            }
        }
        return eigenvalues.stream().noneMatch(Complex::isNaN);
    }

    /** Whether a real part is zero to rounding and none is positive: not known to be stable. */
    boolean isUndecided() {
        return unstable == 0 && !eigenvalues.isEmpty() && eigenvalues.get(0).getRealPart() > -zero;
    }

    BranchState withPoint(double[] other) {
        return new BranchState(other, tangent, eigenvalues, zero, unstable);
    }

    BranchState withTangent(double[] other) {
        return new BranchState(point, other, eigenvalues, zero, unstable);
    }

    /** The parameter, as a part of its range. */
    double part() {
        return point[point.length - 1];
    }

    /** How fast the parameter rises along the branch. */
    double rise() {
        return tangent[tangent.length - 1];
    }

    /** Of eigenvalues by falling real part those that count: zero modes along a continuous family are no instability. */
    static List<Complex> counted(List<Complex> all, int neutral) {
        if (neutral == 0) {
            return all;
        }
        List<Complex> byModulus = new ArrayList<>(all);
        byModulus.sort(Comparator.comparingDouble(Complex::norm));
        List<Complex> counted = new ArrayList<>(all);
        counted.removeAll(byModulus.subList(0, neutral));
        return counted.size() == all.size() - neutral ? counted : byModulus.subList(neutral, all.size());
    }
}
