package org.macrostate.solvers.nonlinear;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Sets of unknowns that act on one another, by R. Tarjan's algorithm for strongly connected components (SIAM J. Comput. 1, 146
 * (1972)): in their order a matrix is block triangular, and its eigenvalues are those of the blocks on the diagonal.
 */
final class DecoupledBlocks {
    /** Entries below this part of the largest are taken for zero: less than rounding by any part. */
    private static final double NOTHING = 1e-20;

    private final double[] a;
    private final int n;
    private final double least;
    private final int[] number;
    private final int[] lowest;
    private final boolean[] open;
    private final Deque<Integer> path = new ArrayDeque<>();
    private final List<int[]> blocks = new ArrayList<>();
    private int visited;

    private DecoupledBlocks(double[] a, int n) {
        this.a = a;
        this.n = n;
        this.least = NOTHING * Vector.maxNorm(a);
        this.number = new int[n];
        this.lowest = new int[n];
        this.open = new boolean[n];
    }

    /**
     * The sets, each by rising place; one of all places where all act on all.
     *
     * @param a n·n, row by row, finite; not modified
     */
    static List<int[]> of(double[] a, int n) {
        DecoupledBlocks search = new DecoupledBlocks(a, n);
        for (int i = 0; i < n; i++) {
            if (search.number[i] == 0) {
                search.visit(i);
            }
        }
        return search.blocks;
    }

    /** The block of a matrix that belongs to a set. */
    static double[] block(double[] a, int n, int[] set) {
        double[] block = new double[set.length * set.length];
        for (int i = 0; i < set.length; i++) {
            for (int j = 0; j < set.length; j++) {
                block[i * set.length + j] = a[set[i] * n + set[j]];
            }
        }
        return block;
    }

    /** As deep as there are unknowns on one path: some thousands at most. */
    private void visit(int i) {
        number[i] = ++visited;
        lowest[i] = visited;
        path.push(i);
        open[i] = true;
        for (int j = 0; j < n; j++) {
            if (Math.abs(a[i * n + j]) > least) {
                if (number[j] == 0) {
                    visit(j);
                    lowest[i] = Math.min(lowest[i], lowest[j]);
                } else if (open[j]) {
                    lowest[i] = Math.min(lowest[i], number[j]);
                }
            }
        }
        if (lowest[i] == number[i]) {
            List<Integer> block = new ArrayList<>();
            int last;
            do {
                last = path.pop();
                open[last] = false;
                block.add(last);
            } while (last != i);
            int[] places = block.stream().mapToInt(Integer::intValue).toArray();
            Arrays.sort(places);
            blocks.add(places);
        }
    }
}
