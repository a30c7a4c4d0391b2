package org.macrostate.solvers.continuation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.macrostate.equations.graph.StateLayout;
import org.macrostate.solvers.fixedpoint.Isotropy;
import org.macrostate.solvers.fixedpoint.Symmetries;
import org.macrostate.solvers.nonlinear.Vector;

/** Names the symmetries of branches, and of those that leave a branch point. */
final class Isotropies {
    /** How far along critical directions a state is looked at, in its own size; no round part. */
    private static final double AHEAD = 0.0618;

    private static final double[] PARTS = {0.27, 0.49, 0.74};

    private final Symmetries symmetries;
    private final StateLayout layout;

    Isotropies(Symmetries symmetries, StateLayout layout) {
        this.symmetries = symmetries;
        this.layout = layout;
    }

    /** Of a branch: of what is least symmetric of a few of its states; empty where the equations have no symmetry. */
    Optional<BranchIsotropy> of(Trace trace) {
        List<Isotropy> found = new ArrayList<>();
        for (double part : PARTS) {
            BranchState state = trace.states().get((int) (part * trace.states().size()));
            of(trace.equations().state(state.point())).ifPresent(found::add);
        }
        return found.stream().max(Comparator.comparingLong(Isotropies::images)).map(this::named);
    }

    /**
     * Of the branches that leave a branch point by breaking a symmetry: those of critical directions that no other critical
     * direction shares the symmetries of, along which a branch leaves (the equivariant branching lemma).
     *
     * @param branches that were entered at it, too
     */
    List<BranchIsotropy> leaving(BranchEquations equations, CriticalPoint point, List<Trace> branches) {
        double[] centre = equations.state(point.state().point());
        if (!point.symmetryBreaking()) {
            return List.of();
        }
        List<double[]> ahead = new ArrayList<>();
        for (double[] direction : point.directions()) {
            double[] way = equations.state(direction);
            double size = AHEAD * (1 + Vector.maxNorm(centre)) / Vector.maxNorm(way);
            ahead.add(Vector.moved(centre, size, way));
        }
        List<Isotropy> all = ahead.stream().flatMap(x -> of(x).stream()).toList();
        // with several directions those of most symmetry are the ones that nothing else shares
        long least = all.stream().mapToLong(Isotropies::images).min().orElse(0);
        List<BranchIsotropy> named = new ArrayList<>();
        all.stream().filter(i -> images(i) == least).map(this::named).forEach(named::add);
        branches.forEach(branch -> of(branch).ifPresent(named::add));
        return named.stream().distinct().toList();
    }

    private Optional<Isotropy> of(double[] state) {
        return symmetries.count() == 0 ? Optional.empty() : symmetries.isotropy(state);
    }

    private static long images(Isotropy isotropy) {
        return isotropy.images().orElse(Long.MAX_VALUE);
    }

    private BranchIsotropy named(Isotropy isotropy) {
        OptionalLong images = isotropy.images();
        return new BranchIsotropy(
                isotropy.words(layout), images.isPresent() ? Optional.of(images.getAsLong()) : Optional.empty());
    }
}
