package org.macrostate.equations.threshold;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.graph.Interpreter;
import org.macrostate.equations.graph.ParameterLayout;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.symbolic.RationalFunction;
import org.macrostate.equations.tensor.Symbol;

/**
 * Exact blocks against central differences of the system's own right-hand side at random parameters: nothing is shared
 * with the exact evaluation but the equations.
 */
final class JacobianCheck {
    private static final int POINTS = 3;
    private static final double STEP = 1e-5;
    private static final double TOLERANCE = 1e-5;

    private final ParameterPoints points;
    private final List<RationalFunction> state;
    private final ParameterLayout layout;
    private final Interpreter interpreter;
    private final int length;

    JacobianCheck(OrderParameterSystem system, Sizes sizes, ParameterPoints points, List<RationalFunction> state) {
        BoundSystem bound = BoundSystem.of(system, sizes);
        this.points = points;
        this.state = state;
        this.layout = bound.parameters();
        this.interpreter = new Interpreter(bound.rightHandSide());
        this.length = bound.state().length();
    }

    /** True if every entry agrees wherever both sides are defined. */
    boolean agrees(List<Integer> block, List<List<RationalFunction>> matrix) {
        Random random = new Random(104_729);
        NumericBlock exact = new NumericBlock(matrix);
        for (int i = 0; i < POINTS; i++) {
            Map<Symbol, Double> point = points.random(random);
            double[][] expected = exact.at(point);
            double[] parameters = new double[layout.length()];
            point.forEach((symbol, value) -> parameters[layout.position(ParameterPoints.label(symbol))] = value);
            double[] place = state.stream().mapToDouble(x -> x.at(point)).toArray();
            for (int column = 0; column < block.size(); column++) {
                if (!agrees(block, column, expected, place, parameters)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean agrees(List<Integer> block, int column, double[][] expected, double[] place, double[] parameters) {
        int element = block.get(column);
        double step = STEP * Math.max(1, Math.abs(place[element]));
        double[] above = moved(place, element, step, parameters);
        double[] below = moved(place, element, -step, parameters);
        double[] twiceAbove = moved(place, element, 2 * step, parameters);
        double[] twiceBelow = moved(place, element, -2 * step, parameters);
        double scale = 0;
        for (double[] row : expected) {
            for (double entry : row) {
                scale = Math.max(scale, Math.abs(entry));
            }
        }
        for (int row = 0; row < block.size(); row++) {
            int rate = block.get(row);
            double difference = (above[rate] - below[rate]) / (2 * step);
            double coarse = (twiceAbove[rate] - twiceBelow[rate]) / (4 * step);
            double allowed = TOLERANCE * (scale + 1e-3) + Math.abs(coarse - difference);
            if (Math.abs(difference - expected[row][column]) > allowed) {
                return false;
            }
        }
        return true;
    }

    private double[] moved(double[] place, int element, double step, double[] parameters) {
        double[] moved = place.clone();
        moved[element] += step;
        double[] rates = new double[length];
        interpreter.eval(0, moved, parameters, rates);
        return rates;
    }
}
