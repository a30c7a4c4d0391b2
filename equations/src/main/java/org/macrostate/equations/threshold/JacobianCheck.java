package org.macrostate.equations.threshold;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.graph.GaussianIntegral;
import org.macrostate.equations.graph.Interpreter;
import org.macrostate.equations.graph.ParameterLayout;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.graph.StateLayout;
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

    /** Where expectations are integrated, an evaluation costs as much as all others together. */
    private static final int POINTS_OF_INTEGRALS = 3;

    private static final double TOLERANCE_OF_INTEGRALS = 1e-3;

    /** Digits of integrals. */
    private static final int DIGITS = 4;

    /** Squared length given to vectors that have length zero at the state; the step of differences is a tenth of it, so that every state evaluated consists of overlaps of vectors. */
    private static final double LENGTH = 1e-3;

    private final boolean integrals;
    private final boolean[] lengths;
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
        this.interpreter = new Interpreter(GaussianIntegral.rougher(bound.rightHandSide(), DIGITS));
        this.length = bound.state().length();
        this.integrals = !system.numericalPieces().isEmpty();
        this.lengths = new boolean[length];
        for (int i = 0; i < length; i++) {
            StateLayout.Element element = bound.state().elements().get(i);
            lengths[i] = element.variable().isSquaredLength(element.places());
        }
    }

    /** True if every entry agrees wherever both sides are defined. */
    boolean agrees(List<Integer> block, List<List<RationalFunction>> matrix) {
        Random random = new Random(104_729);
        NumericBlock exact = new NumericBlock(matrix);
        for (int i = 0; i < (integrals ? POINTS_OF_INTEGRALS : POINTS); i++) {
            Map<Symbol, Double> point = points.random(random);
            double[][] expected = exact.at(point);
            double[] parameters = new double[layout.length()];
            point.forEach((symbol, value) -> parameters[layout.position(ParameterPoints.label(symbol))] = value);
            double[] place = state.stream().mapToDouble(x -> x.at(point)).toArray();
            for (int column = 0; column < block.size(); column++) {
                boolean same = !integrals && agrees(block, column, expected, place, parameters)
                        || agreesBeside(block, column, expected, place, parameters);
                if (!same) {
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

    /** In the limit from states at which vectors that have no length at this one are short: there expectations are regular. */
    private boolean agreesBeside(
            List<Integer> block, int column, double[][] expected, double[] place, double[] parameters) {
        int element = block.get(column);
        double[] near = slopes(lengthened(place, LENGTH), element, parameters);
        double[] far = slopes(lengthened(place, 2 * LENGTH), element, parameters);
        double scale = 0;
        for (double[] row : expected) {
            for (double entry : row) {
                scale = Math.max(scale, Math.abs(entry));
            }
        }
        for (int row = 0; row < block.size(); row++) {
            int rate = block.get(row);
            double limit = 2 * near[rate] - far[rate];
            double allowed = TOLERANCE_OF_INTEGRALS * (scale + 1e-3) + Math.abs(far[rate] - near[rate]) / 2;
            if (Math.abs(limit - expected[row][column]) > allowed) {
                return false;
            }
        }
        return true;
    }

    private double[] lengthened(double[] place, double by) {
        double[] state = place.clone();
        for (int i = 0; i < length; i++) {
            state[i] += lengths[i] && Math.abs(state[i]) < by ? by : 0;
        }
        return state;
    }

    private double[] slopes(double[] place, int element, double[] parameters) {
        double step = LENGTH / 10;
        double[] above = moved(place, element, step, parameters);
        double[] below = moved(place, element, -step, parameters);
        double[] slopes = new double[length];
        for (int i = 0; i < length; i++) {
            slopes[i] = (above[i] - below[i]) / (2 * step);
        }
        return slopes;
    }

    private double[] moved(double[] place, int element, double step, double[] parameters) {
        double[] moved = place.clone();
        moved[element] += step;
        double[] rates = new double[length];
        interpreter.eval(0, moved, parameters, rates);
        return rates;
    }
}
