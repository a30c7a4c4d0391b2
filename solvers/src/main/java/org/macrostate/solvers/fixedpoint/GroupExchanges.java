package org.macrostate.solvers.fixedpoint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.macrostate.equations.derive.StateVariable;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.graph.StateLayout;
import org.macrostate.equations.model.Declaration;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Index;

/**
 * Exchanges of neighbouring copies where families have two indices, {@code w[l,k]}: of groups, l with l + 1; of members, k with
 * k + 1, in all groups; and of members in one group alone. Families with one index that runs as far take part, or do not.
 */
final class GroupExchanges {
    private final BoundSystem bound;
    private final StateLayout layout;
    private final List<SignedPermutation> candidates = new ArrayList<>();

    private GroupExchanges(BoundSystem bound) {
        this.bound = bound;
        this.layout = bound.state();
    }

    /** None where no family has two indices. */
    static List<SignedPermutation> of(BoundSystem bound) {
        GroupExchanges exchanges = new GroupExchanges(bound);
        TreeSet<Expression> groups = new TreeSet<>();
        TreeSet<Expression> members = new TreeSet<>();
        for (Declaration.Vectors family : bound.system().problem().vectors()) {
            if (family.copies().size() == 2) {
                groups.add(family.copies().get(0));
                members.add(family.copies().get(1));
            }
        }
        groups.forEach(extent -> exchanges.all(extent, 0));
        members.forEach(extent -> exchanges.all(extent, 1));
        int most = groups.stream().mapToInt(bound.sizes()::of).max().orElse(0);
        for (int group = 1; group <= most; group++) {
            for (Expression extent : members) {
                for (int copy = 1; copy < bound.sizes().of(extent); copy++) {
                    exchanges.add(new Exchange(extent, copy, 1, false, group));
                }
            }
        }
        return exchanges.candidates;
    }

    private void all(Expression extent, int position) {
        for (int copy = 1; copy < bound.sizes().of(extent); copy++) {
            add(new Exchange(extent, copy, position, true, 0));
            add(new Exchange(extent, copy, position, false, 0));
        }
    }

    /**
     * One exchange of a copy with the next.
     *
     * @param position of the index of two, 0 or 1
     * @param single whether the index of a family with one, of the same extent, is exchanged too
     * @param group the first index where the exchange happens; 0 everywhere
     */
    private record Exchange(Expression extent, int copy, int position, boolean single, int group) {
        /** Exchanges in the places of one vector, or of a scalar. */
        void in(List<Index> indices, List<Integer> places) {
            int moved = indices.size() == 2 ? position : single ? 0 : -1;
            if (moved < 0
                    || moved >= indices.size()
                    || !indices.get(moved).extent().equals(extent)
                    || group > 0 && places.get(0) != group) {
                return;
            }
            int place = places.get(moved);
            if (place == copy || place == copy + 1) {
                places.set(moved, 2 * copy + 1 - place);
            }
        }
    }

    private void add(Exchange exchange) {
        candidate(exchange)
                .filter(one -> candidates.stream().noneMatch(other -> Arrays.equals(one.target(), other.target())))
                .ifPresent(candidates::add);
    }

    /** Empty if blocks are exchanged of which one has no share of an overlap. */
    private Optional<SignedPermutation> candidate(Exchange exchange) {
        int n = layout.length();
        int[] target = new int[n];
        int[] sign = new int[n];
        Arrays.fill(sign, 1);
        for (int e = 0; e < n; e++) {
            StateLayout.Element element = layout.elements().get(e);
            StateVariable variable = element.variable();
            List<Integer> places = new ArrayList<>(element.places());
            int first = variable.blockPlaces();
            int split = variable.firstOfRight();
            exchange.in(variable.indices().subList(first, split), places.subList(first, split));
            exchange.in(variable.indices().subList(split, places.size()), places.subList(split, places.size()));
            if (layout.isAbsent(variable.name(), places)) {
                return Optional.empty();
            }
            target[e] = layout.position(variable.name(), places);
        }
        return Optional.of(new SignedPermutation(target, sign));
    }
}
