package org.macrostate.equations.threshold;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The strongly connected components of a matrix's sparsity pattern (Kosaraju, with its own stack): in a suitable order
 * the matrix is block-triangular with these diagonal blocks, so that its eigenvalues are theirs.
 */
final class IrreducibleBlocks {
    private final List<? extends Collection<Integer>> rows;
    private final boolean[] seen;

    private IrreducibleBlocks(List<? extends Collection<Integer>> rows) {
        this.rows = rows;
        this.seen = new boolean[rows.size()];
    }

    /**
     * The blocks, each in increasing order, ordered by their first elements.
     *
     * @param rows for each row, the columns of its entries that are not zero
     */
    static List<List<Integer>> of(List<? extends Collection<Integer>> rows) {
        IrreducibleBlocks forward = new IrreducibleBlocks(rows);
        List<Integer> finished = new ArrayList<>();
        IntStream.range(0, rows.size()).forEach(i -> finished.addAll(forward.reachable(i)));

        List<List<Integer>> columns = new ArrayList<>();
        rows.forEach(row -> columns.add(new ArrayList<>()));
        IntStream.range(0, rows.size())
                .forEach(i -> rows.get(i).forEach(j -> columns.get(j).add(i)));
        IrreducibleBlocks backward = new IrreducibleBlocks(columns);
        List<List<Integer>> blocks = new ArrayList<>();
        for (int k = finished.size() - 1; k >= 0; k--) {
            List<Integer> block = backward.reachable(finished.get(k));
            if (!block.isEmpty()) {
                blocks.add(block.stream().sorted().toList());
            }
        }
        blocks.sort((a, b) -> Integer.compare(a.get(0), b.get(0)));
        return blocks;
    }

    /** What can be reached from {@code start} and was not seen before, in the order in which the search leaves it. */
    private List<Integer> reachable(int start) {
        List<Integer> order = new ArrayList<>();
        if (seen[start]) {
            return order;
        }
        List<Integer> path = new ArrayList<>(List.of(start));
        List<java.util.Iterator<Integer>> open =
                new ArrayList<>(List.of(rows.get(start).iterator()));
        seen[start] = true;
        while (!path.isEmpty()) {
            int top = path.size() - 1;
            java.util.Iterator<Integer> next = open.get(top);
            if (next.hasNext()) {
                int j = next.next();
                if (!seen[j]) {
                    seen[j] = true;
                    path.add(j);
                    open.add(rows.get(j).iterator());
                }
            } else {
                order.add(path.remove(top));
                open.remove(top);
            }
        }
        return order;
    }
}
