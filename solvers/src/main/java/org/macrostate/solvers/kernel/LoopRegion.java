package org.macrostate.solvers.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The body of a loop: what is computed in it, in order, and the loops inside. The outermost is run once. */
final class LoopRegion {
    private final int variable;
    private final Optional<LoopRegion> parent;
    private final List<Item> items = new ArrayList<>();
    private final Set<Integer> known = new HashSet<>();
    private final Map<Integer, Integer> tables = new HashMap<>();
    private final Map<Integer, Integer> places = new HashMap<>();

    private LoopRegion(int variable, Optional<LoopRegion> parent) {
        this.variable = variable;
        this.parent = parent;
    }

    /**
     * Computes a node, or a sum by a loop, or the values of a node at all values of a variable.
     *
     * @param loop of the sum or the table
     * @param table place of the table's first value; -1 if there is no table
     */
    record Item(int node, Optional<LoopRegion> loop, int table) {
        boolean isTable() {
            return table >= 0 && loop.isPresent();
        }
    }

    static LoopRegion outermost() {
        return new LoopRegion(-1, Optional.empty());
    }

    LoopRegion inside(int inner) {
        return new LoopRegion(inner, Optional.of(this));
    }

    /** Of the loop; -1 of the outermost. */
    int variable() {
        return variable;
    }

    Optional<LoopRegion> parent() {
        return parent;
    }

    List<Item> items() {
        return items;
    }

    /** Nodes that are computed here. */
    Set<Integer> known() {
        return known;
    }

    /** Where tables of nodes begin that are filled here. */
    Map<Integer, Integer> tables() {
        return tables;
    }

    /** Where values are kept in {@code work} that more than one method needs. */
    Map<Integer, Integer> places() {
        return places;
    }

    /** The outermost region around this one, or itself, in which all these variables have values: a bit each. */
    LoopRegion of(long variables) {
        LoopRegion region = this;
        while (region.parent.isPresent() && (variables >> region.variable & 1) == 0) {
            region = region.parent.get();
        }
        return region;
    }

    /** The region around this one, or itself, that computes a node. */
    LoopRegion knowing(int node) {
        LoopRegion region = this;
        while (!region.known.contains(node)) {
            region = region.parent.orElseThrow();
        }
        return region;
    }

    /** From the outermost to this one. */
    List<LoopRegion> chain() {
        List<LoopRegion> chain = new ArrayList<>(parent.map(LoopRegion::chain).orElse(List.of()));
        chain.add(this);
        return chain;
    }
}
