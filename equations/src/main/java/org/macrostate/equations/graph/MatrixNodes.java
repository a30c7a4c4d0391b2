package org.macrostate.equations.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Function;
import org.macrostate.equations.tensor.MatrixFunction;

/** Nodes of functions of matrices: small matrices are written out, large ones are arguments of one call. */
final class MatrixNodes {
    private final GraphBuilder builder;
    private final ExpressionGraph graph;
    private final Map<String, Integer> places;

    /** @param places values of free indices */
    MatrixNodes(GraphBuilder builder, Map<String, Integer> places) {
        this.builder = builder;
        this.graph = builder.graph();
        this.places = places;
    }

    int node(Apply apply) {
        int rows = builder.sizes().of(MatrixFunction.row(apply).extent());
        int columns = builder.sizes().of(MatrixFunction.column(apply).extent());
        if (Math.min(rows, columns) <= 4) {
            List<List<List<Expression>>> matrices = new ArrayList<>();
            for (int i = 0; i < apply.arguments().size(); i++) {
                matrices.add(MatrixFunction.entries(apply, i, rows, columns));
            }
            Optional<Expression> small = apply.function() == Function.NUCLEAR_NORM
                    ? MatrixFunction.clampedNorm(matrices.get(0))
                    : MatrixFunction.expanded(apply.function(), matrices);
            if (small.isPresent()) {
                return builder.node(small.get(), places);
            }
        }
        List<Integer> last = elements(apply, apply.arguments().size() - 1, rows, columns);
        return switch (apply.function()) {
            case BEST_PAIRING -> graph.call(new BestPairing(rows, columns), last);
            case NUCLEAR_NORM -> graph.call(new NuclearNorm(rows, columns), last);
            case PAIRED_SUM, POLAR_SUM -> weighted(apply, last, rows, columns);
            default -> throw new IllegalArgumentException("no function of matrices: " + apply.function());
        };
    }

    /** The sum of elements times derivatives of the function of another matrix. */
    private int weighted(Apply apply, List<Integer> matrix, int rows, int columns) {
        MultivariateFunction of = apply.function() == Function.PAIRED_SUM
                ? new BestPairing(rows, columns)
                : new NuclearNorm(rows, columns);
        List<Integer> weights = elements(apply, 0, rows, columns);
        int total = graph.number(0);
        for (int i = 0; i < weights.size(); i++) {
            if (!graph.isNumber(weights.get(i), 0)) {
                total = graph.add(total, graph.multiply(weights.get(i), of.derivative(graph, matrix, i)));
            }
        }
        return total;
    }

    /** Row by row. */
    private List<Integer> elements(Apply apply, int matrix, int rows, int columns) {
        Expression entry = MatrixFunction.entry(apply, matrix);
        Map<String, Integer> inside = new HashMap<>(places);
        List<Integer> nodes = new ArrayList<>();
        for (int i = 1; i <= rows; i++) {
            for (int j = 1; j <= columns; j++) {
                inside.put(MatrixFunction.row(apply).name(), i);
                inside.put(MatrixFunction.column(apply).name(), j);
                nodes.add(builder.node(entry, inside));
            }
        }
        return nodes;
    }
}
