package org.macrostate.equations.graph;

import java.util.Arrays;
import java.util.List;

/**
 * The largest sum of elements of a matrix of which no two stand in one row or column, and which are as many as there can be:
 * the assignment problem, by shortest augmenting paths with potentials in O(n³) operations (R. Jonker and A. Volgenant,
 * Computing 38, 325, 1987; the method is H. W. Kuhn's and J. Munkres'). Operands: the elements, row by row.
 */
record BestPairing(int rows, int columns) implements MultivariateFunction {
    private static final int FREE = -1;

    @Override
    public String name() {
        return "BestPairing of " + rows + " rows and " + columns + " columns";
    }

    @Override
    public int operands() {
        return rows * columns;
    }

    @Override
    public MultivariateFunction.Evaluation evaluation(ProgramCompiler programs) {
        return this::value;
    }

    private double value(double[] matrix) {
        int[] partners = partners(matrix);
        double total = 0;
        for (int i = 0; i < rows; i++) {
            if (partners[i] != FREE) {
                total += matrix[i * columns + partners[i]];
            }
        }
        return total;
    }

    /** One where the pairing has this element, else zero: the derivative wherever the best pairing is the only one. */
    @Override
    public int derivative(ExpressionGraph graph, List<Integer> operands, int i) {
        return graph.call(new Chosen(new ChosenElements(this), i), operands);
    }

    /** The column of each row, or {@link #FREE}; without one if an element is not a number. */
    int[] partners(double[] matrix) {
        int[] partners = new int[rows];
        Arrays.fill(partners, FREE);
        boolean tall = rows > columns;
        int[] rowOf = tall ? assigned(matrix, columns, rows, true) : assigned(matrix, rows, columns, false);
        for (int j = 0; j < rowOf.length; j++) {
            if (rowOf[j] != FREE) {
                partners[tall ? j : rowOf[j]] = tall ? rowOf[j] : j;
            }
        }
        return partners;
    }

    /** Of each of the more numerous ones, its partner among the fewer. */
    private int[] assigned(double[] matrix, int fewer, int more, boolean transposed) {
        double[] u = new double[fewer];
        double[] v = new double[more];
        int[] partner = new int[more];
        Arrays.fill(partner, FREE);
        int[] before = new int[more];
        double[] distance = new double[more];
        boolean[] done = new boolean[more];
        for (int root = 0; root < fewer; root++) {
            Arrays.fill(distance, Double.POSITIVE_INFINITY);
            Arrays.fill(done, false);
            Arrays.fill(before, FREE);
            int row = root;
            int column = FREE;
            double reached = 0;
            while (row != FREE) {
                int next = FREE;
                for (int j = 0; j < more; j++) {
                    if (!done[j]) {
                        double cost = -(transposed ? matrix[j * columns + row] : matrix[row * columns + j]);
                        double length = reached + cost - u[row] - v[j];
                        if (length < distance[j]) {
                            distance[j] = length;
                            before[j] = column;
                        }
                        if (next == FREE || distance[j] < distance[next]) {
                            next = j;
                        }
                    }
                }
                if (next == FREE || !(distance[next] < Double.POSITIVE_INFINITY)) {
                    return partner;
                }
                column = next;
                reached = distance[column];
                done[column] = true;
                row = partner[column];
            }
            u[root] += reached;
            for (int j = 0; j < more; j++) {
                if (done[j] && j != column) {
                    u[partner[j]] += reached - distance[j];
                    v[j] -= reached - distance[j];
                }
            }
            while (column != FREE) {
                int previous = before[column];
                partner[column] = previous == FREE ? root : partner[previous];
                column = previous;
            }
        }
        return partner;
    }

    /** One for each element that the best pairing has, else zero. */
    private record ChosenElements(BestPairing pairing) implements JointFunction {
        @Override
        public int operands() {
            return pairing.operands();
        }

        @Override
        public int results() {
            return pairing.operands();
        }

        @Override
        public JointFunction.Evaluation evaluation(ProgramCompiler programs) {
            return matrix -> {
                double[] chosen = new double[matrix.length];
                int[] partners = pairing.partners(matrix);
                for (int i = 0; i < partners.length; i++) {
                    if (partners[i] != FREE) {
                        chosen[i * pairing.columns() + partners[i]] = 1;
                    }
                }
                return chosen;
            };
        }
    }

    /** Whether the best pairing has an element. */
    private record Chosen(ChosenElements whole, int result) implements PartOfJoint {
        @Override
        public String name() {
            return "an element of the " + whole.pairing().name();
        }

        @Override
        public int derivative(ExpressionGraph graph, List<Integer> operands, int i) {
            return graph.number(0);
        }
    }
}
