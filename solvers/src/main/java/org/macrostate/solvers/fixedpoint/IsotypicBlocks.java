package org.macrostate.solvers.fixedpoint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.macrostate.solvers.nonlinear.SymmetricModes;
import org.macrostate.solvers.nonlinear.Vector;

/**
 * Coordinates in which matrices that commute with symmetries are block-diagonal, each block as often as the irreducible
 * representation it belongs to has dimensions (Golubitsky, Stewart and Schaeffer, "Singularities and Groups in Bifurcation
 * Theory II", section XII.2). Irreducible subspaces are the eigenspaces of a symmetric commuting matrix in general position; the
 * block between two of these is a multiple of an orthogonal matrix, by Schur's lemma, which aligns them. Representations that
 * are not of real type, and what a second commuting matrix does not confirm, stay together in one block.
 */
final class IsotypicBlocks {
    private static final double EQUAL = 1e-9;
    private static final double ZERO = 1e-10;
    private static final double CONFIRMED = 1e-8;
    private static final double FIRST = 1.0;
    private static final double SECOND = Math.sqrt(2);
    private static final double THIRD = Math.sqrt(3);

    private final List<Block> blocks;

    /**
     * A block.
     *
     * @param rows orthonormal, one an unknown of the block, of n numbers each; not to be modified
     * @param times how often the block occurs
     */
    record Block(double[][] rows, int times) {
        /** Of a commuting matrix, row by row. */
        double[] of(double[] matrix) {
            int m = rows.length;
            double[] block = new double[m * m];
            for (int j = 0; j < m; j++) {
                double[] image = Vector.times(matrix, rows[j]);
                for (int i = 0; i < m; i++) {
                    block[i * m + j] = Vector.dot(rows[i], image);
                }
            }
            return block;
        }
    }

    private IsotypicBlocks(List<Block> blocks) {
        this.blocks = List.copyOf(blocks);
    }

    List<Block> all() {
        return blocks;
    }

    static IsotypicBlocks of(PairOrbits pairs) {
        int n = pairs.n();
        List<double[][]> spaces = irreducible(pairs);
        double[] second = pairs.generic(SECOND);
        double[] third = pairs.generic(THIRD);
        boolean[] used = new boolean[spaces.size()];
        List<Block> blocks = new ArrayList<>();
        for (int a = 0; a < spaces.size(); a++) {
            if (!used[a]) {
                List<double[][]> alike = new ArrayList<>();
                alike.add(spaces.get(a));
                for (int b = a + 1; b < spaces.size(); b++) {
                    double[][] between = between(spaces.get(a), second, spaces.get(b));
                    if (!used[b] && size(between) > ZERO * Vector.maxNorm(second)) {
                        used[b] = true;
                        alike.add(aligned(between, spaces.get(b)));
                    }
                }
                blocks.add(block(alike, third));
            }
        }
        return confirmed(blocks, third, n) ? new IsotypicBlocks(blocks) : whole(n);
    }

    private static IsotypicBlocks whole(int n) {
        double[][] axes = new double[n][n];
        for (int i = 0; i < n; i++) {
            axes[i][i] = 1;
        }
        return new IsotypicBlocks(List.of(new Block(axes, 1)));
    }

    /** Eigenspaces of a symmetric commuting matrix. */
    private static List<double[][]> irreducible(PairOrbits pairs) {
        int n = pairs.n();
        double[] generic = pairs.generic(FIRST);
        double[] symmetric = Vector.moved(generic, 1, Vector.transposed(generic, n));
        SymmetricModes modes = SymmetricModes.of(symmetric, n);
        double same = EQUAL * Math.max(1, Vector.maxNorm(modes.values()));
        List<double[][]> spaces = new ArrayList<>();
        for (int i = 0; i < n; ) {
            int next = i + 1;
            while (next < n && modes.values()[next - 1] - modes.values()[next] <= same) {
                next++;
            }
            spaces.add(Arrays.copyOfRange(modes.vectors(), i, next));
            i = next;
        }
        return spaces;
    }

    /** Entries ⟨a_i, T b_j⟩; none where dimensions differ. */
    private static double[][] between(double[][] one, double[] matrix, double[][] other) {
        if (one.length != other.length) {
            return new double[0][0];
        }
        return product(one, matrix, other);
    }

    private static double[][] product(double[][] one, double[] matrix, double[][] other) {
        double[][] product = new double[one.length][other.length];
        for (int j = 0; j < other.length; j++) {
            double[] image = Vector.times(matrix, other[j]);
            for (int i = 0; i < one.length; i++) {
                product[i][j] = Vector.dot(one[i], image);
            }
        }
        return product;
    }

    private static double size(double[][] matrix) {
        double size = 0;
        for (double[] row : matrix) {
            size = Math.max(size, Vector.maxNorm(row));
        }
        return size;
    }

    /** A basis in which what lies between is a multiple of one. */
    private static double[][] aligned(double[][] between, double[][] basis) {
        double length = Vector.norm(between[0]);
        double[][] aligned = new double[basis.length][];
        for (int i = 0; i < basis.length; i++) {
            double[] vector = new double[basis[0].length];
            for (int j = 0; j < basis.length; j++) {
                vector = Vector.moved(vector, between[i][j] / length, basis[j]);
            }
            aligned[i] = vector;
        }
        return aligned;
    }

    /** One block as often as subspaces have dimensions, if a commuting matrix is of this form; else all of them together. */
    private static Block block(List<double[][]> alike, double[] commuting) {
        int times = alike.get(0).length;
        double allowed = CONFIRMED * Math.max(1, Vector.maxNorm(commuting));
        boolean isReal = true;
        for (double[][] one : alike) {
            for (double[][] other : alike) {
                double[][] between = product(one, commuting, other);
                for (int i = 0; i < times; i++) {
                    for (int j = 0; j < times; j++) {
                        double expected = i == j ? between[0][0] : 0;
                        isReal &= Math.abs(between[i][j] - expected) <= allowed;
                    }
                }
            }
        }
        return isReal
                ? new Block(alike.stream().map(space -> space[0]).toArray(double[][]::new), times)
                : new Block(alike.stream().flatMap(Arrays::stream).toArray(double[][]::new), 1);
    }

    /** Whether blocks fill the space and a commuting matrix has no entries between them. */
    private static boolean confirmed(List<Block> blocks, double[] commuting, int n) {
        int dimension = blocks.stream()
                .mapToInt(block -> block.rows().length * block.times())
                .sum();
        double allowed = CONFIRMED * Math.max(1, Vector.maxNorm(commuting));
        boolean apart = dimension == n;
        for (int i = 0; i < blocks.size(); i++) {
            for (int j = 0; j < blocks.size(); j++) {
                apart &= i == j
                        || size(product(
                                        blocks.get(i).rows(),
                                        commuting,
                                        blocks.get(j).rows()))
                                <= allowed;
            }
        }
        return apart;
    }
}
