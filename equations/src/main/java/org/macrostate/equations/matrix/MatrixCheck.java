package org.macrostate.equations.matrix;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.macrostate.equations.derive.Equation;
import org.macrostate.equations.derive.NamedTerm;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.derive.StateVariable;
import org.macrostate.equations.graph.ExpressionGraph;
import org.macrostate.equations.graph.GraphBuilder;
import org.macrostate.equations.graph.Node;
import org.macrostate.equations.graph.Places;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.model.Declaration;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.Symbol;

/** Compares both forms of a system at random numbers, with sizes that are all different. */
final class MatrixCheck {
    private static final double TOLERANCE = 1e-12;

    private final OrderParameterSystem system;
    private final Sizes sizes;
    private final SplittableRandom random = new SplittableRandom(1);
    private final Map<String, double[][]> values = new HashMap<>();
    private final GraphBuilder builder;

    MatrixCheck(OrderParameterSystem system) {
        this.system = system;
        Map<String, Integer> different = new LinkedHashMap<>();
        for (Declaration.Size size : system.problem().sizes()) {
            different.put(size.name(), 2 + different.size());
        }
        this.sizes = new Sizes(different);
        this.builder = new GraphBuilder(new ExpressionGraph(), sizes, (atom, places, graph) -> graph.graph()
                .number(atom instanceof Symbol s ? element(s.name(), places) : Double.NaN));
    }

    boolean agrees(MatrixForm form) {
        system.variables().forEach(this::draw);
        for (NamedTerm piece : system.pieces()) {
            values.put(piece.name(), indexed(piece.value(), piece.indices()));
        }
        MatrixValue matrices = new MatrixValue(values, e -> number(e, Map.of()));
        for (MatrixEquation piece : form.pieces()) {
            double[][] expected = java.util.Objects.requireNonNull(values.get(piece.name()));
            if (!close(expected, matrices.of(piece.right(), expected))) {
                return false;
            }
        }
        for (Equation equation : system.equations()) {
            for (MatrixEquation found : form.equations()) {
                if (found.name().equals(equation.variable().name())) {
                    double[][] rate =
                            indexed(equation.rate(), equation.variable().indices());
                    if (!close(rate, matrices.of(found.right(), rate))) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private void draw(StateVariable variable) {
        double[][] drawn = indexed(null, variable.indices());
        for (int i = 0; variable.symmetric() && variable.indices().size() == 2 && i < drawn.length; i++) {
            for (int j = 0; j < i; j++) {
                drawn[i][j] = drawn[j][i];
            }
        }
        values.put(variable.name(), drawn);
    }

    /** A parameter's element is drawn when it is first met. */
    private double element(String name, List<Integer> places) {
        double[][] known =
                values.computeIfAbsent(name, n -> new double[places.isEmpty() ? 1 : 64][places.size() < 2 ? 1 : 64]);
        int row = places.isEmpty() ? 0 : places.get(0) - 1;
        int column = places.size() < 2 ? 0 : places.get(1) - 1;
        if (known[row][column] == 0) {
            known[row][column] = random.nextDouble(0.5, 1.5);
        }
        return known[row][column];
    }

    private double[][] indexed(@org.jspecify.annotations.Nullable Expression value, List<Index> indices) {
        int rows = indices.isEmpty() ? 1 : sizes.of(indices.get(0).extent());
        int columns = indices.size() < 2 ? 1 : sizes.of(indices.get(1).extent());
        double[][] all = new double[rows][columns];
        for (List<Integer> place : Places.all(indices, sizes)) {
            Map<String, Integer> at = new HashMap<>();
            for (int i = 0; i < indices.size(); i++) {
                at.put(indices.get(i).name(), place.get(i));
            }
            int row = place.isEmpty() ? 0 : place.get(0) - 1;
            int column = place.size() < 2 ? 0 : place.get(1) - 1;
            all[row][column] = value == null ? random.nextDouble(0.5, 1.5) : number(value, at);
        }
        return all;
    }

    private double number(Expression value, Map<String, Integer> at) {
        return builder.graph().node(builder.node(value, at)) instanceof Node.Number n ? n.value() : Double.NaN;
    }

    private static boolean close(double[][] a, double[][] b) {
        double scale = 0;
        double most = 0;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a[i].length; j++) {
                scale = Math.max(scale, Math.abs(a[i][j]));
                double difference = Math.abs(a[i][j] - b[i][j]);
                most = difference <= most ? most : difference;
            }
        }
        return most <= TOLERANCE * scale;
    }
}
