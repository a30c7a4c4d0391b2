package org.macrostate.solvers.continuation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.hipparchus.complex.Complex;
import org.macrostate.solvers.nonlinear.ArclengthStep;
import org.macrostate.solvers.nonlinear.SingularVectors;
import org.macrostate.solvers.nonlinear.Spectrum;
import org.macrostate.solvers.nonlinear.StepRoot;
import org.macrostate.solvers.nonlinear.Vector;

/**
 * Points of codimension two within a step of a curve: where a test of its own passes zero, or the real part of an
 * eigenvalue beside the critical ones.
 */
final class CurveMarks {
    private static final double ROTATING = 1e-6;
    private static final double DIRECTION = 1e-6;
    private static final double VANISHED = 0.01;

    /** What is left of a root at the very end of a step. */
    private static final double ROUNDING = 1e-12;

    private final ArclengthStep<CurveSolution> step;
    private final DefiningSystem system;
    private final int n;

    CurveMarks(ArclengthStep<CurveSolution> step) {
        this.step = step;
        this.system = step.from().system();
        this.n = system.problem().length();
    }

    List<CurveMark> all() {
        List<CurveMark> found = new ArrayList<>();
        for (int test = 0; test < system.marks().size(); test++) {
            own(test).ifPresent(found::add);
        }
        int before = unstable(system, step.from().point());
        int after = unstable(system, step.to().point());
        for (int k = Math.min(before, after); k < Math.max(before, after); k++) {
            int which = k;
            double along = root(solution -> others(system, solution).get(which).getRealPart());
            if (!Double.isNaN(along)) {
                double[] solution = at(along);
                boolean rotates =
                        Math.abs(others(system, solution).get(which).getImaginaryPart()) > ROTATING * size(solution);
                found.add(new CurveMark(kind(rotates, solution), solution));
                k += rotates ? 1 : 0;
            }
        }
        return found;
    }

    /** The point at which a curve ends because beyond it solutions are of another kind; a Bogdanov–Takens point for Hopf points. */
    Optional<CurveMark> end() {
        return own(0);
    }

    /** Where one of the system's own tests passes zero. */
    private Optional<CurveMark> own(int test) {
        double along = root(solution -> system.tests(solution)[test]);
        if (Double.isNaN(along)) {
            return Optional.empty();
        }
        CodimensionTwo.Kind kind = system.marks().get(test);
        return corrected(along).filter(y -> system.unfolds(kind, y)).map(y -> new CurveMark(kind, y));
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
    static int unstable(DefiningSystem system, double[] solution) {
        return (int) others(system, solution).stream()
                .filter(value -> value.getRealPart() > 0)
                .count();
    }

    private double size(double[] solution) {
        return Vector.maxNorm(system.problem().jacobian(solution));
    }

    /** The eigenvalues that are not critical all along the curve, by falling real part. */
    static List<Complex> others(DefiningSystem system, double[] solution) {
        PlaneProblem problem = system.problem();
        List<Complex> all = new ArrayList<>(Spectrum.of(problem.jacobian(solution), problem.length()));
        for (Complex critical : system.critical(solution)) {
            all.stream()
                    .min(java.util.Comparator.comparingDouble(
                            value -> value.subtract(critical).norm()))
                    .ifPresent(all::remove);
        }
        return all;
    }

    private double[] at(double along) {
        return corrected(along).orElseGet(() -> predicted(along));
    }

    private double[] predicted(double along) {
        return Vector.moved(step.from().point(), along, step.from().tangent());
    }

    private Optional<double[]> corrected(double along) {
        return system.newton().across(predicted(along), step.from().tangent());
    }

    /** Where a number passes zero on the step; NaN if it does not. */
    private double root(ToDoubleFunction<double[]> number) {
        double before = number.applyAsDouble(step.from().point());
        double after = number.applyAsDouble(step.to().point());
        if (!(before * after < 0)) {
            return Double.NaN;
        }
        double along = StepRoot.of(s -> number.applyAsDouble(at(s)), step.length())
                .orElse(Math.abs(before) < Math.abs(after) ? 0 : step.length());
        // At a pole the sign changes too, and the number does not vanish; one end beside it may be as large as one
        // likes.
        double left = Math.abs(number.applyAsDouble(at(along)));
        double most = Math.max(Math.abs(before), Math.abs(after));
        boolean less = left <= Math.min(Math.abs(before), Math.abs(after)) || left <= ROUNDING * most;
        return less && left <= VANISHED * most ? along : Double.NaN;
    }
}
