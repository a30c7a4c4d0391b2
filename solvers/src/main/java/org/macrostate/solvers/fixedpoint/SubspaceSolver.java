package org.macrostate.solvers.fixedpoint;

import java.util.List;
import java.util.Optional;
import org.macrostate.solvers.nonlinear.Deflation;
import org.macrostate.solvers.nonlinear.GlobalNewton;
import org.macrostate.solvers.nonlinear.NonlinearSystem;

/** Newton's method and the flow from a start, in the coordinates of its invariant subspace where there is a smaller one. */
final class SubspaceSolver {
    private final Optional<InvariantSubspace> subspace;
    private final GlobalNewton newton;
    private final PseudoTransient flow;

    private SubspaceSolver(
            Optional<InvariantSubspace> subspace, NonlinearSystem system, GlobalNewton.StepLimit bounds) {
        this.subspace = subspace;
        this.newton = new GlobalNewton(system, bounds);
        this.flow = new PseudoTransient(system, bounds);
    }

    /** In the whole space. */
    static SubspaceSolver of(SystemAt system, PhysicalRegion region) {
        return new SubspaceSolver(Optional.empty(), system, region);
    }

    /** In a subspace. */
    static SubspaceSolver of(SystemAt system, PhysicalRegion region, InvariantSubspace inside) {
        return new SubspaceSolver(Optional.of(inside), inside.of(system), inside.of(region));
    }

    /** The root that Newton's method reaches. */
    Optional<double[]> root(double[] start) {
        return newton.from(coordinates(start)).map(this::state);
    }

    /** The root that Newton's method reaches kept off others. */
    Optional<double[]> otherRoot(double[] start, List<double[]> known) {
        Deflation deflation = new Deflation();
        for (double[] root : known) {
            if (subspace.isEmpty() || subspace.get().contains(root)) {
                deflation.add(coordinates(root));
            }
        }
        return newton.from(coordinates(start), deflation).map(this::state);
    }

    /** The root beside the state in which the flow settles. */
    Optional<double[]> settled(double[] start) {
        return flow.from(coordinates(start)).flatMap(newton::from).map(this::state);
    }

    private double[] coordinates(double[] state) {
        return subspace.map(inside -> inside.coordinates(state)).orElse(state);
    }

    private double[] state(double[] coordinates) {
        return subspace.map(inside -> inside.state(coordinates)).orElse(coordinates);
    }
}
