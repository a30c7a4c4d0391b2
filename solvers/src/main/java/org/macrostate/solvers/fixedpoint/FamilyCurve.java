package org.macrostate.solvers.fixedpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.macrostate.solvers.nonlinear.SingularVectors;
import org.macrostate.solvers.nonlinear.Vector;

/**
 * A curve of fixed points, as a circle of them: followed from one of its members both ways along the null vector of the
 * Jacobian, corrected by steps of least norm, to where it closes, leaves the physical region or ends at another scale.
 */
final class FamilyCurve {
    private static final int MOST_STEPS = 400;
    private static final double FAR = 100;
    private static final double ON = 0.1;
    private static final int BEFORE_CLOSING = 5;

    private final SystemAt system;
    private final PhysicalRegion region;
    private final FamilyProjection projection;
    private final double step;
    private final List<double[]> members = new ArrayList<>();

    /** @param member of a family of one dimension */
    FamilyCurve(SystemAt system, PhysicalRegion region, double[] member) {
        this.system = system;
        this.region = region;
        this.projection = FamilyProjection.beside(system, 1, member);
        this.step = projection.step();
        members.add(member);
        double[] along = nullVector(member);
        if (!follow(member, along)) {
            follow(member, Vector.moved(new double[along.length], -1, along));
        }
    }

    /** Whether a state lies on the curve. */
    boolean contains(double[] state) {
        for (double[] member : members) {
            if (Vector.distance(member, state) <= step) {
                double[] along = nullVector(member);
                double[] way = Vector.moved(state, -1, member);
                double[] beside = Vector.moved(way, -Vector.dot(way, along), along);
                if (Vector.maxNorm(beside) <= ON * step) {
                    return true;
                }
            }
        }
        return false;
    }

    /** True if the curve closes. */
    private boolean follow(double[] from, double[] ahead) {
        double[] state = from;
        double[] direction = ahead;
        double most = FAR * (1 + Vector.maxNorm(from));
        for (int i = 0; i < MOST_STEPS; i++) {
            Optional<double[]> next = projection.of(Vector.moved(state, step, direction));
            if (next.isEmpty() || Vector.maxNorm(next.get()) > most || !region.contains(next.get())) {
                return false;
            }
            double[] way = Vector.moved(next.get(), -1, state);
            double length = Vector.norm(way);
            if (!(length > step / 4 && length < 2 * step)) {
                return false;
            }
            direction = Vector.moved(new double[way.length], 1 / length, way);
            state = next.get();
            members.add(state);
            if (i > BEFORE_CLOSING && Vector.distance(state, from) <= step) {
                return true;
            }
        }
        return false;
    }

    private double[] nullVector(double[] member) {
        return new SingularVectors(system.jacobian(member), system.length())
                .lastRight(1)
                .get(0);
    }
}
