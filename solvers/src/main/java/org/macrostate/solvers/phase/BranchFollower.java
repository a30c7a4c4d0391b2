package org.macrostate.solvers.phase;

import java.util.Optional;
import java.util.OptionalDouble;
import org.macrostate.solvers.fixedpoint.PhysicalRegion;
import org.macrostate.solvers.nonlinear.ArclengthIterator;
import org.macrostate.solvers.nonlinear.ArclengthStep;
import org.macrostate.solvers.nonlinear.Newton;
import org.macrostate.solvers.nonlinear.SolutionCurve;
import org.macrostate.solvers.nonlinear.StepControl;
import org.macrostate.solvers.nonlinear.StepRoot;
import org.macrostate.solvers.nonlinear.Vector;

/**
 * Follows a stable fixed point along a line of parameters, t from 0 to 1, by pseudo-arclength continuation (H. B.
 * Keller, 1977), until an eigenvalue's real part passes zero, the state runs to infinity, the branch turns back, or the line ends.
 *
 * <p>Points are (state, t), n + 1 numbers. Mutable scratch: one a thread.
 */
final class BranchFollower implements SolutionCurve<LinePoint, BranchFollower.Outcome> {
    private static final StepControl CONTROL = new StepControl(0.1, 0.3, 1e-7, 0.9, 0.99, 1.5, 500);
    private static final double LONGEST_PART = 0.1;
    private static final double FAR = 4;
    private static final double DIFFERENCE = 1e-6;
    private static final double FARTHEST_CORRECTION = 0.2;

    private final ParameterLine line;
    private final PhysicalRegion region;
    private final Newton newton;
    private final int n;
    private int neutral;
    private boolean leavesFamily;
    private double far;

    /**
     * @param region where states count
     * @param neutral zero modes along the family that the first state belongs to, left out of stability while they last
     */
    BranchFollower(ParameterLine line, PhysicalRegion region, int neutral) {
        this.line = line;
        this.region = region;
        this.newton = Newton.of(line);
        this.neutral = neutral;
        this.n = line.length();
    }

    /** How a branch ended: stability lost at t, infinite at t, turned back at t with stability kept, at the line's end, or not known. */
    record Outcome(End end, PhaseBoundary.Kind kind, double t, CriticalState at) {
        Outcome(End end, PhaseBoundary.Kind kind, double t) {
            this(end, kind, t, CriticalState.NONE);
        }
    }

    enum End {
        UNSTABLE,
        DIVERGED,
        TURNED,
        REACHED,
        LOST
    }

    private static final Outcome LOST = new Outcome(End.LOST, PhaseBoundary.Kind.FOLD, Double.NaN);

    Outcome follow(double[] start) {
        double[] y = java.util.Arrays.copyOf(start, n + 1);
        double[] ahead = new double[n + 1];
        ahead[n] = 1;
        far = FAR * (1 + line.size(y));
        leavesFamily = false;
        ArclengthIterator<LinePoint, Outcome> steps =
                new ArclengthIterator<>(this, CONTROL, at(y, newton.tangent(y, ahead)));
        while (steps.hasNext()) {
            steps.next();
        }
        return steps.end();
    }

    private LinePoint at(double[] point, double[] tangent) {
        return new LinePoint(point, tangent, LeadingEigenvalue.at(line, point));
    }

    @Override
    public Optional<ArclengthStep<LinePoint>> step(LinePoint from, double length) {
        double longest = Math.max(CONTROL.longest(), LONGEST_PART * line.size(from.point()));
        double taken = Math.min(length, longest);
        return newton.across(Vector.moved(from.point(), taken, from.tangent()), from.tangent())
                .map(y -> new ArclengthStep<>(from, at(y, newton.tangent(y, from.tangent())), taken));
    }

    @Override
    public boolean accepts(ArclengthStep<LinePoint> step) {
        LeadingEigenvalue growth = step.to().growth();
        if (neutral > 0) {
            // a family that begins the line, such as one of a limit, need not go on along it
            int modes = growth.zeroModes();
            leavesFamily |= modes < neutral;
            neutral = Math.min(neutral, modes);
        }
        double rate = growth.rate(neutral);
        boolean lost = rate > growth.zero();
        return step.correction() <= FARTHEST_CORRECTION * step.length()
                && Double.isFinite(rate)
                && !(lost && leavesFamily);
    }

    @Override
    public Taken<LinePoint, Outcome> taken(ArclengthStep<LinePoint> step) {
        LinePoint to = step.to();
        if (to.growth().rate(neutral) > to.growth().zero()) {
            return Taken.last(Optional.empty(), crossing(step));
        }
        if (to.rise() < 0) {
            return Taken.last(Optional.empty(), turn(step));
        }
        if (to.t() >= 1) {
            return Taken.last(Optional.empty(), new Outcome(End.REACHED, PhaseBoundary.Kind.CROSSOVER, 1));
        }
        leavesFamily = false;
        double size = line.size(to.point());
        if (size > far) {
            Optional<Outcome> infinite = diverged(to.point());
            if (infinite.isPresent()) {
                return Taken.last(Optional.of(step), infinite.get());
            }
            far = FAR * size;
        }
        return Taken.on(step);
    }

    @Override
    public Outcome endExhausted(LinePoint last) {
        return diverged(last.point()).orElse(LOST);
    }

    @Override
    public Outcome endTooLong() {
        return LOST;
    }

    private Optional<Outcome> diverged(double[] y) {
        OptionalDouble t = new DivergenceSearch(line, this::holds).from(y);
        return t.isPresent()
                ? Optional.of(new Outcome(End.DIVERGED, PhaseBoundary.Kind.DIVERGENCE, t.getAsDouble()))
                : Optional.empty();
    }

    private boolean holds(double[] point) {
        LeadingEigenvalue growth = LeadingEigenvalue.at(line, point);
        return growth.rate(neutral) <= growth.zero() && region.contains(line.state(point));
    }

    /** Stability is lost within a step: where, and how. */
    private Outcome crossing(ArclengthStep<LinePoint> step) {
        OptionalDouble root = step.from().growth().rate(neutral) >= 0
                ? OptionalDouble.of(0)
                : StepRoot.of(s -> LeadingEigenvalue.at(line, within(step, s)).rate(neutral), step.length());
        if (root.isEmpty()) {
            return LOST;
        }
        double[] point = within(step, root.getAsDouble());
        LeadingEigenvalue there = LeadingEigenvalue.at(line, point);
        if (point[n] > 1 + DIFFERENCE) {
            return new Outcome(End.REACHED, PhaseBoundary.Kind.CROSSOVER, 1);
        }
        boolean rotates = Math.abs(there.leading(neutral).getImaginaryPart()) > 1e3 * there.zero();
        PhaseBoundary.Kind kind = rotates
                ? PhaseBoundary.Kind.HOPF
                : step.to().rise() < 0 && step.from().rise() > 0
                        ? PhaseBoundary.Kind.FOLD
                        : PhaseBoundary.Kind.BRANCH_POINT;
        return region.contains(line.state(point))
                ? new Outcome(
                        End.UNSTABLE,
                        kind,
                        Math.max(0, Math.min(1, point[n])),
                        CriticalState.of(line, point, kind, there, neutral))
                : LOST;
    }

    /** A branch that turns back and stays stable is a symmetric arm at its branch point. */
    private Outcome turn(ArclengthStep<LinePoint> step) {
        double[] ahead = step.from().tangent();
        OptionalDouble root = StepRoot.of(s -> newton.tangent(within(step, s), ahead)[n], step.length());
        if (root.isEmpty()) {
            return LOST;
        }
        double[] point = within(step, root.getAsDouble());
        double t = point[n];
        if (t > 1) {
            return new Outcome(End.REACHED, PhaseBoundary.Kind.CROSSOVER, 1);
        }
        PhaseBoundary.Kind kind = PhaseBoundary.Kind.BRANCH_POINT;
        LeadingEigenvalue there = LeadingEigenvalue.at(line, point);
        return t >= 0 ? new Outcome(End.TURNED, kind, t, CriticalState.of(line, point, kind, there, neutral)) : LOST;
    }

    private double[] within(ArclengthStep<LinePoint> step, double length) {
        double[] ahead = step.from().tangent();
        double[] predicted = Vector.moved(step.from().point(), length, ahead);
        return newton.across(predicted, ahead).orElse(predicted);
    }
}
