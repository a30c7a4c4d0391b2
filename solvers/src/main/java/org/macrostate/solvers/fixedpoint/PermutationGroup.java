package org.macrostate.solvers.fixedpoint;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.macrostate.equations.TimeLimit;

/**
 * The group that permutations generate, as a chain of stabilisers: the orbit of a point, that of another point under what
 * keeps the first, and so on (the Schreier-Sims algorithm as D. E. Knuth writes it, Combinatorica 11, 33 (1991)). Points
 * are 0 … n−1; a permutation p takes point i to p[i]. Arrays are not to be modified.
 */
final class PermutationGroup {
    private final int n;
    private final List<Level> levels = new ArrayList<>();

    /** A point with its images under what keeps the points of all earlier levels. */
    private static final class Level {
        private final int point;
        private final List<int[]> generators = new ArrayList<>();

        /** Of each image, a permutation that takes the point there. */
        private final Map<Integer, int[]> images = new LinkedHashMap<>();

        Level(int point, int[] identity) {
            this.point = point;
            images.put(point, identity);
        }
    }

    PermutationGroup(Collection<int[]> generators, int n) {
        this.n = n;
        for (int[] generator : generators) {
            if (!contains(0, generator)) {
                extend(0, generator);
            }
        }
    }

    /** How many permutations it has. */
    BigInteger order() {
        BigInteger order = BigInteger.ONE;
        for (Level level : levels) {
            order = order.multiply(BigInteger.valueOf(level.images.size()));
        }
        return order;
    }

    /** How many levels the chain has. */
    int depth() {
        return levels.size();
    }

    /** The point of a level. */
    int point(int level) {
        return levels.get(level).point;
    }

    /** Where what keeps the points of all earlier levels takes the point of this one, with a permutation that does. */
    Map<Integer, int[]> images(int level) {
        return levels.get(level).images;
    }

    /** Generators of what keeps the points of all earlier levels; none from the depth on. */
    List<int[]> generators(int level) {
        return level < levels.size() ? levels.get(level).generators : List.of();
    }

    /** The first, then the second. */
    static int[] product(int[] one, int[] two) {
        int[] product = new int[one.length];
        for (int i = 0; i < product.length; i++) {
            product[i] = two[one[i]];
        }
        return product;
    }

    static int[] identity(int n) {
        int[] identity = new int[n];
        Arrays.setAll(identity, i -> i);
        return identity;
    }

    private static int[] inverse(int[] permutation) {
        int[] inverse = new int[permutation.length];
        for (int i = 0; i < inverse.length; i++) {
            inverse[permutation[i]] = i;
        }
        return inverse;
    }

    /** Whether what keeps the points before a level holds a permutation that keeps them. */
    private boolean contains(int from, int[] permutation) {
        int[] left = permutation;
        for (int k = from; k < levels.size(); k++) {
            int[] there = levels.get(k).images.get(left[levels.get(k).point]);
            if (there == null) {
                return false;
            }
            left = product(left, inverse(there));
        }
        return firstMoved(left) < 0;
    }

    private static int firstMoved(int[] permutation) {
        for (int i = 0; i < permutation.length; i++) {
            if (permutation[i] != i) {
                return i;
            }
        }
        return -1;
    }

    /** With one more generator of a level, which keeps the points before it. */
    private void extend(int at, int[] generator) {
        if (at == levels.size()) {
            levels.add(new Level(firstMoved(generator), identity(n)));
        }
        Level level = levels.get(at);
        level.generators.add(generator);
        for (int[] there : List.copyOf(level.images.values())) {
            take(at, product(there, generator));
        }
    }

    /** Takes a product of generators of a level: either it leads to a new image, or what is left keeps the point. */
    private void take(int at, int[] permutation) {
        TimeLimit.check();
        Level level = levels.get(at);
        int image = permutation[level.point];
        int[] there = level.images.get(image);
        if (there == null) {
            level.images.put(image, permutation);
            for (int[] generator : List.copyOf(level.generators)) {
                take(at, product(permutation, generator));
            }
            return;
        }
        int[] left = product(permutation, inverse(there));
        if (!contains(at + 1, left)) {
            extend(at + 1, left);
        }
    }
}
