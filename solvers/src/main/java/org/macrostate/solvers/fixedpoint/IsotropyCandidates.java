package org.macrostate.solvers.fixedpoint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.macrostate.solvers.nonlinear.Vector;

/**
 * Symmetries that a state may have: any product of changes of sign, and products of at most two exchanges of any two copies
 * with such a product. More that it has make its invariant subspace smaller still, and are not needed.
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

    /** The changes of sign that each element takes part in, by bits. */
    private final long[] turnedBy;

    /**
     * @param flips changes of sign
     * @param neighbours exchanges of neighbouring copies
     */
    IsotropyCandidates(List<SignedPermutation> flips, List<SignedPermutation> neighbours) {
        this.flips = flips.subList(0, Math.min(flips.size(), ParityEquations.MOST));
        this.exchanges = withProducts(withConjugates(neighbours));
        this.turnedBy = new long[flips.isEmpty() ? 0 : flips.get(0).sign().length];
        for (int k = 0; k < this.flips.size(); k++) {
            for (int i = 0; i < turnedBy.length; i++) {
                turnedBy[i] |= this.flips.get(k).sign()[i] < 0 ? 1L << k : 0;
            }
        }
    }

    /** Those that keep a state, up to rounding. */
    List<SignedPermutation> keeping(double[] state) {
        double tolerance = SAME * (1 + Vector.maxNorm(state));
        List<SignedPermutation> keeping = new ArrayList<>(kept(state, tolerance));
        for (SignedPermutation exchange : exchanges) {
            if (keepsModuli(exchange, state, tolerance)) {
                turned(exchange, state, tolerance).ifPresent(keeping::add);
            }
        }
        return keeping;
    }

    /** A basis of the changes of sign that keep a state: no element that is not zero changes its own. */
    private List<SignedPermutation> kept(double[] state, double tolerance) {
        Set<Long> sums = new LinkedHashSet<>();
        for (int i = 0; i < turnedBy.length; i++) {
            if (Math.abs(state[i]) > tolerance) {
                sums.add(turnedBy[i]);
            }
        }
        return ParityEquations.of(sums).stream()
                .flatMap(equations -> equations.even(flips.size()).stream())
                .map(chosen -> flip(chosen, state.length))
                .toList();
    }

    /** An exchange with changes of sign after it that make it keep a state; empty if none do. */
    private Optional<SignedPermutation> turned(SignedPermutation exchange, double[] state, double tolerance) {
        Set<Long> sums = new LinkedHashSet<>();
        for (int i = 0; i < state.length; i++) {
            if (Math.abs(state[i]) > tolerance) {
                int to = exchange.target()[i];
                boolean opposite = exchange.sign()[i] * state[i] * state[to] < 0;
                sums.add(ParityEquations.equation(turnedBy.length == 0 ? 0 : turnedBy[to], opposite));
            }
        }
        return ParityEquations.of(sums)
                .map(equations -> product(exchange, flip(equations.solution(), state.length)))
                .filter(both -> keeps(both, state, tolerance));
    }

    /** The product of the changes of sign that are chosen by bits. */
    private SignedPermutation flip(long chosen, int n) {
        int[] target = new int[n];
        int[] sign = new int[n];
        Arrays.setAll(target, i -> i);
        Arrays.setAll(sign, i -> turnedBy.length > 0 && Long.bitCount(turnedBy[i] & chosen) % 2 == 1 ? -1 : 1);
        return new SignedPermutation(target, sign);
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
