package org.macrostate.solvers.continuation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.macrostate.solvers.nonlinear.ArclengthStep;
import org.macrostate.solvers.nonlinear.GlobalNewton;
import org.macrostate.solvers.nonlinear.NonlinearSystem;
import org.macrostate.solvers.nonlinear.Vector;

/**
 * How a branch goes on beyond a kink of the rates, where its tangent breaks: the fixed points at a small distance from
 * the kink are sought, and of these the one that is not on the branch that led there is where it leaves (border collision:
 * M. di Bernardo et al., Piecewise-smooth Dynamical Systems, section 2.5).
 */
final class KinkPassage {
    private static final double[] DISTANCES = {1e-3, 1e-4, 1e-5};
    private static final double BACK = 0.95;
    private static final double SAME = 1e-2;
    private static final double KINKED = 1e-3;
    private static final double SHORT = 1e-5;
    private static final double[] ASIDE = {0.1, -0.1, 1e-2, -1e-2, 1e-3, -1e-3, 1e-5, -1e-5};

    private final BranchEquations equations;
    private final int n;

    KinkPassage(BranchEquations equations) {
        this.equations = equations;
        this.n = equations.length();
    }

    /**
     * How the branch continues.
     *
     * @param kink where the tangent breaks
     * @param next the first point beyond, with its tangent ahead
     */
    record Beyond(CriticalPoint kink, BranchState next) {}

    /** Empty if no fixed points lead away from a state or several do. */
    Optional<Beyond> from(BranchState last) {
        if (!equations.mayBreak()) {
            return Optional.empty();
        }
        double[] back = Vector.moved(new double[n + 1], -1, last.tangent());
        for (double distance : DISTANCES) {
            List<double[]> ahead = around(last.point(), distance, back);
            if (ahead.size() == 1) {
                double[] way = Vector.unit(Vector.moved(ahead.get(0), -1, last.point()));
                return Optional.of(
                                new Beyond(critical(last, turns(last, ahead.get(0))), equations.at(ahead.get(0), way)))
                        .filter(beyond -> beyond.next().isFinite());
            }
        }
        return Optional.empty();
    }

    /**
     * The kink within a very short step whose ends differ in stability, if their Jacobians differ, too: eigenvalues then
     * jump across zero.
     */
    Optional<CriticalPoint> within(ArclengthStep<BranchState> step) {
        double[] before = equations.stateJacobian(step.from().point());
        double[] after = equations.stateJacobian(step.to().point());
        boolean jumps = step.length() <= SHORT
                && equations.mayBreak()
                && Vector.distance(before, after) > KINKED * Math.max(Vector.maxNorm(before), Vector.maxNorm(after));
        return jumps
                ? Optional.of(critical(step.to(), step.from().rise() * step.to().rise() < 0))
                : Optional.empty();
    }

    private boolean turns(BranchState last, double[] beyond) {
        return last.rise() * (beyond[n] - last.part()) < 0;
    }

    private static CriticalPoint critical(BranchState state, boolean turns) {
        return new CriticalPoint(
                turns ? Bifurcation.Kind.BORDER_FOLD : Bifurcation.Kind.BORDER_COLLISION,
                state,
                List.of(),
                false,
                0,
                1);
    }

    /** Fixed points at a distance from a centre, without the one that lies back. */
    private List<double[]> around(double[] centre, double distance, double[] back) {
        GlobalNewton newton = new GlobalNewton(new Sphere(centre, distance), new Unbounded());
        List<double[]> found = new ArrayList<>();
        for (double[] direction : directions(back)) {
            Optional<double[]> point = newton.from(Vector.moved(centre, distance, direction));
            point.filter(equations::isPhysical).ifPresent(p -> {
                double[] way = Vector.unit(Vector.moved(p, -1, centre));
                boolean known = Vector.dot(way, back) > BACK
                        || found.stream().anyMatch(f -> Vector.distance(f, p) <= SAME * distance);
                if (!known) {
                    found.add(p);
                }
            });
        }
        return found;
    }

    /** Along the axes, ahead, and with the parameter turned back. */
    private List<double[]> directions(double[] back) {
        List<double[]> directions = new ArrayList<>();
        double[] turned = Vector.moved(new double[n + 1], -1, back);
        directions.add(turned.clone());
        turned[n] = back[n];
        directions.add(turned.clone());
        turned = back.clone();
        turned[n] = -back[n];
        directions.add(turned);
        // where a slope is infinite the branch leaves along the parameter, with a state that hardly moves
        for (double part : ASIDE) {
            double[] aside = Vector.moved(new double[n + 1], part, back);
            aside[n] = back[n] < 0 ? -1 : 1;
            directions.add(aside);
        }
        for (int i = 0; i <= n; i++) {
            double[] axis = new double[n + 1];
            axis[i] = 1;
            directions.add(axis);
            directions.add(Vector.moved(new double[n + 1], -1, axis));
        }
        return directions;
    }

    /** Fixed points at a distance from a centre: f(x, s) = 0, |y − c|² / d = d. */
    private final class Sphere implements NonlinearSystem {
        private final double[] centre;
        private final double distance;

        Sphere(double[] centre, double distance) {
            this.centre = centre;
            this.distance = distance;
        }

        @Override
        public int equations() {
            return n + 1;
        }

        @Override
        public int unknowns() {
            return n + 1;
        }

        @Override
        public void residual(double[] y, double[] residual) {
            double[] f = new double[n];
            equations.rates(y, f);
            System.arraycopy(f, 0, residual, 0, n);
            double[] way = Vector.moved(y, -1, centre);
            residual[n] = Vector.dot(way, way) / distance - distance;
        }

        @Override
        public double[] jacobian(double[] y) {
            return equations.bordered(y, Vector.moved(new double[n + 1], 2 / distance, Vector.moved(y, -1, centre)));
        }
    }

    /** Close to a kink nothing else bounds a step. */
    private static final class Unbounded implements GlobalNewton.StepLimit {
        @Override
        public double stepInside(double[] x, double[] step) {
            return 1;
        }

        @Override
        public boolean inDomains(double[] x) {
            return Double.isFinite(Vector.maxNorm(x));
        }
    }
}
