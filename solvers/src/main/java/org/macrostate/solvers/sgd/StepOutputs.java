package org.macrostate.solvers.sgd;

import java.util.ArrayList;
import java.util.List;
import org.macrostate.equations.graph.ExpressionGraph;

/**
 * The nodes of a step that are not identically zero: forces F_si on trained vector i along sample s, linear terms K_ij
 * of vector j in the motion of trained vector i, and rates of trained scalars.
 */
final class StepOutputs {
    /**
     * One node and what it multiplies: (sample, vector), (vector, vector) or (scalar, 0).
     *
     * @param block the block that a linear term is of, from 0, or -1 if it is the same in all
     */
    record Entry(int row, int column, int block, int node) {}

    private final ExpressionGraph graph;
    private final List<Entry> forces = new ArrayList<>();
    private final List<Entry> linear = new ArrayList<>();
    private final List<Entry> scalars = new ArrayList<>();

    StepOutputs(ExpressionGraph graph) {
        this.graph = graph;
    }

    void force(int sample, int vector, int node) {
        add(forces, new Entry(sample, vector, -1, node));
    }

    void linear(int moved, int vector, int node) {
        add(linear, new Entry(moved, vector, -1, node));
    }

    void linear(int moved, int vector, int block, int node) {
        add(linear, new Entry(moved, vector, block, node));
    }

    void scalar(int scalar, int node) {
        add(scalars, new Entry(scalar, 0, -1, node));
    }

    private void add(List<Entry> entries, Entry entry) {
        if (!graph.isNumber(entry.node(), 0)) {
            entries.add(entry);
        }
    }

    List<Entry> forces() {
        return forces;
    }

    List<Entry> linear() {
        return linear;
    }

    List<Entry> scalars() {
        return scalars;
    }
}
