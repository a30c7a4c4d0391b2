package org.macrostate.solvers.fixedpoint;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The part of a search that makes use of copies: starts in blocks of a few of them, and states put together from parts.
 * Mutable: one a search.
 */
final class PartSearch {
    private static final int BLOCK_DRAWS = 2;

    /** Times n², of starts in blocks, and of states put together. */
    private static final int MOST_WORK = 8_000_000;

    private final SystemAt system;
    private final PartCombinations combinations;
    private final Roots roots;
    private final Set<String> bounds;
    private final Consumer<double[]> newton;
    private int combined;

    /**
     * A search that adds to others.
     *
     * @param roots that are known
     * @param bounds those that were reached, added to
     * @param newton takes the physical root that a start leads to
     */
    PartSearch(SystemAt system, PhysicalRegion region, Roots roots, Set<String> bounds, Consumer<double[]> newton) {
        this.system = system;
        this.combinations = new PartCombinations(system, region);
        this.roots = roots;
        this.bounds = bounds;
        this.newton = newton;
    }

    /** In small invariant subspaces, where a step costs little. */
    void search(Starts random, int count) {
        searchBlocks(random.blocks());
        combine();
        SymmetricStarts symmetric = random.symmetric();
        for (int i = 0; i < count; i++) {
            newton.accept(symmetric.next());
        }
    }

    /** From blocks of few copies first, of more as long as a bound on the work allows. */
    private void searchBlocks(BlockStarts blocks) {
        int left = most();
        for (int draw = 0; draw < BLOCK_DRAWS; draw++) {
            for (int size = 1; size <= blocks.copies(); size++) {
                List<double[]> starts = blocks.ofSize(size, draw == 0);
                left -= starts.size();
                if (left < 0) {
                    if (draw == 0) {
                        bounds.add("in a system of this size states are looked for in which up to " + (size - 1)
                                + " copies have overlaps with one another, of more copies only where random starts lead:"
                                + " there may be more fixed points");
                    }
                    return;
                }
                starts.forEach(newton);
            }
        }
    }

    /** From states that are put together from parts of those that are known. */
    void combine() {
        roots.all().forEach(root -> combinations.add(root.state()));
        List<double[]> states = combinations.next(most() - combined);
        combined += states.size();
        if (combined >= most()) {
            bounds.add("of the states put together from parts of others, " + most()
                    + " were tried: there may be more fixed points");
        }
        states.forEach(newton);
    }

    private int most() {
        return MOST_WORK / (system.length() * system.length());
    }
}
