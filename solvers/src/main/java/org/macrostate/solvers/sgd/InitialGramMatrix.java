package org.macrostate.solvers.sgd;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.graph.ExpressionGraph;
import org.macrostate.equations.graph.GraphBuilder;
import org.macrostate.equations.graph.Interpreter;
import org.macrostate.equations.graph.Program;
import org.macrostate.equations.model.Declaration;

/** Overlap matrices of all vectors at the start of a run, r·r row by row. */
final class InitialGramMatrix {
    private static final double ROUNDING = 1e-10;

    private InitialGramMatrix() {}

    /**
     * The given overlaps among fixed vectors, zero between different families and elsewhere.
     *
     * @throws BadInput if no vectors have these overlaps
     */
    static double[] fixed(BoundModel model, double[] parameters) {
        VectorSet vectors = model.vectors();
        int r = vectors.count();
        double[] gram = new double[r * r];
        for (Declaration.Vectors family : vectors.families()) {
            family.fixed().ifPresent(overlaps -> fill(model, parameters, family, overlaps, gram));
        }
        check(gram, r, vectors.fixed(), "the overlaps of the fixed vectors are");
        return gram;
    }

    private static void fill(
            BoundModel model,
            double[] parameters,
            Declaration.Vectors family,
            Declaration.FixedOverlaps overlaps,
            double[] gram) {
        VectorSet vectors = model.vectors();
        ExpressionGraph graph = new ExpressionGraph();
        StepBinding binding = new StepBinding(vectors, model.inputs(), model.parameters(), Map.of());
        GraphBuilder builder = new GraphBuilder(graph, model.sizes(), binding);
        List<Integer> nodes = new ArrayList<>();
        List<Integer> targets = new ArrayList<>();
        for (List<Integer> k : vectors.places(family.name())) {
            for (List<Integer> l : vectors.places(family.name())) {
                int row = k.isEmpty() ? 1 : k.get(0);
                int column = l.isEmpty() ? 1 : l.get(0);
                nodes.add(builder.node(
                        overlaps.value(),
                        Map.of(
                                overlaps.row().name(), row,
                                overlaps.column().name(), column)));
                targets.add(vectors.number(family.name(), k) * vectors.count() + vectors.number(family.name(), l));
            }
        }
        double[] values = new double[nodes.size()];
        new Interpreter(Program.of(graph, nodes, model.inputs().length(), parameters.length))
                .eval(0, new double[model.inputs().length()], parameters, values);
        for (int i = 0; i < values.length; i++) {
            gram[targets.get(i)] = values[i];
        }
    }

    /**
     * Refuses overlaps that no vectors have.
     *
     * @param order how many of the r vectors to look at, from the first
     * @throws BadInput that names the negative eigenvalue
     */
    static void check(double[] gram, int r, int order, String role) {
        if (order == 0) {
            return;
        }
        Array2DRowRealMatrix matrix = new Array2DRowRealMatrix(order, order);
        for (int i = 0; i < order; i++) {
            for (int j = 0; j < order; j++) {
                matrix.setEntry(i, j, gram[i * r + j]);
            }
        }
        double[] eigenvalues = new EigenDecompositionSymmetric(matrix).getEigenvalues();
        double largest = eigenvalues[0];
        double smallest = eigenvalues[order - 1];
        if (!(smallest >= -ROUNDING * Math.max(1, largest))) {
            throw new BadInput(
                    role + " no Gram matrix of real vectors: its smallest eigenvalue must be nonnegative, was "
                            + (float) smallest);
        }
    }
}
