package org.macrostate.solvers.sgd;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.graph.Places;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.model.Declaration;
import org.macrostate.equations.model.LearningProblem;

/**
 * What is observed of a run: every overlap that moves, under its declared name or as the dot product of two families in
 * the order of their declaration, symmetric ones once with k ≤ l, then the trained scalars. Names and order are those of
 * the theory's state.
 */
final class OverlapColumns {
    /**
     * One column.
     *
     * @param label {@code m[1,2]}, as in the state of the theory
     * @param name without index: {@code m}
     * @param block from 0; 0 also where there are no blocks
     * @param left a vector's number; -1 for a scalar
     * @param right a vector's number; the scalar's for a scalar
     */
    record Column(String label, String name, int block, int left, int right) {
        boolean isScalar() {
            return left < 0;
        }

        boolean isNorm() {
            return left == right;
        }
    }

    private final List<Column> columns = new ArrayList<>();
    private final Set<Long> seen = new HashSet<>();
    private final LearningProblem problem;
    private final VectorSet vectors;
    /** None where all noise is isotropic. */
    private final int blocks;

    OverlapColumns(LearningProblem problem, Sizes sizes, VectorSet vectors, StepInputs inputs) {
        this.problem = problem;
        this.vectors = vectors;
        this.blocks = problem.blocks().map(sizes::of).orElse(0);
        for (Declaration.OrderName order : problem.order()) {
            add(order.name(), order.left(), order.right());
        }
        for (Declaration.Vectors left : problem.vectors()) {
            for (Declaration.Vectors right : problem.vectors()) {
                add(left.name() + "." + right.name(), left.name(), right.name());
            }
        }
        for (int i = 0; i < inputs.scalarCount(); i++) {
            String label = inputs.scalarLabels().get(i);
            int bracket = label.indexOf('[');
            columns.add(new Column(label, bracket < 0 ? label : label.substring(0, bracket), 0, -1, i));
        }
    }

    private void add(String name, String left, String right) {
        for (int block = 0; block < Math.max(1, blocks); block++) {
            boolean isKept = left.equals(right)
                    && problem.vectors(left).flatMap(Declaration.Vectors::norm).isPresent();
            boolean isAbsent =
                    isKept || blocks > 0 && (problem.hasNoPart(left, block + 1) || problem.hasNoPart(right, block + 1));
            if (!isAbsent) {
                add(name, left, right, block);
            }
        }
    }

    private void add(String name, String left, String right, int block) {
        for (List<Integer> k : vectors.places(left)) {
            for (List<Integer> l : vectors.places(right)) {
                int i = vectors.number(left, k);
                int j = vectors.number(right, l);
                boolean moves = Math.max(i, j) >= vectors.fixed();
                if (moves
                        && seen.add(
                                ((long) block * vectors.count() + Math.min(i, j)) * vectors.count() + Math.max(i, j))) {
                    List<Integer> place = new ArrayList<>(blocks > 0 ? List.of(block + 1) : List.of());
                    place.addAll(k);
                    place.addAll(l);
                    columns.add(new Column(Places.label(name, place), name, block, i, j));
                }
            }
        }
    }

    List<Column> all() {
        return List.copyOf(columns);
    }

    List<String> labels() {
        return columns.stream().map(Column::label).toList();
    }

    /**
     * The column of an order parameter.
     *
     * @throws BadInput if there is none
     */
    int position(String label) {
        int position = labels().indexOf(label);
        if (position < 0) {
            throw BadInput.unknownName("order parameter", label, labels());
        }
        return position;
    }

    /** Where a column's overlap stands among B·r·r overlaps, and its mirror. */
    int place(Column column) {
        return (column.block() * vectors.count() + column.left()) * vectors.count() + column.right();
    }

    int mirror(Column column) {
        return (column.block() * vectors.count() + column.right()) * vectors.count() + column.left();
    }

    /** Puts values of columns where they belong: B·r·r overlaps, whose fixed part stays, and scalars. */
    void scatter(double[] values, double[] gram, double[] scalars) {
        for (int c = 0; c < values.length; c++) {
            Column column = columns.get(c);
            if (column.isScalar()) {
                scalars[column.right()] = values[c];
            } else {
                gram[place(column)] = values[c];
                gram[mirror(column)] = values[c];
            }
        }
    }

    /** One value a column, read off the overlaps. */
    double[] observe(Overlaps walk) {
        double[] values = new double[columns.size()];
        double[] gram = walk.gram();
        for (int c = 0; c < values.length; c++) {
            Column column = columns.get(c);
            values[c] = column.isScalar() ? walk.scalar(column.right()) : gram[place(column)];
        }
        return values;
    }
}
