package org.macrostate.solvers.fixedpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.macrostate.solvers.nonlinear.GlobalNewton;
import org.macrostate.solvers.nonlinear.Spectrum;
import org.macrostate.solvers.nonlinear.Vector;

/** Roots without repetition: one of each set of symmetric images and of each continuous family. */
final class Roots {
    private static final double SAME = 1e-7;
    private static final double NEAR = 1e-3;
    private static final double SHORT = 5;
    private static final double SETTLED = 1e-6;
    static final int LARGEST_COUNT = 600;
    static final int LARGEST_FOLLOWED = 12;
    private static final int MOST_DIRECTIONS = 6;
    private static final double[] MOVES = {0.1, -0.1, 0.3, -0.3, 1, -1, 3, -3};

    private final SystemAt system;
    private final PhysicalRegion region;
    private final Symmetries symmetries;
    private final StabilityAnalysis analysis;
    private final Function<double[], Optional<double[]>> newton;
    private final RootChords chords;
    private final List<KnownRoot> roots = new ArrayList<>();

    private final RootCaptures captures = new RootCaptures();
    private boolean full;
    private boolean isolated;
    private int most = LARGEST_COUNT;

    /** @param newton the root that is reached from a state */
    Roots(
            SystemAt system,
            PhysicalRegion region,
            Symmetries symmetries,
            StabilityAnalysis analysis,
            Function<double[], Optional<double[]>> newton) {
        this.system = system;
        this.region = region;
        this.symmetries = symmetries;
        this.analysis = analysis;
        this.newton = newton;
        this.chords = new RootChords(newton);
    }

    List<KnownRoot> all() {
        return List.copyOf(roots);
    }

    int size() {
        return roots.size();
    }

    /** Whether a root was left out. */
    boolean isFull() {
        return full;
    }

    /** There are so many real ones: what has eigenvalues that are zero is a multiple root and no member of a family. */
    void areIsolated(int count) {
        isolated = true;
        most = Math.max(most, count);
    }

    boolean isIsolated() {
        return isolated;
    }

    /** How often and in which ways they were reached. */
    RootCaptures captures() {
        return captures;
    }

    /** How many are undecided and physical. */
    int undecided() {
        return (int) roots.stream()
                .filter(root -> root.verdict().degenerate() && region.contains(root.state()))
                .count();
    }

    /**
     * False if the root, an image of it or its family is known, or there is no room for more. Of roots that are the
     * same up to rounding the more symmetric one is kept, of a family a physical member.
     *
     * @param isRandom whether a random start led there: these say how many roots are missing
     */
    boolean add(double[] state, boolean isRandom) {
        int before = roots.size();
        int place = placeOf(state);
        if (place >= 0) {
            captures.add(place, isRandom);
        }
        return place >= before;
    }

    /** Puts a multiple root in the place of those at which Newton's method stopped short of it. */
    void settle(double[] state, int multiplicity) {
        double size = 1 + Vector.maxNorm(state);
        double reach = SHORT * Math.pow(GlobalNewton.RESIDUAL, 1.0 / multiplicity) * size;
        roots.removeIf(root -> root.multiplicity() == 0
                && root.images().stream().anyMatch(image -> Vector.distance(image, state) <= reach));
        boolean isKnown = roots.stream().anyMatch(root -> root.images().stream()
                .anyMatch(image -> Vector.distance(image, state) <= SETTLED * size));
        if (!isKnown) {
            roots.add(root(state, analysis.of(state).isolated()).counted(multiplicity));
        }
    }

    /** The place of a root among those known, with it added if it is not; -1 if there is no room. */
    private int placeOf(double[] state) {
        double[] invariants = symmetries.invariants(state);
        for (int i = 0; i < roots.size(); i++) {
            if (image(roots.get(i), state, invariants)) {
                double known = symmetries.asymmetry(roots.get(i).state());
                if (symmetries.asymmetry(state) < known / 2) {
                    roots.set(i, root(state, analysis.of(state)));
                }
                return i;
            }
        }
        if (roots.size() >= most) {
            full = true;
            return -1;
        }
        int family = isolated ? -1 : knownFamily(state);
        if (family >= 0) {
            return family;
        }
        StabilityAnalysis.Verdict verdict = analysis.of(state);
        if (isolated || verdict.neutralModes() == 0) {
            int joined = !isolated && verdict.degenerate() ? joinedUndecided(state) : -1;
            return joined >= 0 ? joined : added(root(state, isolated ? verdict.isolated() : verdict));
        }
        return addFamily(state, verdict);
    }

    private int added(KnownRoot root) {
        roots.add(root);
        return roots.size() - 1;
    }

    /**
     * Leaves one member of each curve of fixed points, although eigenvalues change along it; where curves cross, the
     * crossing belongs to them.
     */
    void joinCurves() {
        if (system.length() > LARGEST_FOLLOWED) {
            return;
        }
        for (KnownRoot root : List.copyOf(roots)) {
            boolean curve = root.verdict().neutralModes() == 1 && region.contains(root.state());
            if (roots.size() > 1 && curve && roots.contains(root)) {
                FamilyCurve members = new FamilyCurve(system, region, root.state());
                roots.removeIf(
                        other -> !other.equals(root) && other.images().stream().anyMatch(members::contains));
            }
        }
    }

    /** The place of a known undecided root from which roots lead to the state: both then belong to one family; or -1. */
    private int joinedUndecided(double[] state) {
        for (int i = 0; i < roots.size(); i++) {
            KnownRoot known = roots.get(i);
            boolean candidate = known.verdict().degenerate() && known.verdict().neutralModes() <= 1;
            if (candidate && known.images().stream().anyMatch(image -> chords.hasBetween(image, state))) {
                roots.set(i, known.alongFamily());
                return i;
            }
        }
        return -1;
    }

    /** The place of a family with a physical member that has the eigenvalues of a state, without computing them; or -1. */
    private int knownFamily(double[] state) {
        double[] jacobian = new double[0];
        double trace = 0;
        double same = 0;
        for (int i = 0; i < roots.size(); i++) {
            KnownRoot known = roots.get(i);
            if (known.verdict().neutralModes() > 0 && !known.verdict().degenerate() && region.contains(known.state())) {
                if (jacobian.length == 0) {
                    jacobian = system.jacobian(state);
                    same = SAME * state.length * Vector.maxNorm(jacobian);
                    trace = Spectrum.trace(jacobian, state.length);
                }
                boolean may = Math.abs(known.trace() - trace) <= same;
                if (may && Spectrum.isOf(known.verdict().eigenvalues(), jacobian, state.length)) {
                    return i;
                }
            }
        }
        return -1;
    }

    private int addFamily(double[] state, StabilityAnalysis.Verdict verdict) {
        double[] member = region.contains(state) ? state : physicalMember(state);
        int known = family(state, verdict);
        if (known >= 0) {
            if (region.contains(member) && !region.contains(roots.get(known).state())) {
                roots.set(known, root(member, analysis.of(member)));
            }
            return known;
        }
        return added(member == state ? root(state, verdict) : root(member, analysis.of(member)));
    }

    private KnownRoot root(double[] state, StabilityAnalysis.Verdict verdict) {
        List<double[]> images = symmetries.orbit(state, Symmetries.mostKept(state.length));
        return new KnownRoot(
                images.stream().reduce(state, Roots::larger), images, symmetries.invariants(state), verdict);
    }

    /** A member of the same family inside the physical region if one is found near, else the state itself. */
    private double[] physicalMember(double[] state) {
        List<double[]> directions = analysis.nullDirections(state);
        for (double[] direction : directions.subList(0, Math.min(MOST_DIRECTIONS, directions.size()))) {
            for (double move : MOVES) {
                double size = move * (1 + Vector.maxNorm(state));
                Optional<double[]> member = newton.apply(Vector.moved(state, size, direction));
                if (member.isPresent()
                        && region.contains(member.get())
                        && analysis.of(member.get()).neutralModes() > 0) {
                    return member.get();
                }
            }
        }
        return state;
    }

    /** Where there are too many symmetries to search among, invariants and eigenvalues tell. */
    private boolean image(KnownRoot known, double[] state, double[] invariants) {
        double size = 1 + Vector.maxNorm(state);
        double apart = Vector.distance(known.invariants(), invariants);
        if (apart > NEAR * size) {
            return false;
        }
        if (apart <= SAME * size) {
            Optional<Boolean> image = symmetries.compared(known.state(), state, SAME * size);
            if (image.orElseGet(
                    () -> Spectrum.isOf(known.verdict().eigenvalues(), system.jacobian(state), state.length))) {
                return true;
            }
        }
        return known.images().stream()
                .anyMatch(image -> Vector.distance(image, state) <= NEAR * size && flatBetween(image, state));
    }

    /** At a bifurcation GlobalNewton's method stops short of a multiple root, where the rates are zero all the way. */
    private boolean flatBetween(double[] one, double[] other) {
        double[] middle = Vector.moved(one, 0.5, Vector.moved(other, -1, one));
        return system.rates(middle, new double[middle.length]) <= GlobalNewton.RESIDUAL;
    }

    /** The place of the known member of a state's family, or -1. */
    private int family(double[] state, StabilityAnalysis.Verdict verdict) {
        int nearest = -1;
        double[] member = state;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < roots.size(); i++) {
            KnownRoot known = roots.get(i);
            if (known.verdict().neutralModes() == verdict.neutralModes()) {
                if (Spectrum.same(known.verdict().eigenvalues(), verdict.eigenvalues())) {
                    return i;
                }
                for (double[] image : known.images()) {
                    double distance = Vector.distance(image, state);
                    if (distance < least) {
                        least = distance;
                        nearest = i;
                        member = image;
                    }
                }
            }
        }
        boolean joined = nearest >= 0
                && (chords.connect(member, state)
                        || FamilyProjection.join(system, roots.get(nearest).verdict(), member, verdict, state));
        return joined ? nearest : -1;
    }

    private static double[] larger(double[] one, double[] other) {
        double tolerance = 1e-9 * (1 + Vector.maxNorm(one));
        for (int i = 0; i < one.length; i++) {
            if (Math.abs(one[i] - other[i]) > tolerance) {
                return one[i] > other[i] ? one : other;
            }
        }
        return one;
    }
}
