package org.macrostate.solvers.fixedpoint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.macrostate.equations.graph.BoundSystem;

/**
 * Exchanges of the elements of a small stated flow, whose names say nothing of which are alike: of two elements, with
 * both, one or no sign turned, and of two pairs at once.
 */
final class StatedExchanges {
    private static final int MOST = 10;

    private StatedExchanges() {}

    /**
     * Generators among them: what others generate is left out. None where vectors are overlapped, or of more than ten
     * elements.
     *
     * @param holds whether an exchange is a symmetry of the equations
     */
    static List<SignedPermutation> of(BoundSystem bound, Predicate<SignedPermutation> holds) {
        int n = bound.state().length();
        boolean stated =
                bound.state().elements().stream().noneMatch(e -> e.variable().isOverlap());
        List<SignedPermutation> found = new ArrayList<>();
        if (!stated || n > MOST) {
            return found;
        }
        int[] alike = new int[n];
        Arrays.setAll(alike, i -> i);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                if (alike[i] != alike[j] && add(exchange(n, 1, 1, i, j), holds, found)) {
                    int joined = alike[i];
                    int with = alike[j];
                    Arrays.setAll(alike, k -> alike[k] == joined ? with : alike[k]);
                }
            }
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                if (alike[i] != alike[j]) {
                    add(exchange(n, -1, -1, i, j), holds, found);
                    add(exchange(n, 1, -1, i, j), holds, found);
                    pairs(n, i, j, alike, holds, found);
                }
            }
        }
        return found;
    }

    /** Two pairs at once, of elements that are not alike. */
    private static void pairs(
            int n, int i, int j, int[] alike, Predicate<SignedPermutation> holds, List<SignedPermutation> found) {
        for (int k = 0; k < i; k++) {
            for (int l = 0; l < n; l++) {
                if (l != k && l != i && l != j && k != j && l < i && alike[k] != alike[l] && l < k) {
                    add(exchange(n, 1, 1, i, j, k, l), holds, found);
                    add(exchange(n, 1, 1, i, j, l, k), holds, found);
                }
            }
        }
    }

    private static boolean add(
            SignedPermutation candidate, Predicate<SignedPermutation> holds, List<SignedPermutation> found) {
        boolean symmetric = found.stream()
                        .noneMatch(f -> Arrays.equals(f.target(), candidate.target())
                                && Arrays.equals(f.sign(), candidate.sign()))
                && holds.test(candidate);
        if (symmetric) {
            found.add(candidate);
        }
        return symmetric;
    }

    private static SignedPermutation exchange(int n, int one, int other, int... pairs) {
        int[] target = new int[n];
        int[] sign = new int[n];
        Arrays.setAll(target, i -> i);
        Arrays.fill(sign, 1);
        for (int p = 0; p < pairs.length; p += 2) {
            target[pairs[p]] = pairs[p + 1];
            target[pairs[p + 1]] = pairs[p];
            sign[pairs[p]] = one;
            sign[pairs[p + 1]] = other;
        }
        return new SignedPermutation(target, sign);
    }
}
