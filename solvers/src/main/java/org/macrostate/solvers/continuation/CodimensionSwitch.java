package org.macrostate.solvers.continuation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hipparchus.complex.Complex;
import org.macrostate.solvers.nonlinear.SingularVectors;
import org.macrostate.solvers.nonlinear.Vector;

/**
 * The curve of another kind that a point of codimension two on a followed curve belongs to (Kuznetsov, Elements of Applied
 * Bifurcation Theory, chapter 8): Hopf points begin at Bogdanov–Takens points and pass through zero–Hopf points, folds and
 * branch points pass through both, and two curves of Hopf points cross at double Hopf points. Both arms of a cusp are one
 * curve of folds.
 *
 * @param kind of that curve
 * @param frequency of the critical pair of its Hopf points; 0 for other kinds and at a Bogdanov–Takens point
 * @param problem in which it is followed
 * @param point where it passes, n + 2
 * @param as what the point is
 */
record CodimensionSwitch(
        Bifurcation.Kind kind, double frequency, PlaneProblem problem, double[] point, CodimensionTwo.Kind as) {
    private static final double UNFOLDED = 1e-6;

    /** Empty where no other curve passes, or several do. */
    static Optional<CodimensionSwitch> at(BifurcationPath.Traced trace, CurveMark mark) {
        DefiningSystem system = trace.system();
        PlaneProblem problem = system.problem();
        double[] point = Arrays.copyOf(mark.solution(), problem.length() + 2);
        boolean rotates = system.kind() == Bifurcation.Kind.HOPF;
        return switch (mark.kind()) {
            case BOGDANOV_TAKENS ->
                Optional.of(
                        rotates
                                ? still(problem, point, mark.kind())
                                : new CodimensionSwitch(Bifurcation.Kind.HOPF, 0, problem, point, mark.kind()));
            case ZERO_HOPF ->
                rotates ? Optional.of(still(problem, point, mark.kind())) : rotating(problem, point, system, mark);
            case DOUBLE_HOPF -> rotating(problem, point, system, mark);
            case CUSP, TRICRITICAL, BAUTIN, DOUBLE_ZERO -> Optional.empty();
        };
    }

    /** Folds where a parameter acts along the critical direction, else branch points. */
    private static CodimensionSwitch still(PlaneProblem problem, double[] point, CodimensionTwo.Kind as) {
        double[] psi = new SingularVectors(problem.jacobian(point), problem.length())
                .lastLeft(1)
                .get(0);
        double[] slopeS = problem.slopeS(point);
        double[] slopeR = problem.slopeR(point);
        double acts = Math.abs(Vector.dot(psi, slopeS)) + Math.abs(Vector.dot(psi, slopeR));
        double size = Vector.norm(slopeS) + Vector.norm(slopeR) + Vector.maxNorm(problem.jacobian(point));
        Bifurcation.Kind kind = acts > UNFOLDED * size ? Bifurcation.Kind.FOLD : Bifurcation.Kind.BRANCH_POINT;
        return new CodimensionSwitch(kind, 0, problem, point, as);
    }

    /** Hopf points with the pair that is critical beside what is critical along the curve. */
    private static Optional<CodimensionSwitch> rotating(
            PlaneProblem problem, double[] point, DefiningSystem system, CurveMark mark) {
        List<Complex> others = new ArrayList<>(CurveMarks.others(system, mark.solution()));
        return others.stream()
                .filter(value -> value.getImaginaryPart() > 0)
                .min(java.util.Comparator.comparingDouble(value -> Math.abs(value.getRealPart())))
                .map(value -> new CodimensionSwitch(
                        Bifurcation.Kind.HOPF, value.getImaginaryPart(), problem, point, mark.kind()));
    }

    /** The curve; empty if it could not be followed. */
    Optional<BifurcationPath.Traced> traced() {
        if (kind == Bifurcation.Kind.HOPF && frequency == 0) {
            double[] start = HopfSystem.startAtDoubleZero(problem, point);
            double unit = Vector.maxNorm(problem.jacobian(point));
            return BifurcationPath.fromDoubleZero(HopfSystem.of(problem, start, unit), start);
        }
        return through(kind, problem, point, frequency, Optional.of(as));
    }

    /** The curve of a kind through a point; empty for kinds without a defining system, or if it could not be followed. */
    static Optional<BifurcationPath.Traced> through(
            Bifurcation.Kind kind, PlaneProblem problem, double[] point, double frequency) {
        return through(kind, problem, point, frequency, Optional.empty());
    }

    private static Optional<BifurcationPath.Traced> through(
            Bifurcation.Kind kind,
            PlaneProblem problem,
            double[] point,
            double frequency,
            Optional<CodimensionTwo.Kind> as) {
        return switch (kind) {
            case FOLD -> {
                double[] start = FoldSystem.start(problem, point);
                yield BifurcationPath.through(FoldSystem.of(problem, start), start, as);
            }
            case BRANCH_POINT -> {
                double[] start = BranchPointCurve.start(problem, point);
                yield BifurcationPath.through(BranchPointCurve.of(problem, start), start, as);
            }
            case HOPF -> {
                double[] start = HopfSystem.start(problem, point, frequency);
                yield BifurcationPath.through(HopfSystem.of(problem, start, frequency), start, as);
            }
            case BORDER_FOLD, BORDER_COLLISION -> Optional.empty();
        };
    }
}
