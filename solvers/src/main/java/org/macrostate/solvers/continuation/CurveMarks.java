package org.macrostate.solvers.continuation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.hipparchus.analysis.solvers.AllowedSolution;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import org.hipparchus.complex.Complex;
import org.hipparchus.exception.MathRuntimeException;
import org.macrostate.solvers.fixedpoint.SingularVectors;
import org.macrostate.solvers.fixedpoint.Spectrum;
import org.macrostate.solvers.fixedpoint.Vector;

/**
 * Points of codimension two within a step of a curve: where a test of its own passes zero, or the real part of an
 * eigenvalue beside the critical ones.
 */
final class CurveMarks {
    private static final double ACCURACY = 1e-14;
    private static final int EVALUATIONS = 100;
    private static final double ROTATING = 1e-6;
    private static final double DIRECTION = 1e-6;

    private final DefiningSystem system;
    private final CurveStep method;
    private final int n;

    CurveMarks(DefiningSystem system, CurveStep method) {
        this.system = system;
        this.method = method;
        this.n = system.problem().length();
    }

    List<CurveMark> within(double[] y, double[] tangent, double step) {
        List<CurveMark> found = new ArrayList<>();
        for (int test = 0; test < system.marks().size(); test++) {
            int which = test;
            double along = root(y, tangent, step, solution -> system.tests(solution)[which]);
            if (!Double.isNaN(along)) {
                found.add(new CurveMark(system.marks().get(test), at(y, tangent, along)));
            }
        }
        double[] end = at(y, tangent, step);
        int before = unstable(y);
        int after = unstable(end);
        for (int k = Math.min(before, after); k < Math.max(before, after); k++) {
            int which = k;
            double along = root(
                    y, tangent, step, solution -> others(solution).get(which).getRealPart());
            if (!Double.isNaN(along)) {
                double[] solution = at(y, tangent, along);
                boolean rotates = Math.abs(others(solution).get(which).getImaginaryPart()) > ROTATING * size(solution);
                found.add(new CurveMark(kind(rotates, solution), solution));
                k += rotates ? 1 : 0;
            }
        }
        return found;
    }

    private CodimensionTwo.Kind kind(boolean rotates, double[] solution) {
        if (system.kind() == Bifurcation.Kind.HOPF) {
            return rotates ? CodimensionTwo.Kind.DOUBLE_HOPF : CodimensionTwo.Kind.ZERO_HOPF;
        }
        if (rotates) {
            return CodimensionTwo.Kind.ZERO_HOPF;
        }
        var modes = new SingularVectors(system.problem().jacobian(solution), n).modes();
        boolean twoDirections = n > 1
                && modes.get(n - 2).value()
                        <= DIRECTION * Math.max(size(solution), modes.get(0).value());
        return twoDirections ? CodimensionTwo.Kind.DOUBLE_ZERO : CodimensionTwo.Kind.BOGDANOV_TAKENS;
    }

    /** How many eigenvalues beside the critical ones have a positive real part. */
    int unstable(double[] solution) {
        return (int) others(solution).stream()
                .filter(value -> value.getRealPart() > 0)
                .count();
    }

    private double size(double[] solution) {
        return Vector.maxNorm(system.problem().jacobian(solution));
    }

    /** The eigenvalues that are not critical all along the curve, by falling real part. */
    private List<Complex> others(double[] solution) {
        List<Complex> all = new ArrayList<>(Spectrum.of(system.problem().jacobian(solution), n));
        for (Complex critical : system.critical(solution)) {
            all.stream()
                    .min(java.util.Comparator.comparingDouble(
                            value -> value.subtract(critical).norm()))
                    .ifPresent(all::remove);
        }
        return all;
    }

    private double[] at(double[] y, double[] tangent, double along) {
        double[] predicted = Vector.moved(y, along, tangent);
        return method.corrected(predicted, tangent).orElse(predicted);
    }

    /** Where a number passes zero on the step; NaN if it does not. */
    private double root(double[] y, double[] tangent, double step, ToDoubleFunction<double[]> number) {
        double before = number.applyAsDouble(y);
        double after = number.applyAsDouble(at(y, tangent, step));
        if (!(before * after < 0)) {
            return Double.NaN;
        }
        try {
            return new BracketingNthOrderBrentSolver(ACCURACY, ACCURACY, 0, 5)
                    .solve(
                            EVALUATIONS,
                            s -> number.applyAsDouble(at(y, tangent, s)),
                            0,
                            step,
                            AllowedSolution.ANY_SIDE);
        } catch (MathRuntimeException failed) {
            return Math.abs(before) < Math.abs(after) ? 0 : step;
        }
    }
}
