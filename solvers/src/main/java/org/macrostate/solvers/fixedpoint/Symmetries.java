package org.macrostate.solvers.fixedpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.macrostate.solvers.nonlinear.Vector;

/**
 * Discrete symmetries of the equations at given parameters: changes of sign, and exchanges of units. Candidates follow
 * from the layout of the state, of small stated flows from exchanges of any of their elements; one is a symmetry if the compiled rates commute with it at generic states.
 */
public final class Symmetries {
    /** From so many order parameters on it pays to look for the subspace that a start lies in. */
    private static final int LARGE = 40;

    /** More images of a state are not listed. */
    public static final int LARGEST_ORBIT = 1024;

    private static final int FEW_KEPT = 64;

    private static final double SAME_RATE = 1e-10;
    private static final double SAME_STATE = 1e-6;
    private static final double NEARLY_SAME = 1e-5;

    /** Parts of a distance at which images are looked for, one after the other. */
    private static final double[] NEARER = {1e-4, 1e-2, 0.1, 1};

    private final List<SignedPermutation> generators;
    private final IsotropyCandidates candidates;
    private final OrbitInvariants invariants;
    private final OrbitList list;
    private final int n;
    private final AtomicBoolean cut = new AtomicBoolean();
    private @Nullable OrbitLength group;

    private Symmetries(List<SignedPermutation> generators, IsotropyCandidates candidates, int n) {
        this.generators = List.copyOf(generators);
        this.invariants = new OrbitInvariants(generators, n);
        this.candidates = candidates;
        this.list = new OrbitList(this.generators, n);
        this.n = n;
    }

    /** Of states of n elements, with subspaces not looked for. */
    static Symmetries of(List<SignedPermutation> generators, int n) {
        return new Symmetries(generators, IsotropyCandidates.NONE, n);
    }

    /** Those found at the system's parameters. */
    static Symmetries of(SystemAt system, Starts starts) {
        return of(system, starts, LARGE);
    }

    /** @param large from so many order parameters on, subspaces of states are looked for */
    static Symmetries of(SystemAt system, Starts starts, int large) {
        List<Probe> probes = List.of(Probe.at(system, starts.next(0)), Probe.at(system, starts.next(0)));
        List<SignedPermutation> found = new ArrayList<>();
        List<SignedPermutation> flips =
                new ArrayList<>(SymmetryCandidates.signs(system.system().bound()));
        List<SignedPermutation> exchanges =
                new ArrayList<>(SymmetryCandidates.exchanges(system.system().bound()));
        for (List<SignedPermutation> kind : List.of(flips, exchanges)) {
            kind.removeIf(c -> c.isIdentity() || !probes.stream().allMatch(p -> p.commutes(system, c)));
            found.addAll(kind);
        }
        if (system.system().bound().state().elements().stream()
                .allMatch(e -> e.variable().indices().isEmpty())) {
            List<SignedPermutation> stated = StatedExchanges.of(
                    system.system().bound(), candidate -> probes.stream().allMatch(p -> p.commutes(system, candidate)));
            exchanges.addAll(stated);
            found.addAll(stated);
        }
        if (exchanges.isEmpty()) {
            found.addAll(LineSymmetries.moves(system.system().bound(), candidate -> probes.stream()
                    .allMatch(p -> p.commutes(system, candidate))));
        }
        return new Symmetries(
                found,
                system.length() < large ? IsotropyCandidates.NONE : new IsotropyCandidates(flips, exchanges),
                system.length());
    }

    /** Whether there are so many order parameters that subspaces of symmetric states are looked for. */
    boolean areLarge() {
        return candidates != IsotropyCandidates.NONE;
    }

    /** What is the same of all images of a state. */
    public double[] invariants(double[] state) {
        return invariants.of(state);
    }

    /** The subspace of a state that those of its symmetries keep which are looked for; empty for small systems. */
    Optional<InvariantSubspace> kept(double[] state) {
        return InvariantSubspace.of(state, candidates.keeping(state));
    }

    /**
     * What each does to the state: {@code m -> -m}, {@code Q[1,1] <-> Q[2,2]}; elements that stay are left out.
     *
     * @param labels of the state's elements
     */
    public List<String> told(List<String> labels) {
        return generators.stream().map(g -> g.told(labels)).toList();
    }

    /** How many were found; the group they generate may be larger. */
    public int count() {
        return generators.size();
    }

    /** The farthest that one of them moves a state. */
    double asymmetry(double[] state) {
        double farthest = 0;
        for (SignedPermutation generator : generators) {
            farthest = Math.max(farthest, Vector.distance(generator.apply(state), state));
        }
        return farthest;
    }

    /**
     * The states that are kept by what keeps a state to five digits; empty if these are all states or only zero, or there are
     * too many symmetries to search among.
     */
    public Optional<FixedSpace> fixedSpace(double[] state) {
        return generators.isEmpty()
                ? Optional.empty()
                : group().keeping(state, NEARLY_SAME).flatMap(keeping -> FixedSpace.of(keeping, state));
    }

    /** How many numbers the states have that are kept by what keeps a state; n where nothing does. */
    public int dimension(double[] state) {
        return generators.isEmpty()
                ? state.length
                : InvariantSubspace.of(state, keeping(state))
                        .map(InvariantSubspace::dimension)
                        .orElse(state.length);
    }

    /** What keeps a state; empty where there are too many symmetries to search among. */
    public Optional<Isotropy> isotropy(double[] state) {
        return group().keeping(state)
                .map(keeping -> new Isotropy(generators, keeping, group().of(state), state.length));
    }

    /** Whether a symmetry that keeps a state moves a direction: then what grows along it breaks that symmetry. */
    public boolean brokenAlong(double[] state, double[] direction) {
        return keeping(state).stream().anyMatch(g -> Isotropy.moves(g, direction));
    }

    /** Whether one of those found keeps a state and turns a direction round. */
    boolean turns(double[] state, double[] direction) {
        double kept = SAME_STATE * (1 + Vector.maxNorm(state));
        double same = SAME_STATE * Vector.maxNorm(direction);
        double[] back = Vector.moved(new double[direction.length], -1, direction);
        return generators.stream()
                .anyMatch(g -> Vector.distance(g.apply(state), state) <= kept
                        && Vector.distance(g.apply(direction), back) <= same);
    }

    /** Symmetries that keep a state: generators of all that do, or those found that do where these are too many. */
    private List<SignedPermutation> keeping(double[] state) {
        double kept = SAME_STATE * (1 + Vector.maxNorm(state));
        return group().keeping(state).orElseGet(() -> generators.stream()
                .filter(g -> Vector.distance(g.apply(state), state) <= kept)
                .toList());
    }

    /** A symmetry that takes one state to another, to six digits; empty if none is found. */
    public Optional<UnaryOperator<double[]>> between(double[] one, double[] other) {
        double size = 1 + Math.max(Vector.maxNorm(one), Vector.maxNorm(other));
        return between(one, other, SAME_STATE * size);
    }

    /** Whether an image of one state is found to be nowhere farther from another than a distance. */
    public boolean areImages(double[] one, double[] other, double distance) {
        return compared(one, other, distance).orElse(false);
    }

    /** As {@link #areImages}; empty where there are so many symmetries that the search was ended. */
    Optional<Boolean> compared(double[] one, double[] other, double distance) {
        if (Vector.distance(one, other) <= distance) {
            return Optional.of(true);
        }
        if (generators.isEmpty() || Vector.distance(invariants(one), invariants(other)) > distance) {
            return Optional.of(false);
        }
        AtomicBoolean ended = new AtomicBoolean();
        boolean found =
                group().between(one, other, distance, () -> ended.set(true)).isPresent();
        cut.compareAndSet(false, ended.get());
        return found || !ended.get() ? Optional.of(found) : Optional.empty();
    }

    private Optional<UnaryOperator<double[]>> between(double[] one, double[] other, double distance) {
        return group().between(one, other, distance, () -> cut.set(true)).map(found -> found::apply);
    }

    /**
     * Images of a state that are nowhere farther from another than a distance: all of them where images are few, else one of
     * the nearest.
     */
    public List<double[]> imagesNear(double[] state, double[] other, double distance) {
        if (isListed(state)) {
            return orbit(state).stream()
                    .filter(image -> Vector.distance(image, other) <= distance)
                    .toList();
        }
        for (double part : NEARER) {
            Optional<UnaryOperator<double[]>> found = between(state, other, part * distance);
            if (found.isPresent()) {
                return List.of(found.get().apply(state));
            }
        }
        return List.of();
    }

    /** What is to be said of states that were compared by so many symmetries that the comparison was ended. */
    public Optional<String> bound() {
        return cut.get()
                ? Optional.of(
                        "the equations have so many symmetries that it was not always found whether states are images of"
                                + " one another: some may be listed twice, or be taken for images")
                : Optional.empty();
    }

    /** Whether all images of a state are few enough to be listed. */
    public boolean isListed(double[] state) {
        return generators.isEmpty() || group().of(state).orElse(Long.MAX_VALUE) < LARGEST_ORBIT;
    }

    /** Made when first asked for: most searches do without. */
    private synchronized OrbitLength group() {
        if (group == null) {
            group = orbitLength();
        }
        return group;
    }

    /** How many images of every root of a search are kept: fewer of long states, of which invariants tell the others. */
    static int mostKept(int n) {
        return n >= LARGE ? FEW_KEPT : LARGEST_ORBIT;
    }

    /** Counts images that are too many to be kept. */
    OrbitLength orbitLength() {
        return new OrbitLength(generators, n);
    }

    /** The images of a state under the group, itself first; at most 1024. */
    public List<double[]> orbit(double[] state) {
        return orbit(state, LARGEST_ORBIT);
    }

    /** As many of them as are wanted at most. */
    List<double[]> orbit(double[] state, int most) {
        return list.of(state, most);
    }

    /**
     * A state in general position and its rates, which all candidates are asked about.
     *
     * @param scale the largest modulus of a rate
     */
    private record Probe(double[] state, double[] rates, double scale) {
        static Probe at(SystemAt system, double[] state) {
            double[] rates = new double[system.length()];
            return new Probe(state, rates, system.rates(state, rates));
        }

        boolean commutes(SystemAt system, SignedPermutation symmetry) {
            if (!Double.isFinite(scale)) {
                return false;
            }
            double[] imageRates = new double[system.length()];
            system.rates(symmetry.apply(state), imageRates);
            return Vector.distance(symmetry.apply(rates), imageRates) <= SAME_RATE * scale;
        }
    }
}
