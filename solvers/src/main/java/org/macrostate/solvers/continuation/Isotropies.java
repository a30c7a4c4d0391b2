package org.macrostate.solvers.continuation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.macrostate.equations.graph.StateLayout;
import org.macrostate.solvers.fixedpoint.Isotropy;
import org.macrostate.solvers.fixedpoint.Symmetries;
import org.macrostate.solvers.nonlinear.OrthonormalBasis;
import org.macrostate.solvers.nonlinear.Vector;

/** Names the symmetries of branches, and of those that leave a branch point. */
final class Isotropies {
    /** How far along critical directions a state is looked at, in its own size; no round part. */
    private static final double AHEAD = 0.0618;

    private static final double DEPENDENT = 1e-4;
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
     * direction shares the symmetries of, along which a branch leaves (the equivariant branching lemma), one of each class of
     * images; where there is no such direction, of those that were followed.
     *
     * @param branches that were entered at it
     */
    List<BranchIsotropy> leaving(BranchEquations equations, CriticalPoint point, List<Trace> branches) {
        double[] centre = equations.state(point.state().point());
        if (!point.symmetryBreaking()) {
            return List.of();
        }
        List<double[]> ways = point.directions().stream().map(equations::state).toList();
        List<double[]> space = OrthonormalBasis.independent(ways, DEPENDENT);
        List<BranchIsotropy> named = new ArrayList<>();
        List<double[]> others = new ArrayList<>();
        for (double[] way : ways) {
            double[] ahead = Vector.moved(centre, AHEAD * (1 + Vector.maxNorm(centre)) / Vector.maxNorm(way), way);
            Optional<Isotropy> isotropy = of(ahead).filter(kept -> kept.keptOf(space) == 1);
            if (isotropy.isPresent()
                    && others.stream()
                            .noneMatch(other -> symmetries.between(ahead, other).isPresent())) {
                others.add(ahead);
                named.add(named(isotropy.get()));
            }
        }
        if (named.isEmpty()) {
            branches.forEach(branch -> of(branch).ifPresent(named::add));
        }
        return named.stream().distinct().toList();
    }

    /** Whether an image of one state is no farther from another than a distance. */
    boolean areImages(double[] one, double[] other, double distance) {
        return symmetries.areImages(one, other, distance);
    }

    /** How many images a state has, itself included; empty if too many. */
    Optional<Long> imagesOf(double[] state) {
        if (symmetries.count() == 0) {
            return Optional.of(1L);
        }
        OptionalLong images = symmetries.isotropy(state).map(Isotropy::images).orElse(OptionalLong.empty());
        return images.isPresent() ? Optional.of(images.getAsLong()) : Optional.empty();
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
