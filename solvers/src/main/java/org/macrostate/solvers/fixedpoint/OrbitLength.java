package org.macrostate.solvers.fixedpoint;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.macrostate.equations.TimeLimit;
import org.macrostate.solvers.nonlinear.Vector;

/**
 * How many images a state has under a group of exchanges and changes of sign: the order of the group over that of the
 * subgroup that keeps the state. That one is found level by level of the group's chain of stabilisers, by search for a
 * permutation that keeps the state and takes the level's point to each of its images in turn (D. F. Holt, B. Eick and
 * E. A. O'Brien, Handbook of Computational Group Theory, section 4.6). A state is taken for a colouring of the points ±1 … ±n.
 */
final class OrbitLength {
    private static final double SAME = 1e-7;

    /** Partial permutations that are tried for one state. */
    private static final int MOST_TRIED = 20_000;

    private final PermutationGroup group;
    private final int n;

    /** Of each level, the points that what keeps the points up to it moves no longer, and earlier levels still moved. */
    private final List<int[]> settled = new ArrayList<>();

    /** @param generators of a group that acts on states of n elements */
    OrbitLength(List<SignedPermutation> generators, int n) {
        this.n = n;
        this.group = new PermutationGroup(
                generators.stream().map(OrbitLength::ofPoints).toList(), 2 * n);
        boolean[] told = new boolean[2 * n];
        for (int k = 0; k < group.depth(); k++) {
            List<int[]> later = group.generators(k + 1);
            int[] now = IntStream.range(0, 2 * n)
                    .filter(i -> !told[i] && later.stream().allMatch(g -> g[i] == i))
                    .toArray();
            Arrays.stream(now).forEach(i -> told[i] = true);
            settled.add(now);
        }
    }

    /** On points: i is the element i, n + i its opposite. */
    private static int[] ofPoints(SignedPermutation symmetry) {
        int n = symmetry.target().length;
        int[] points = new int[2 * n];
        for (int i = 0; i < n; i++) {
            boolean turned = symmetry.sign()[i] < 0;
            points[i] = symmetry.target()[i] + (turned ? n : 0);
            points[n + i] = symmetry.target()[i] + (turned ? 0 : n);
        }
        return points;
    }

    /** How many symmetries there are. */
    BigInteger order() {
        return group.order();
    }

    /** How many images a state has, itself included; empty where there are more than a long holds or the search is too long. */
    OptionalLong of(double[] state) {
        Search search = keepingSearch(state, SAME);
        BigInteger keeping = BigInteger.ONE;
        for (int k = group.depth() - 1; k >= 0; k--) {
            keeping = keeping.multiply(BigInteger.valueOf(search.orbit(k)));
        }
        BigInteger images = order().divide(keeping);
        return search.isCut() || images.bitLength() > 63 ? OptionalLong.empty() : OptionalLong.of(images.longValue());
    }

    private Search keepingSearch(double[] state, double same) {
        int[] colours = colours(state, same);
        return new Search((i, image) -> colours[i] == colours[image]);
    }

    /** Symmetries that generate what keeps a state; empty where the search is too long. */
    Optional<List<SignedPermutation>> keeping(double[] state) {
        return keeping(state, SAME);
    }

    /** @param same how far values may differ that are taken for one, relative to the state's size */
    Optional<List<SignedPermutation>> keeping(double[] state, double same) {
        Search search = keepingSearch(state, same);
        for (int k = group.depth() - 1; k >= 0; k--) {
            search.orbit(k);
        }
        return search.isCut()
                ? Optional.empty()
                : Optional.of(search.keeping.stream().map(this::ofElements).toList());
    }

    /**
     * A symmetry that takes one state close to another; empty if there is none, or the search is too long.
     *
     * @param distance the most that an element may differ
     * @param cut is told if the search was too long
     */
    Optional<SignedPermutation> between(double[] one, double[] other, double distance, Runnable cut) {
        Search search = new Search((i, image) -> Math.abs(value(other, image) - value(one, i)) <= distance);
        for (int[] start :
                group.depth() == 0 ? List.<int[]>of() : group.images(0).values()) {
            int[] found = search.extended(0, start);
            if (found.length > 0) {
                return Optional.of(ofElements(found));
            }
        }
        if (search.isCut()) {
            cut.run();
        }
        return Vector.distance(one, other) <= distance
                ? Optional.of(ofElements(PermutationGroup.identity(2 * n)))
                : Optional.empty();
    }

    /** Of an element of a state or, from n on, of its opposite. */
    private double value(double[] state, int point) {
        return point < n ? state[point] : -state[point - n];
    }

    private SignedPermutation ofElements(int[] points) {
        int[] target = new int[n];
        int[] sign = new int[n];
        for (int i = 0; i < n; i++) {
            target[i] = points[i] % n;
            sign[i] = points[i] < n ? 1 : -1;
        }
        return new SignedPermutation(target, sign);
    }

    /** Numbers of the values of all elements, then of all opposites; values that differ by no more than rounding have one. */
    private static int[] colours(double[] state, double relative) {
        int length = state.length;
        double same = relative * (1 + Vector.maxNorm(state));
        double[] values = new double[2 * length];
        Arrays.setAll(values, i -> i < length ? state[i] : -state[i - length]);
        List<Integer> order = IntStream.range(0, 2 * length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> values[i]))
                .toList();
        int[] colours = new int[2 * length];
        for (int i = 1; i < 2 * length; i++) {
            boolean next = values[order.get(i)] - values[order.get(i - 1)] > same;
            colours[order.get(i)] = colours[order.get(i - 1)] + (next ? 1 : 0);
        }
        return colours;
    }

    /** Which point may be taken to which. */
    private interface Matching {
        boolean matches(int point, int image);
    }

    /** The search for permutations that take points to such as they may be taken to. Mutable. */
    private final class Search {
        private final Matching matching;
        private final List<int[]> keeping = new ArrayList<>();
        private int tried;

        Search(Matching matching) {
            this.matching = matching;
        }

        boolean isCut() {
            return tried > MOST_TRIED;
        }

        /** To how many points permutations that match and keep the points before a level take the level's point. */
        int orbit(int level) {
            boolean[] reached = new boolean[2 * n];
            boolean[] failed = new boolean[2 * n];
            reached[group.point(level)] = true;
            close(reached);
            int count = 0;
            for (int image : group.images(level).keySet()) {
                if (!reached[image] && !failed[image]) {
                    int[] start = group.images(level).get(image);
                    int[] found = start == null ? new int[0] : extended(level, start);
                    if (found.length > 0) {
                        keeping.add(found);
                        close(reached);
                    } else {
                        failed[image] = true;
                        close(failed);
                    }
                }
                count += reached[image] ? 1 : 0;
            }
            return count;
        }

        /** Points that those found so far lead to belong together. */
        private void close(boolean[] points) {
            for (boolean grows = true; grows; ) {
                grows = false;
                for (int[] permutation : keeping) {
                    for (int i = 0; i < points.length; i++) {
                        if (points[i] && !points[permutation[i]]) {
                            points[permutation[i]] = true;
                            grows = true;
                        }
                    }
                }
            }
        }

        /** A permutation of such points that does what another does up to a level; of no points if there is none. */
        private int[] extended(int level, int[] permutation) {
            tried++;
            TimeLimit.check();
            for (int i : settled.get(level)) {
                if (!matching.matches(i, permutation[i])) {
                    return new int[0];
                }
            }
            if (level == group.depth() - 1) {
                return permutation;
            }
            for (int[] there : group.images(level + 1).values()) {
                int[] found = tried > MOST_TRIED
                        ? new int[0]
                        : extended(level + 1, PermutationGroup.product(there, permutation));
                if (found.length > 0) {
                    return found;
                }
            }
            return new int[0];
        }
    }
}
