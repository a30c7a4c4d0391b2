package org.macrostate.solvers.cycle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.complex.Complex;
import org.macrostate.solvers.nonlinear.ArclengthStep;
import org.macrostate.solvers.nonlinear.SolutionCurve;
import org.macrostate.solvers.nonlinear.StepRoot;
import org.macrostate.solvers.nonlinear.Vector;

/** A curve of limit cycles from one of them in one direction. */
final class CycleCurve implements SolutionCurve<CycleState, CycleEnd> {
    private static final double FARTHEST_CORRECTION = 1.5;
    private static final double LARGEST_GROWTH = 1e6;
    private static final double LONG = 5;
    private static final double ENDLESS = 1000;
    private static final double STANDING = 2e-6;
    private static final double UPRIGHT = 1e-8;
    private static final int UPRIGHT_STEPS = 8;
    private static final int ADAPT_EVERY = 3;
    private static final double NEARLY_REAL = 1e-4;
    private static final double WRONG = 0.1;

    private final double firstPeriod;
    private final List<CycleBifurcation> located = new ArrayList<>();
    private final List<ArclengthStep<CycleState>> doubtful = new ArrayList<>();
    private int steps;
    private int upright;

    CycleCurve(CycleState start) {
        this.firstPeriod = start.period();
    }

    /** The bifurcations passed so far, in order. */
    List<CycleBifurcation> located() {
        return located;
    }

    /** Steps within which the parameter turns or a multiplier passes the unit circle, at a point that was not located. */
    List<ArclengthStep<CycleState>> doubtful() {
        return doubtful;
    }

    @Override
    public Optional<ArclengthStep<CycleState>> step(CycleState from, double length) {
        CycleEquations equations = from.equations().with(from.point());
        return equations
                .newton()
                .across(Vector.moved(from.point(), length, from.tangent()), from.tangent())
                .map(y -> new ArclengthStep<>(from, CycleState.of(equations, y, from.tangent()), length));
    }

    @Override
    public boolean accepts(ArclengthStep<CycleState> step) {
        double distance =
                Vector.norm(Vector.moved(step.to().point(), -1, step.from().point()));
        return step.to().isFinite()
                && step.to().period() > 0
                && distance <= FARTHEST_CORRECTION * step.length()
                && step.to().trivial().subtract(1).norm() < WRONG;
    }

    @Override
    public Taken<CycleState, CycleEnd> taken(ArclengthStep<CycleState> step) {
        CycleState from = step.from();
        CycleState to = step.to();
        if (to.part() < 0 || to.part() > 1) {
            return Taken.last(atBound(step), CycleEnd.PARAMETER_BOUND);
        }
        if (shrinksThrough(from, to)) {
            return Taken.last(Optional.empty(), CycleEnd.HOPF);
        }
        if (!isPhysical(to)) {
            return Taken.last(Optional.empty(), CycleEnd.PHYSICAL_LIMIT);
        }
        if (Vector.maxNorm(to.point()) * Math.sqrt(to.equations().mesh().nodes()) > LARGEST_GROWTH) {
            return Taken.last(Optional.of(step), CycleEnd.UNBOUNDED);
        }
        upright = Math.max(Math.abs(from.rise()), Math.abs(to.rise())) <= UPRIGHT ? upright + 1 : 0;
        if (upright >= UPRIGHT_STEPS) {
            located.clear();
            doubtful.clear();
            return Taken.last(Optional.of(step), CycleEnd.FAMILY);
        }
        if (upright == 0) {
            locate(step);
        }
        if (periodDiverges(from, to)) {
            return Taken.last(Optional.of(step), CycleEnd.PERIOD_TO_INFINITY);
        }
        steps++;
        return steps % ADAPT_EVERY == 0 ? Taken.on(adapted(step)) : Taken.on(step);
    }

    @Override
    public CycleEnd endExhausted(CycleState solution) {
        return solution.period() > LONG * firstPeriod ? CycleEnd.PERIOD_TO_INFINITY : CycleEnd.NOT_CONVERGED;
    }

    @Override
    public CycleEnd endTooLong() {
        return CycleEnd.TOO_LONG;
    }

    /** The part of a step up to the end of the range. */
    private Optional<ArclengthStep<CycleState>> atBound(ArclengthStep<CycleState> step) {
        double bound = step.to().part() > 1 ? 1 : 0;
        Optional<ArclengthStep<CycleState>> last = StepRoot.of(
                        s -> step(step.from(), s).map(t -> t.to().part()).orElse(Double.NaN) - bound, step.length())
                .stream()
                .boxed()
                .findFirst()
                .flatMap(s -> step(step.from(), s));
        last.ifPresent(this::locate);
        return last;
    }

    /** Beyond a Hopf point the curve comes back with its phase half a period off. */
    private static boolean shrinksThrough(CycleState from, CycleState to) {
        return Vector.dot(deviation(from), deviation(to)) < 0;
    }

    /** States less their mean over the period. */
    static double[] deviation(CycleState state) {
        int n = state.equations().problem().length();
        double[] states = state.states();
        double[] mean = new double[n];
        int nodes = states.length / n;
        for (int k = 0; k < states.length; k++) {
            mean[k % n] += states[k] / nodes;
        }
        for (int k = 0; k < states.length; k++) {
            states[k] -= mean[k % n];
        }
        return states;
    }

    private static boolean isPhysical(CycleState state) {
        int n = state.equations().problem().length();
        double[] states = state.states();
        for (int k = 0; k < states.length; k += n) {
            if (!state.equations().problem().isPhysical(java.util.Arrays.copyOfRange(states, k, k + n), state.part())) {
                return false;
            }
        }
        return true;
    }

    private boolean periodDiverges(CycleState from, CycleState to) {
        if (to.period() > ENDLESS * firstPeriod) {
            return true;
        }
        double stretch = Math.log(to.period() / from.period());
        return to.period() > LONG * firstPeriod
                && stretch > 0
                && Math.abs(to.part() - from.part()) <= STANDING * stretch;
    }

    private ArclengthStep<CycleState> adapted(ArclengthStep<CycleState> step) {
        CycleState state = step.to();
        int n = state.equations().problem().length();
        CycleMesh mesh = state.equations().mesh();
        CycleMesh renewed = mesh.adapted(state.states(), n, mesh.intervals());
        CycleEquations equations = state.equations().with(state.point()).on(renewed);
        double[] start = equations.unknowns(mesh.on(renewed, state.states(), n), state.period(), state.part());
        double[] way = moved(state.tangent(), mesh, renewed, n);
        return equations
                .newton()
                .across(start, way)
                .map(y -> CycleState.of(equations, y, way))
                .filter(CycleState::isFinite)
                .filter(other -> other.trivial().subtract(1).norm() < WRONG)
                .map(other -> new ArclengthStep<>(step.from(), other, step.length()))
                .orElse(step);
    }

    private static double[] moved(double[] tangent, CycleMesh mesh, CycleMesh renewed, int n) {
        double[] values = java.util.Arrays.copyOf(tangent, tangent.length - 2);
        double[] way = java.util.Arrays.copyOf(mesh.on(renewed, values, n), tangent.length);
        way[way.length - 2] = tangent[tangent.length - 2];
        way[way.length - 1] = tangent[tangent.length - 1];
        return way;
    }

    /** Bifurcations within a step: turns of the parameter, and multipliers that pass the unit circle. */
    private void locate(ArclengthStep<CycleState> step) {
        CycleState from = step.from();
        CycleState to = step.to();
        boolean turns = from.rise() * to.rise() < 0;
        if (turns) {
            StepRoot.of(s -> at(step, s).rise(), step.length())
                    .ifPresentOrElse(
                            s -> located.add(
                                    new CycleBifurcation(CycleBifurcation.Kind.FOLD, CyclePoint.of(at(step, s)))),
                            () -> doubtful.add(step));
        }
        int fewer = Math.min(from.unstable(), to.unstable());
        int more = Math.max(from.unstable(), to.unstable());
        for (int k = fewer; k < more; k++) {
            int which = k;
            double along = StepRoot.of(
                            s -> Math.log(at(step, s).multipliers().get(which).norm()), step.length())
                    .orElse(Double.NaN);
            if (Double.isNaN(along)) {
                doubtful.add(step);
                continue;
            }
            CycleState there = at(step, along);
            Complex value = there.multipliers().get(which);
            boolean rotates = rotates(there, value);
            if (!rotates && value.getRealPart() > 0 && turns) {
                continue;
            }
            located.add(new CycleBifurcation(kind(value, rotates), CyclePoint.of(there)));
            k += rotates ? 1 : 0;
        }
    }

    /** At a fold two multipliers are 1, and rounding makes a pair of these, of which the other is told as the trivial one. */
    private static boolean rotates(CycleState there, Complex value) {
        return Math.abs(value.getImaginaryPart()) > NEARLY_REAL
                && there.multipliers().stream()
                        .anyMatch(other -> other.subtract(value.conjugate()).norm() <= NEARLY_REAL);
    }

    private static CycleBifurcation.Kind kind(Complex value, boolean rotates) {
        return rotates
                ? CycleBifurcation.Kind.NEIMARK_SACKER
                : value.getRealPart() < 0 ? CycleBifurcation.Kind.PERIOD_DOUBLING : CycleBifurcation.Kind.BRANCH_POINT;
    }

    private CycleState at(ArclengthStep<CycleState> step, double along) {
        return along == 0
                ? step.from()
                : step(step.from(), along).map(ArclengthStep::to).orElse(step.to());
    }
}
