package org.macrostate.solvers.fixedpoint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.graph.StateLayout;
import org.macrostate.equations.tensor.Expression;

/**
 * Candidates of a stated flow whose copies stand on a line or a ring: turning the sign of whole families, the reflection and the
 * rotation of places, and the reflection with signs turned.
 */
final class LineSymmetries {
    /** Families of which every choice is tried. */
    private static final int FEW = 4;

    private LineSymmetries() {}

    /** Changes of sign of whole families; none where vectors are overlapped. */
    static List<SignedPermutation> signs(BoundSystem bound) {
        List<SignedPermutation> candidates = new ArrayList<>();
        if (!isStated(bound)) {
            return candidates;
        }
        StateLayout layout = bound.state();
        List<String> families = families(layout);
        int choices = families.size() <= FEW ? (1 << families.size()) - 1 : 1;
        for (int mask = choices; mask > 0; mask--) {
            int[] sign = new int[layout.length()];
            for (int e = 0; e < sign.length; e++) {
                int family =
                        families.indexOf(layout.elements().get(e).variable().name());
                boolean turned = families.size() > FEW || (mask >> family & 1) == 1;
                sign[e] = turned ? -1 : 1;
            }
            candidates.add(new SignedPermutation(PermutationGroup.identity(layout.length()), sign));
        }
        return candidates;
    }

    /**
     * Generators among reflections and rotations of places; none where vectors are overlapped.
     *
     * @param holds whether one is a symmetry of the equations
     */
    static List<SignedPermutation> moves(BoundSystem bound, Predicate<SignedPermutation> holds) {
        List<SignedPermutation> found = new ArrayList<>();
        if (!isStated(bound)) {
            return found;
        }
        TreeSet<Expression> extents = new TreeSet<>();
        bound.state().elements().forEach(e -> e.variable().indices().forEach(i -> extents.add(i.extent())));
        for (Expression extent : extents) {
            int count = bound.sizes().of(extent);
            if (count < 2) {
                continue;
            }
            SignedPermutation reflected = moved(bound.state(), extent, place -> count + 1 - place, 1);
            SignedPermutation turned = moved(bound.state(), extent, place -> count + 1 - place, -1);
            if (holds.test(reflected)) {
                found.add(reflected);
            } else if (holds.test(turned)) {
                found.add(turned);
            }
            SignedPermutation rotated = moved(bound.state(), extent, place -> place % count + 1, 1);
            if (count > 2 && holds.test(rotated)) {
                found.add(rotated);
            }
        }
        return found;
    }

    private static boolean isStated(BoundSystem bound) {
        return bound.state().elements().stream().noneMatch(e -> e.variable().isOverlap());
    }

    private static List<String> families(StateLayout layout) {
        return layout.elements().stream()
                .map(e -> e.variable().name())
                .distinct()
                .toList();
    }

    private static SignedPermutation moved(StateLayout layout, Expression extent, IntUnaryOperator move, int signs) {
        int n = layout.length();
        int[] target = new int[n];
        int[] sign = new int[n];
        Arrays.fill(sign, signs);
        for (int e = 0; e < n; e++) {
            StateLayout.Element element = layout.elements().get(e);
            List<Integer> places = new ArrayList<>(element.places());
            for (int i = 0; i < places.size(); i++) {
                if (element.variable().indices().get(i).extent().equals(extent)) {
                    places.set(i, move.applyAsInt(places.get(i)));
                }
            }
            target[e] = layout.position(element.variable().name(), places);
        }
        return new SignedPermutation(target, sign);
    }
}
