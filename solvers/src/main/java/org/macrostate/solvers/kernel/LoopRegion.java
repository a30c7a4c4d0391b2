package org.macrostate.solvers.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The body of a loop: what is computed in it, in order, and the loops inside. The outermost is run once.
 *
 * @param variable of the loop; -1 of the outermost
 * @param known local variables of values by node, and places of tables by {@code ~node}
 */
record LoopRegion(int variable, Optional<LoopRegion> parent, List<Item> items, Map<Integer, Integer> known) {
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
        return new LoopRegion(-1, Optional.empty(), new ArrayList<>(), new HashMap<>());
    }

    LoopRegion inside(int variable) {
        return new LoopRegion(variable, Optional.of(this), new ArrayList<>(), new HashMap<>());
    }

    /** The outermost region around this one, or itself, in which all these variables have values: a bit each. */
    LoopRegion of(long variables) {
        LoopRegion region = this;
        while (region.parent().isPresent() && (variables >> region.variable() & 1) == 0) {
            region = region.parent().get();
        }
        return region;
    }
}
