package org.macrostate.solvers.continuation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.macrostate.solvers.fixedpoint.Symmetries;
import org.macrostate.solvers.nonlinear.ArclengthIterator;
import org.macrostate.solvers.nonlinear.ArclengthStep;
import org.macrostate.solvers.nonlinear.Vector;

/** Follows a branch to both of its ends and notes the bifurcations on the way. */
final class Tracer {
    /** The part of the first step off a branch point that is not looked at: all eigenvalues there are nearly zero. */
    private static final double BESIDE_CROSSING = 0.02;

    private static final int MOST_KINKS = 20;

    /** Steps after which it is seen to that a branch has not become more symmetric. */
    private static final int OFTEN = 50;

    /** Steps after which symmetries are those of the branch, and no longer nearly those of a branch point. */
    private static final int SOON = 10;

    private final BranchEquations equations;
    private final BranchLimits limits;
    private final Symmetries symmetries;
    private final EventLocator events;

    Tracer(BranchEquations equations, Symmetries symmetries, BranchLimits limits) {
        this.equations = equations;
        this.limits = limits;
        this.symmetries = symmetries;
        this.events = new EventLocator(equations, new CriticalModes(equations, symmetries));
    }

    /** The branch through a point that is no bifurcation. */
    Trace through(double[] point) {
        double[] rising = new double[point.length];
        rising[point.length - 1] = 1;
        BranchState start = equations.at(point, rising);
        Arm forward = follow(start);
        if (forward.end() == BranchEnd.CLOSED) {
            return traced(Optional.empty(), Arm.CLOSED, start, forward);
        }
        return traced(Optional.empty(), follow(reversed(start)), start, forward);
    }

    /**
     * The branch across a branch point, from points on one or both sides of it.
     *
     * @param mirror a symmetry of states that keeps the branch point and takes the point after it to the one before, if there
     *     is one: the arm before is then not followed
     */
    Trace across(
            CriticalPoint from,
            Optional<double[]> before,
            Optional<double[]> after,
            Optional<UnaryOperator<double[]>> mirror) {
        BranchState crossing = from.state()
                .withTangent(after.map(p -> way(from.state().point(), p))
                        .or(() -> before.map(p -> way(p, from.state().point())))
                        .orElse(from.state().tangent()));
        Arm forward = after.map(p -> leaving(crossing, p)).orElse(Arm.NONE);
        if (forward.end() == BranchEnd.CLOSED) {
            return traced(Optional.of(from), Arm.CLOSED, crossing, forward);
        }
        Arm backward = mirror.map(symmetry -> forward.under(state -> image(state, symmetry)))
                .or(() -> before.map(p -> leaving(crossing, p)))
                .orElse(Arm.NONE);
        return traced(Optional.of(from), backward, crossing, forward);
    }

    private Arm leaving(BranchState crossing, double[] point) {
        double[] ahead = way(crossing.point(), point);
        BranchState first = equations.at(point, ahead);
        Arm rest = follow(first);
        List<BranchState> states = new ArrayList<>();
        List<CriticalPoint> critical = new ArrayList<>();
        double distance = Vector.norm(Vector.moved(point, -1, crossing.point()));
        Optional<BranchState> beside = equations
                .corrected(Vector.moved(crossing.point(), BESIDE_CROSSING * distance, ahead), ahead)
                .map(p -> equations.at(p, ahead));
        beside.filter(BranchState::isFinite).ifPresent(near -> {
            double length = Vector.dot(near.tangent(), Vector.moved(point, -1, near.point()));
            for (CriticalPoint passed :
                    events.within(new ArclengthStep<>(near, first, length)).points()) {
                critical.add(passed);
                states.add(passed.state());
            }
        });
        states.add(first);
        states.addAll(rest.states());
        critical.addAll(rest.critical());
        return new Arm(states, critical, rest.doubtful(), rest.end());
    }

    /** A state's image, in coordinates whose units are all the same. */
    private static BranchState image(BranchState state, UnaryOperator<double[]> symmetry) {
        return state.withPoint(image(state.point(), symmetry)).withTangent(image(state.tangent(), symmetry));
    }

    private static double[] image(double[] point, UnaryOperator<double[]> symmetry) {
        double[] image = point.clone();
        double[] state = symmetry.apply(Arrays.copyOf(point, point.length - 1));
        System.arraycopy(state, 0, image, 0, state.length);
        return image;
    }

    /** What lies on one side of a start, without it. */
    private record Arm(
            List<BranchState> states,
            List<CriticalPoint> critical,
            List<ArclengthStep<BranchState>> doubtful,
            BranchEnd end) {
        static final Arm NONE = new Arm(List.of(), List.of(), List.of(), BranchEnd.BRANCH_POINT);

        /** The other side of one that comes back to where it began. */
        static final Arm CLOSED = new Arm(List.of(), List.of(), List.of(), BranchEnd.CLOSED);

        /** Its image under a symmetry. */
        Arm under(UnaryOperator<BranchState> image) {
            return new Arm(
                    states.stream().map(image).toList(),
                    critical.stream().map(point -> point.under(image)).toList(),
                    doubtful.stream()
                            .map(step -> new ArclengthStep<>(
                                    image.apply(step.from()), image.apply(step.to()), step.length()))
                            .toList(),
                    end);
        }

        /** This one, whose last state is a kink, and what lies beyond it. */
        Arm then(KinkPassage.Beyond beyond, Arm rest) {
            List<BranchState> all = new ArrayList<>(states);
            all.add(beyond.next());
            all.addAll(rest.states());
            List<CriticalPoint> passed = new ArrayList<>(critical);
            passed.add(beyond.kink());
            passed.addAll(rest.critical());
            List<ArclengthStep<BranchState>> unexplained = new ArrayList<>(doubtful);
            unexplained.addAll(rest.doubtful());
            return new Arm(all, passed, unexplained, rest.end());
        }
    }

    /** To where a branch ends, across kinks of the rates. */
    private Arm follow(BranchState start) {
        Arm arm = smooth(start);
        for (int kinks = 0; kinks < MOST_KINKS && arm.end() == BranchEnd.NOT_CONVERGED; kinks++) {
            BranchState last = arm.states().isEmpty()
                    ? start
                    : arm.states().get(arm.states().size() - 1);
            Optional<KinkPassage.Beyond> beyond = new KinkPassage(equations).from(last);
            if (beyond.isEmpty()) {
                return arm;
            }
            arm = arm.then(beyond.get(), smooth(beyond.get().next()));
        }
        return arm;
    }

    private Arm smooth(BranchState start) {
        List<BranchState> states = new ArrayList<>();
        List<CriticalPoint> critical = new ArrayList<>();
        int own = 0;
        BranchCurve curve = new BranchCurve(equations, Optional.of(events), start);
        ArclengthIterator<BranchState, BranchEnd> steps = curve.steps(limits);
        for (int i = 1; steps.hasNext(); i++) {
            ArclengthStep<BranchState> step = steps.next();
            own = i == SOON ? dimension(step.to()) : own;
            if (i % OFTEN == 0 && isSymmetric(step.from(), own) && isSymmetric(step.to(), own)) {
                return cut(states, critical, curve.doubtful(), own);
            }
            for (CriticalPoint point : curve.located()) {
                critical.add(point);
                states.add(point.state());
            }
            states.add(step.to());
        }
        return new Arm(states, critical, curve.doubtful(), steps.end());
    }

    /** How many numbers the branch has that its symmetries leave. */
    private int dimension(BranchState state) {
        return symmetries.dimension(equations.state(state.point()));
    }

    /** Whether a state has more symmetries than the branch: beside a branch point it may be one of another. */
    private boolean isSymmetric(BranchState state, int own) {
        return equations.neutral() == 0 && dimension(state) < own;
    }

    /** To where a branch went over to one of more symmetries, which is followed by itself. */
    private Arm cut(
            List<BranchState> states,
            List<CriticalPoint> critical,
            List<ArclengthStep<BranchState>> doubtful,
            int own) {
        int last = states.size();
        while (last > 0 && isSymmetric(states.get(last - 1), own)) {
            last--;
        }
        List<BranchState> kept = List.copyOf(states.subList(0, Math.min(states.size(), last + 1)));
        return new Arm(
                kept,
                critical.stream().filter(point -> kept.contains(point.state())).toList(),
                doubtful,
                BranchEnd.BRANCH_POINT);
    }

    /** The unit vector from one point to another. */
    private static double[] way(double[] from, double[] to) {
        double[] way = Vector.moved(to, -1, from);
        return Vector.moved(new double[way.length], 1 / Vector.norm(way), way);
    }

    private Trace traced(Optional<CriticalPoint> origin, Arm backward, BranchState start, Arm forward) {
        List<CriticalPoint> critical = new ArrayList<>(backward.critical());
        Collections.reverse(critical);
        critical.addAll(forward.critical());
        List<ArclengthStep<BranchState>> doubtful = new ArrayList<>(backward.doubtful());
        doubtful.addAll(forward.doubtful());
        return new Trace(
                equations,
                joined(backward.states(), start, forward),
                origin,
                critical,
                doubtful,
                backward.end(),
                forward.end());
    }

    private static List<BranchState> joined(List<BranchState> backward, BranchState start, Arm forward) {
        List<BranchState> states = new ArrayList<>();
        backward.forEach(s -> states.add(reversed(s)));
        Collections.reverse(states);
        states.add(start);
        states.addAll(forward.states());
        return states;
    }

    private static BranchState reversed(BranchState state) {
        return state.withTangent(Vector.moved(new double[state.tangent().length], -1, state.tangent()));
    }
}
