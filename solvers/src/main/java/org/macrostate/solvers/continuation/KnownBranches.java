package org.macrostate.solvers.continuation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.hipparchus.complex.Complex;
import org.macrostate.solvers.fixedpoint.Symmetries;
import org.macrostate.solvers.nonlinear.Spectrum;
import org.macrostate.solvers.nonlinear.StepRoot;
import org.macrostate.solvers.nonlinear.Vector;

/** The branches followed so far; knows a point that lies on one of them, or whose symmetric image does. */
final class KnownBranches {
    private static final double SAME = 1e-6;
    private static final double AT_END = 1e-9;

    /** Of tangents in the direction of the parameter. */
    private static final double RESTING = 1e-9;

    private static final double STEEP = 0.1;

    /** The most that the parameter rises faster at one end of a straight piece than at the other. */
    private static final double EVEN = 2;

    /** Of a piece's length, from its chord: tangents at its ends differ by no more than 18 degrees. */
    private static final double FARTHEST = 0.5;

    private final Symmetries symmetries;
    private final List<Trace> traces = new ArrayList<>();

    /** Of the states of each branch. */
    private final List<List<double[]>> invariants = new ArrayList<>();

    private final SortedSet<Double> notLeft = new TreeSet<>();
    private boolean full;

    KnownBranches(Symmetries symmetries) {
        this.symmetries = symmetries;
    }

    /** Says that there was no room for a branch. */
    void leavesOut() {
        full = true;
    }

    /** Whether a branch was left out. */
    boolean isFull() {
        return full;
    }

    /** Says that no other branch was found at a branch point, a part of the way along the range. */
    void cannotLeave(double part) {
        notLeft.add(part);
    }

    /** The branch points at which no other branch was found, in the order of the range. */
    SortedSet<Double> notLeft() {
        return notLeft;
    }

    void add(Trace trace) {
        traces.add(trace);
        invariants.add(trace.states().stream()
                .map(there -> symmetries.invariants(trace.equations().state(there.point())))
                .toList());
    }

    List<Trace> all() {
        return List.copyOf(traces);
    }

    /**
     * Whether a fixed point, or an image of it, lies on a branch that is known, or on the same continuous family.
     *
     * @param part of the parameter's range
     * @param equations of the branch it is on
     */
    boolean contains(double[] state, double part, BranchEquations equations) {
        double[] invariants = symmetries.invariants(state);
        for (int k = 0; k < traces.size(); k++) {
            Trace trace = traces.get(k);
            List<double[]> its = this.invariants.get(k);
            for (int i = 1; i < trace.states().size(); i++) {
                if (mayHold(trace, i, its, invariants, part) && passesImage(trace, i, state, part)) {
                    return true;
                }
            }
            if (isFamily(trace, state, part, equations)) {
                return true;
            }
        }
        return false;
    }

    /** Whether an image of a state may lie between two neighbours on a branch, as far as moduli and the parameter tell. */
    private static boolean mayHold(Trace trace, int i, List<double[]> its, double[] invariants, double part) {
        BranchState one = trace.states().get(i - 1);
        BranchState other = trace.states().get(i);
        double reach = 1.2 * Vector.norm(Vector.moved(other.point(), -1, one.point())) + SAME;
        return Math.abs(one.part() - part) <= reach
                && Vector.distance(its.get(i - 1), invariants)
                        <= reach * trace.equations().scale();
    }

    /**
     * Whether an image of a state is where the branch has the state's parameter, between two neighbours on it: folds are among
     * these, so that the parameter rises or falls all the way.
     */
    private boolean passesImage(Trace trace, int i, double[] state, double part) {
        BranchState one = trace.states().get(i - 1);
        BranchState other = trace.states().get(i);
        if (Math.min(Math.abs(one.rise()), Math.abs(other.rise())) <= RESTING && one.part() == other.part()) {
            BranchEquations its = trace.equations();
            double chord = Vector.norm(Vector.moved(other.point(), -1, one.point()));
            return symmetries.imagesNear(state, its.state(one.point()), (1.2 * chord + SAME) * its.scale()).stream()
                    .anyMatch(image -> isOn(trace, i, its.point(image, part)));
        }
        for (BranchState end : List.of(one, other)) {
            if (Math.abs(end.part() - part) <= AT_END && isImage(trace, end.point(), state)) {
                return true;
            }
        }
        if ((one.part() - part) * (other.part() - part) > 0 || one.part() == other.part()) {
            return false;
        }
        double[] way = Vector.moved(other.point(), -1, one.point());
        double[] between = Vector.moved(one.point(), (part - one.part()) / (other.part() - one.part()), way);
        double[] across = new double[way.length];
        across[way.length - 1] = 1;
        double[] predicted = trace.equations().state(between);
        boolean isEven =
                one.rise() * other.rise() > 0 && Math.max(one.rise() / other.rise(), other.rise() / one.rise()) < EVEN;
        if (isEven
                && Vector.distance(symmetries.invariants(predicted), symmetries.invariants(state))
                        > FARTHEST * Vector.norm(way) * trace.equations().scale()
                                + SAME * (1 + Vector.maxNorm(state))) {
            return false;
        }
        Optional<double[]> there =
                trace.equations().corrected(between, across).filter(point -> isBetween(point, one, other));
        return there.isPresent()
                ? isImage(trace, there.get(), state)
                : Math.min(Math.abs(one.rise()), Math.abs(other.rise())) < STEEP
                        && passesBesideFold(trace, one, other, state, part);
    }

    private boolean isImage(Trace trace, double[] point, double[] state) {
        double[] there = trace.equations().state(point);
        return Vector.distance(symmetries.invariants(there), symmetries.invariants(state))
                        <= SAME * (1 + Vector.maxNorm(state))
                && symmetries.between(there, state).isPresent();
    }

    private static boolean isBetween(double[] point, BranchState one, BranchState other) {
        double length = Vector.norm(Vector.moved(other.point(), -1, one.point()));
        double way = Vector.norm(Vector.moved(point, -1, one.point()));
        double wayBack = Vector.norm(Vector.moved(point, -1, other.point()));
        return way + wayBack <= 1.2 * length + SAME;
    }

    /** Where the parameter nearly rests, a point is found by its place along the branch. */
    private boolean passesBesideFold(Trace trace, BranchState one, BranchState other, double[] state, double part) {
        double[] way = Vector.moved(other.point(), -1, one.point());
        double length = Vector.norm(way);
        double[] ahead = Vector.moved(new double[way.length], 1 / length, way);
        UnaryOperator<double[]> corrected =
                predicted -> trace.equations().corrected(predicted, ahead).orElse(predicted);
        OptionalDouble along =
                StepRoot.of(s -> corrected.apply(Vector.moved(one.point(), s, ahead))[way.length - 1] - part, length);
        return along.isPresent()
                && isImage(trace, corrected.apply(Vector.moved(one.point(), along.getAsDouble(), ahead)), state);
    }

    /** Members of a family have the same eigenvalues. */
    private static boolean isFamily(Trace trace, double[] state, double part, BranchEquations equations) {
        BranchEquations its = trace.equations();
        if (equations.neutral() == 0 || its.neutral() != equations.neutral()) {
            return false;
        }
        double[] across = new double[its.length() + 1];
        across[its.length()] = 1;
        List<Complex> spectrum =
                equations.at(equations.point(state, part), across).eigenvalues();
        for (int i = 1; i < trace.states().size(); i++) {
            double[] one = trace.states().get(i - 1).point();
            double[] other = trace.states().get(i).point();
            double before = one[its.length()];
            double after = other[its.length()];
            if ((before - part) * (after - part) <= 0 && before != after) {
                double[] way = Vector.moved(other, -1, one);
                double[] between = Vector.moved(one, (part - before) / (after - before), way);
                Optional<double[]> member = its.corrected(between, across);
                if (member.isPresent()
                        && Spectrum.same(its.at(member.get(), across).eigenvalues(), spectrum)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isOn(Trace trace, int i, double[] point) {
        BranchState one = trace.states().get(i - 1);
        BranchState other = trace.states().get(i);
        return isBetween(point, one, other) && meets(trace, one, point, Vector.moved(point, -1, one.point()));
    }

    /** Whether the branch passes through a point, in the hyperplane across its tangent that holds the point. */
    private static boolean meets(Trace trace, BranchState one, double[] point, double[] way) {
        double along = Vector.dot(way, one.tangent());
        Optional<double[]> there =
                trace.equations().corrected(Vector.moved(one.point(), along, one.tangent()), one.tangent());
        return there.isPresent() && Vector.distance(there.get(), point) <= SAME * (1 + Vector.maxNorm(point));
    }
}
