package org.macrostate.solvers.fixedpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.graph.StateLayout;
import org.macrostate.equations.model.Domain;
import org.macrostate.solvers.nonlinear.Cholesky;
import org.macrostate.solvers.nonlinear.GlobalNewton;
import org.macrostate.solvers.nonlinear.Vector;

/**
 * Where a state can be realised: overlaps that some vectors have (their Gram matrix, fixed vectors included, positive
 * semidefinite) and scalars in their domains.
 */
public final class PhysicalRegion implements GlobalNewton.StepLimit {
    private static final double TOLERANCE = 1e-8;

    private static final double ROUNDING = 1e-11;
    private static final double FRACTION_TO_EDGE = 0.9;
    private static final double EDGE = 1e-5;
    private static final double EDGE_TOLERANCE = 1e-10;

    /** A squared length over N that counts as short. */
    private static final double SHORT = 1e-2;

    private static final int BISECTIONS = 60;

    private final OverlapPositions gram;
    private final List<Domain> domains;
    private final double[] constants;
    private final List<List<Integer>> knownSets;

    private PhysicalRegion(
            OverlapPositions gram, List<List<Integer>> knownSets, List<Domain> domains, double[] constants) {
        this.gram = gram;
        this.knownSets = knownSets;
        this.domains = domains;
        this.constants = constants;
    }

    /** @param parameters those that overlaps of fixed vectors may depend on */
    public static PhysicalRegion of(BoundSystem bound, double[] parameters) {
        OverlapPositions gram = new OverlapPositions(bound);
        List<Domain> domains = bound.state().elements().stream()
                .map(StateLayout.Element::variable)
                .map(v -> v.isOverlap() ? Domain.REAL : v.domain())
                .toList();
        return new PhysicalRegion(gram, knownSets(gram), domains, gram.constants(parameters));
    }

    /** The region of the same system at other parameters. */
    public PhysicalRegion at(double[] parameters) {
        return new PhysicalRegion(gram, knownSets, domains, gram.constants(parameters));
    }

    /**
     * A Gram matrix that must have no negative eigenvalue.
     *
     * @param place of each entry in the state, row by row; negative for a constant
     * @param constant the entry's value where it is no element of the state
     */
    public record Gram(int[][] place, double[][] constant) {}

    /** The Gram matrices of all sets of vectors whose overlaps are known. */
    public List<Gram> grams() {
        int count = gram.vectors().size();
        List<Gram> grams = new ArrayList<>();
        for (List<Integer> set : knownSets) {
            int[][] place = new int[set.size()][set.size()];
            double[][] constant = new double[set.size()][set.size()];
            for (int i = 0; i < set.size(); i++) {
                for (int j = 0; j < set.size(); j++) {
                    place[i][j] = gram.place(set.get(i), set.get(j));
                    constant[i][j] = place[i][j] >= 0 ? 0 : constants[set.get(i) * count + set.get(j)];
                }
            }
            grams.add(new Gram(place, constant));
        }
        return grams;
    }

    OverlapPositions gram() {
        return gram;
    }

    /** Sets of vectors whose overlaps are all known; together they hold every vector that has a known length. */
    List<List<Integer>> knownSets() {
        return knownSets;
    }

    /** The constant overlap of two vectors. */
    double constant(int i, int j) {
        return constants[i * gram.vectors().size() + j];
    }

    /** Overlaps among the fixed vectors, in their own order, row by row. */
    double[] fixedOverlaps() {
        List<Integer> fixed = IntStream.range(0, gram.vectors().size())
                .filter(i -> !gram.vectors().get(i).trained())
                .boxed()
                .toList();
        double[] overlaps = new double[fixed.size() * fixed.size()];
        for (int i = 0; i < fixed.size(); i++) {
            for (int j = 0; j < fixed.size(); j++) {
                overlaps[i * fixed.size() + j] = constant(fixed.get(i), fixed.get(j));
            }
        }
        return overlaps;
    }

    Domain domain(int element) {
        return domains.get(element);
    }

    /** Overlaps realisable and scalars in their domains, up to rounding. */
    public boolean contains(double[] state) {
        return contains(state, TOLERANCE);
    }

    /** @param tolerance how negative a Gram matrix may be, relative to 1 + its trace */
    boolean contains(double[] state, double tolerance) {
        return inDomains(state) && realisable(state, tolerance);
    }

    /**
     * A state just outside, moved in by lengthening all trained vectors a little; empty if that is not enough. Where rates
     * are flat beyond the edge, Newton's method stops there.
     */
    java.util.Optional<double[]> movedIn(double[] state) {
        double outside = 0;
        double inside = EDGE;
        if (!inDomains(state) || !realisable(lengthened(state, inside), 0)) {
            return java.util.Optional.empty();
        }
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (outside + inside) / 2;
            if (realisable(lengthened(state, middle), 0)) {
                inside = middle;
            } else {
                outside = middle;
            }
        }
        return java.util.Optional.of(lengthened(state, inside));
    }

    /** Whether shortening the trained vectors ever so little makes the state impossible. */
    boolean isOnEdge(double[] state) {
        return !realisable(lengthened(state, -EDGE), EDGE_TOLERANCE);
    }

    /**
     * The state with all trained vectors made longer, their squared lengths by this part, those of vectors that are
     * zero or short by this part of a short one: a zero vector gets some length, too.
     */
    double[] lengthened(double[] state, double by) {
        double[] longer = state.clone();
        for (int i = 0; i < gram.vectors().size(); i++) {
            int place = gram.place(i, i);
            if (place >= 0) {
                longer[place] += by * Math.max(Math.abs(longer[place]), SHORT);
            }
        }
        return longer;
    }

    /**
     * Every scalar in its domain, every element finite; a nonnegative scalar may be zero up to rounding, as all along a branch
     * that lies on the edge of its domain.
     */
    @Override
    public boolean inDomains(double[] state) {
        double rounding = rounding(state);
        for (int i = 0; i < state.length; i++) {
            boolean isZero = domains.get(i) == Domain.NONNEGATIVE && Math.abs(state[i]) <= rounding;
            if (!isZero && !domains.get(i).contains(state[i])) {
                return false;
            }
        }
        return true;
    }

    private static double rounding(double[] state) {
        return ROUNDING * (1 + Vector.maxNorm(state));
    }

    /** The part of a step, at most 1, that leaves every scalar inside its domain. */
    @Override
    public double stepInside(double[] state, double[] step) {
        double part = 1;
        double rounding = rounding(state);
        for (int i = 0; i < state.length; i++) {
            Domain domain = domains.get(i);
            double least = domain == Domain.NONNEGATIVE ? -rounding : 0;
            if (domain != Domain.REAL && step[i] < 0 && state[i] + part * step[i] <= least) {
                part = Math.min(part, Math.max(0, -FRACTION_TO_EDGE * state[i] / step[i]));
            }
            if (domain == Domain.UNIT && step[i] > 0 && state[i] + part * step[i] >= 1) {
                part = Math.min(part, FRACTION_TO_EDGE * (1 - state[i]) / step[i]);
            }
        }
        return part;
    }

    /** Largest sets of vectors whose overlaps are all known have a positive semidefinite Gram matrix. */
    private boolean realisable(double[] state, double tolerance) {
        for (List<Integer> known : knownSets) {
            if (!positiveSemidefinite(values(known, state), tolerance)) {
                return false;
            }
        }
        return true;
    }

    /** Sets that together hold every vector. */
    private static List<List<Integer>> knownSets(OverlapPositions gram) {
        int size = gram.vectors().size();
        boolean[] covered = new boolean[size];
        List<List<Integer>> sets = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            if (!covered[i]) {
                List<Integer> known = knownWith(gram, i);
                known.forEach(k -> covered[k] = true);
                sets.add(known);
            }
        }
        return List.copyOf(sets);
    }

    private static List<Integer> knownWith(OverlapPositions gram, int first) {
        List<Integer> chosen = new ArrayList<>();
        if (gram.place(first, first) == OverlapPositions.UNKNOWN) {
            return chosen;
        }
        chosen.add(first);
        for (int j = 0; j < gram.vectors().size(); j++) {
            int candidate = j;
            if (j != first
                    && gram.place(j, j) != OverlapPositions.UNKNOWN
                    && chosen.stream().allMatch(i -> gram.place(i, candidate) != OverlapPositions.UNKNOWN)) {
                chosen.add(j);
            }
        }
        return chosen;
    }

    private double[][] values(List<Integer> chosen, double[] state) {
        double[][] matrix = new double[chosen.size()][chosen.size()];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < matrix.length; j++) {
                int place = gram.place(chosen.get(i), chosen.get(j));
                matrix[i][j] = place >= 0 ? state[place] : constant(chosen.get(i), chosen.get(j));
            }
        }
        return matrix;
    }

    private static boolean positiveSemidefinite(double[][] a, double relative) {
        double[] matrix = new double[a.length * a.length];
        double trace = 0;
        for (int i = 0; i < a.length; i++) {
            System.arraycopy(a[i], 0, matrix, i * a.length, a.length);
            trace += Math.abs(a[i][i]);
        }
        return Cholesky.isPositive(matrix, a.length, relative * (1 + trace));
    }
}
