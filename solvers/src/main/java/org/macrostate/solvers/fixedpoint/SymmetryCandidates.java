package org.macrostate.solvers.fixedpoint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.graph.StateLayout;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Index;

/** Changes of sign and exchanges of copies that follow from the layout of a state and may be symmetries of its equations. */
final class SymmetryCandidates {
    private static final int ALL_SIGNS = 10;

    private SymmetryCandidates() {}

    /** Changes of sign: any of few elements; else of vectors, single ones or those with the same copy number. */
    static List<SignedPermutation> signs(BoundSystem bound) {
        int n = bound.state().length();
        List<SignedPermutation> candidates = new ArrayList<>();
        if (n <= ALL_SIGNS) {
            for (int mask = 1; mask < 1 << n; mask++) {
                int[] sign = new int[n];
                for (int i = 0; i < n; i++) {
                    sign[i] = (mask >> i & 1) == 1 ? -1 : 1;
                }
                candidates.add(new SignedPermutation(PermutationGroup.identity(n), sign));
            }
            return candidates;
        }
        candidates.addAll(LineSymmetries.signs(bound));
        for (List<FamilyVector> flipped : flips(new OverlapPositions(bound))) {
            candidates.add(flip(new OverlapPositions(bound), flipped, n));
        }
        return candidates;
    }

    /** Sets of vectors to turn round together: single ones, and those with the same copy number. */
    private static List<List<FamilyVector>> flips(OverlapPositions gram) {
        List<List<FamilyVector>> sets = new ArrayList<>();
        gram.vectors().stream()
                .filter(v -> v.block() <= 1)
                .forEach(v -> sets.add(
                        gram.vectors().stream().filter(v::isOfSameVector).toList()));
        for (int copy :
                new TreeSet<>(gram.vectors().stream().map(FamilyVector::copy).toList())) {
            sets.add(gram.vectors().stream()
                    .filter(v -> v.trained() && v.copy() == copy)
                    .toList());
            sets.add(gram.vectors().stream().filter(v -> v.copy() == copy).toList());
        }
        return sets;
    }

    private static SignedPermutation flip(OverlapPositions gram, List<FamilyVector> flipped, int n) {
        int[] sign = new int[n];
        Arrays.fill(sign, 1);
        for (int i = 0; i < gram.vectors().size(); i++) {
            for (int j = 0; j <= i; j++) {
                boolean one = flipped.contains(gram.vectors().get(i));
                boolean other = flipped.contains(gram.vectors().get(j));
                if (one != other && gram.place(i, j) >= 0) {
                    sign[gram.place(i, j)] = -1;
                }
            }
        }
        return new SignedPermutation(PermutationGroup.identity(n), sign);
    }

    /** Neighbouring copies exchanged in all indices that run equally far by the same size, and in one of two indices. */
    static List<SignedPermutation> exchanges(BoundSystem bound) {
        List<SignedPermutation> candidates = new ArrayList<>(GroupExchanges.of(bound));
        StateLayout layout = bound.state();
        TreeSet<Expression> extents = new TreeSet<>();
        layout.elements().forEach(e -> e.variable().indices().forEach(i -> extents.add(i.extent())));
        for (Expression extent : extents) {
            for (int k = 1; k < bound.sizes().of(extent); k++) {
                exchange(layout, extent, k).ifPresent(candidates::add);
            }
        }
        return candidates;
    }

    /** Empty if blocks are exchanged of which one has no share of an overlap. */
    private static Optional<SignedPermutation> exchange(StateLayout layout, Expression extent, int copy) {
        int n = layout.length();
        int[] target = new int[n];
        int[] sign = new int[n];
        Arrays.fill(sign, 1);
        for (int e = 0; e < n; e++) {
            StateLayout.Element element = layout.elements().get(e);
            List<Integer> places = new ArrayList<>(element.places());
            for (int i = 0; i < places.size(); i++) {
                Index index = element.variable().indices().get(i);
                int place = places.get(i);
                if (index.extent().equals(extent) && (place == copy || place == copy + 1)) {
                    places.set(i, 2 * copy + 1 - place);
                }
            }
            if (layout.isAbsent(element.variable().name(), places)) {
                return Optional.empty();
            }
            target[e] = layout.position(element.variable().name(), places);
        }
        return Optional.of(new SignedPermutation(target, sign));
    }
}
