package org.macrostate.solvers.fixedpoint;

import java.util.ArrayList;
import java.util.List;
import org.macrostate.solvers.nonlinear.Vector;

/**
 * Symmetries that a state may have: products of at most two exchanges of any two copies with at most two changes of sign.
 * More that it has make its invariant subspace smaller still, and are not needed.
 */
final class IsotropyCandidates {
    private static final double SAME = 1e-9;

    private static final int MOST_EXCHANGES = 120;

    /** Products of two are left out where there are more. */
    private static final int MOST_MULTIPLIED = 60;

    /** For systems so small that nothing is gained. */
    static final IsotropyCandidates NONE = new IsotropyCandidates(List.of(), List.of());

    private final List<SignedPermutation> flips;
    private final List<SignedPermutation> exchanges;

    /**
     * @param flips changes of sign
     * @param neighbours exchanges of neighbouring copies
     */
    IsotropyCandidates(List<SignedPermutation> flips, List<SignedPermutation> neighbours) {
        this.flips = withProducts(flips);
        this.exchanges = withProducts(withConjugates(neighbours));
    }

    /** Those that keep a state, up to rounding. */
    List<SignedPermutation> keeping(double[] state) {
        double tolerance = SAME * (1 + Vector.maxNorm(state));
        List<SignedPermutation> keeping = new ArrayList<>();
        flips.stream().filter(flip -> keeps(flip, state, tolerance)).forEach(keeping::add);
        for (SignedPermutation exchange : exchanges) {
            if (keepsModuli(exchange, state, tolerance)) {
                if (keeps(exchange, state, tolerance)) {
                    keeping.add(exchange);
                } else {
                    flips.stream()
                            .map(flip -> product(exchange, flip))
                            .filter(both -> keeps(both, state, tolerance))
                            .findFirst()
                            .ifPresent(keeping::add);
                }
            }
        }
        return keeping;
    }

    private static boolean keeps(SignedPermutation symmetry, double[] state, double tolerance) {
        for (int i = 0; i < state.length; i++) {
            if (!(Math.abs(state[symmetry.target()[i]] - symmetry.sign()[i] * state[i]) <= tolerance)) {
                return false;
            }
        }
        return true;
    }

    private static boolean keepsModuli(SignedPermutation symmetry, double[] state, double tolerance) {
        for (int i = 0; i < state.length; i++) {
            if (!(Math.abs(Math.abs(state[symmetry.target()[i]]) - Math.abs(state[i])) <= tolerance)) {
                return false;
            }
        }
        return true;
    }

    /** Exchanges of any two copies from those of neighbours: (1 3) = (1 2)(2 3)(1 2). */
    private static List<SignedPermutation> withConjugates(List<SignedPermutation> neighbours) {
        List<SignedPermutation> all = new ArrayList<>(neighbours);
        for (int i = 0; i < all.size() && all.size() < MOST_EXCHANGES; i++) {
            for (SignedPermutation by : neighbours) {
                SignedPermutation conjugate = product(product(by, all.get(i)), by);
                if (all.stream().noneMatch(conjugate::isSame)) {
                    all.add(conjugate);
                }
            }
        }
        return all;
    }

    private static List<SignedPermutation> withProducts(List<SignedPermutation> single) {
        List<SignedPermutation> all = new ArrayList<>(single);
        for (int i = 0; i < single.size() && single.size() <= MOST_MULTIPLIED; i++) {
            for (int j = 0; j < i; j++) {
                all.add(product(single.get(i), single.get(j)));
            }
        }
        return all;
    }

    /** The first, then the second. */
    private static SignedPermutation product(SignedPermutation one, SignedPermutation two) {
        int n = one.target().length;
        int[] target = new int[n];
        int[] sign = new int[n];
        for (int i = 0; i < n; i++) {
            target[i] = two.target()[one.target()[i]];
            sign[i] = one.sign()[i] * two.sign()[one.target()[i]];
        }
        return new SignedPermutation(target, sign);
    }
}
