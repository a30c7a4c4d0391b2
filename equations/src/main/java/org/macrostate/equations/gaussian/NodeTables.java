package org.macrostate.equations.gaussian;

import java.util.List;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Symbol;

/** Points and weights of {@link NormalNodes} as tables of a system. */
record NodeTables(Table points, Table weights) {

    /**
     * @param half only the positive points, with twice their weights: enough for an even integrand
     * @param converging for functions analytic in a strip
     */
    static NodeTables of(PartNames names, int nodes, boolean kinked, boolean half, boolean converging) {
        NormalNodes own = converging
                ? NormalNodes.converging(nodes, kinked)
                : kinked ? NormalNodes.kinked(nodes) : NormalNodes.smooth(nodes);
        return new NodeTables(names, own, kinked ? "M" : converging ? "T" : "H", half);
    }

    private NodeTables(PartNames names, NormalNodes nodes, String law, boolean half) {
        this(
                names.table(
                        "z_" + law + (half ? "E" : ""),
                        half ? positive(nodes.points()) : nodes.points(),
                        half ? "positive " + told(law) : told(law)),
                names.table(
                        "w_" + law + (half ? "E" : ""),
                        half ? doubled(positive(nodes.weights())) : nodes.weights(),
                        half ? "twice the weights of these" : "weights of the " + told(law)));
    }

    private static String told(String law) {
        return switch (law) {
            case "M" -> "nodes on half lines";
            case "T" -> "nodes of the trapezoidal rule";
            default -> "Gauss-Hermite nodes";
        };
    }

    private static List<Double> positive(List<Double> values) {
        return values.subList(values.size() / 2, values.size());
    }

    private static List<Double> doubled(List<Double> values) {
        return values.stream().map(v -> 2 * v).toList();
    }

    int length() {
        return points.values().size();
    }

    Expression point(Index index) {
        return new Symbol(Kind.TABLE, points.name(), List.of(index));
    }

    Expression weight(Index index) {
        return new Symbol(Kind.TABLE, weights.name(), List.of(index));
    }
}
