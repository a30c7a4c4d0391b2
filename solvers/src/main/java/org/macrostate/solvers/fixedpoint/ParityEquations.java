package org.macrostate.solvers.fixedpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Linear equations modulo 2 in at most 62 unknowns, bits of a number: which of them are odd. Immutable. */
final class ParityEquations {
    /** The most unknowns. */
    static final int MOST = 62;

    private static final long RIGHT = 1L << 63;

    /** Reduced row echelon form: each row has a lowest bit that no other row has. */
    private final List<Long> rows;

    private ParityEquations(List<Long> rows) {
        this.rows = rows;
    }

    /**
     * Sums of unknowns that are even or odd.
     *
     * @param sums one a number: bits of the unknowns that are added, as {@link #equation} makes them
     * @return empty if they contradict one another
     */
    static Optional<ParityEquations> of(Iterable<Long> sums) {
        List<Long> rows = new ArrayList<>();
        for (long sum : sums) {
            long left = sum;
            for (long row : rows) {
                if ((left & pivot(row)) != 0) {
                    left ^= row;
                }
            }
            if (left == RIGHT) {
                return Optional.empty();
            }
            if (left != 0) {
                long added = left;
                rows.replaceAll(row -> (row & pivot(added)) != 0 ? row ^ added : row);
                rows.add(added);
            }
        }
        return Optional.of(new ParityEquations(List.copyOf(rows)));
    }

    /** The sum of unknowns is odd or even. */
    static long equation(long unknowns, boolean odd) {
        return odd ? unknowns | RIGHT : unknowns;
    }

    private static long pivot(long row) {
        return Long.lowestOneBit(row);
    }

    /** The solution in which unknowns that are free are even. */
    long solution() {
        long odd = 0;
        for (long row : rows) {
            odd |= (row & RIGHT) != 0 ? pivot(row) : 0;
        }
        return odd;
    }

    /** A basis of the solutions of the equations with even sums, in unknowns 0 … count − 1. */
    List<Long> even(int count) {
        List<Long> basis = new ArrayList<>();
        long pivots = rows.stream().mapToLong(ParityEquations::pivot).reduce(0, (a, b) -> a | b);
        for (int k = 0; k < count; k++) {
            long free = 1L << k;
            if ((pivots & free) == 0) {
                long solution = free;
                for (long row : rows) {
                    solution |= (row & free) != 0 ? pivot(row) : 0;
                }
                basis.add(solution);
            }
        }
        return basis;
    }
}
