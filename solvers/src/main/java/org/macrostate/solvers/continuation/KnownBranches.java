package org.macrostate.solvers.continuation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.hipparchus.complex.Complex;
import org.macrostate.solvers.fixedpoint.Symmetries;
import org.macrostate.solvers.nonlinear.Spectrum;
import org.macrostate.solvers.nonlinear.Vector;

/** The branches followed so far; knows a point that lies on one of them, or whose symmetric image does. */
final class KnownBranches {
    private static final double SAME = 1e-6;

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
     * Whether a fixed point lies on a branch that is known, or on the same continuous family.
     *
     * @param part of the parameter's range
     * @param equations of the branch it is on
     */
    boolean contains(double[] state, double part, BranchEquations equations) {
        boolean isListed = symmetries.isListed(state);
        List<double[]> images = isListed ? symmetries.orbit(state) : List.of();
        double[] invariants = symmetries.invariants(state);
        for (int k = 0; k < traces.size(); k++) {
            Trace trace = traces.get(k);
            List<double[]> points = images.stream()
                    .map(image -> trace.equations().point(image, part))
                    .toList();
            List<double[]> its = this.invariants.get(k);
            for (int i = 1; i < trace.states().size(); i++) {
                if (mayHold(trace, i, its, invariants, part)) {
                    int segment = i;
                    boolean found = isListed
                            ? points.stream().anyMatch(point -> isOn(trace, segment, point))
                            : passesImage(trace, segment, state, part);
                    if (found) {
                        return true;
                    }
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

    /** Whether an image of a state is where the branch has the state's parameter, between two neighbours on it. */
    private boolean passesImage(Trace trace, int i, double[] state, double part) {
        BranchState one = trace.states().get(i - 1);
        BranchState other = trace.states().get(i);
        if ((one.part() - part) * (other.part() - part) > 0 || one.part() == other.part()) {
            return false;
        }
        double[] way = Vector.moved(other.point(), -1, one.point());
        double[] between = Vector.moved(one.point(), (part - one.part()) / (other.part() - one.part()), way);
        double[] across = new double[way.length];
        across[way.length - 1] = 1;
        return trace.equations()
                .corrected(between, across)
                .filter(there -> Vector.norm(Vector.moved(there, -1, between)) <= Vector.norm(way) + SAME)
                .flatMap(there -> symmetries.between(trace.equations().state(there), state))
                .isPresent();
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
        double length = Vector.norm(Vector.moved(other.point(), -1, one.point()));
        double[] way = Vector.moved(point, -1, one.point());
        double[] wayBack = Vector.moved(point, -1, other.point());
        boolean near = Vector.norm(way) + Vector.norm(wayBack) <= 1.2 * length + SAME;
        return near && meets(trace, one, point, way);
    }

    /** Whether the branch passes through a point, in the hyperplane across its tangent that holds the point. */
    private static boolean meets(Trace trace, BranchState one, double[] point, double[] way) {
        double along = Vector.dot(way, one.tangent());
        Optional<double[]> there =
                trace.equations().corrected(Vector.moved(one.point(), along, one.tangent()), one.tangent());
        return there.isPresent() && Vector.distance(there.get(), point) <= SAME * (1 + Vector.maxNorm(point));
    }
}
