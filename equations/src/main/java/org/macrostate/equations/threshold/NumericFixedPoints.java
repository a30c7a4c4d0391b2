package org.macrostate.equations.threshold;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.hipparchus.complex.Complex;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;
import org.macrostate.equations.TimeLimit;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.graph.Interpreter;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.graph.StateLayout;
import org.macrostate.equations.symbolic.FunctionField;
import org.macrostate.equations.symbolic.RationalFunction;
import org.macrostate.equations.tensor.Symbol;

/** Fixed points with the values that a state names, by Newton's method at numbers for all parameters, and their eigenvalues. */
final class NumericFixedPoints {
    private static final int STARTS = 60;

    /** After so many starts in a row that led to nothing new no others are tried. */
    private static final int ENOUGH = 20;

    private static final int MOST_ITERATIONS = 60;
    private static final double RESIDUAL = 1e-9;

    /** Beyond, iterations have run away along a family. */
    private static final double FAR = 1e6;

    /** Newton's last step at most, relative to an element or 1. */
    private static final double STEP = 1e-6;

    /** Singular values of a Jacobian at a state found by iteration below this fraction of the largest one are zero. */
    private static final double NOTHING = 1e-6;

    /** Relative to their size, fixed points this close are the same. */
    private static final double SAME = 1e-5;

    private final BoundSystem bound;
    private final Interpreter rates;
    private final Interpreter jacobian;
    private final ParameterPoints points;
    private final List<StateLayout.Element> elements;
    private final List<Optional<RationalFunction>> named;
    private final int solved;
    private final Symbol symbol;
    private final int n;
    private boolean damped;

    NumericFixedPoints(OrderParameterSystem system, Sizes sizes, ThresholdRequest request) {
        bound = BoundSystem.of(system, sizes);
        rates = new Interpreter(bound.rightHandSide());
        jacobian = new Interpreter(bound.jacobian());
        points = new ParameterPoints(system.problem(), sizes, request);
        symbol = points.symbol(request.solve());
        solved = bound.parameters().position(request.solve());
        elements = bound.state().elements();
        named = NamedState.of(system, sizes, new FunctionField(points::sign), request)
                .values();
        n = elements.size();
    }

    ParameterPoints parameters() {
        return points;
    }

    /** The parameter that is asked for. */
    Symbol solved() {
        return symbol;
    }

    List<StateLayout.Element> elements() {
        return elements;
    }

    private double[] parameters(double value) {
        double[] vector = bound.parameters().defaults();
        points.current().forEach((s, number) -> vector[bound.parameters().position(ParameterPoints.label(s))] = number);
        vector[solved] = value;
        return vector;
    }

    private Map<Symbol, Double> point(double value) {
        Map<Symbol, Double> point = new LinkedHashMap<>(points.current());
        point.put(symbol, value);
        return point;
    }

    /**
     * Those that random starts lead to, in the order in which they were found; one if the state leaves nothing open. If none is
     * isolated, one member of a family.
     */
    List<double[]> all(double value) {
        List<double[]> isolated = fromStarts(value);
        if (!isolated.isEmpty() || named.stream().allMatch(Optional::isPresent)) {
            return isolated;
        }
        damped = true;
        return fromStarts(value).stream().limit(1).toList();
    }

    private List<double[]> fromStarts(double value) {
        Random random = new Random(3_571);
        List<double[]> found = new ArrayList<>();
        int nothingNew = 0;
        for (int i = 0; i < STARTS && (found.isEmpty() || (!damped && nothingNew < ENOUGH)); i++) {
            TimeLimit.check();
            Optional<double[]> reached =
                    newton(RandomState.of(elements, i, random), value).filter(state -> size(state) <= FAR);
            nothingNew++;
            boolean member = reached.isPresent() && !found.isEmpty() && familyDimension(reached.get(), value) > 0;
            if (reached.isPresent() && !member && found.stream().noneMatch(known -> isSame(known, reached.get()))) {
                found.add(reached.get());
                nothingNew = 0;
            }
            if (named.stream().allMatch(Optional::isPresent)) {
                return found;
            }
        }
        return found;
    }

    private static boolean isSame(double[] a, double[] b) {
        double distance = 0;
        for (int i = 0; i < a.length; i++) {
            distance = Math.max(distance, Math.abs(a[i] - b[i]));
        }
        return distance <= SAME * (1 + size(b));
    }

    /** The fixed point nearest to a start, with the named elements at their values; empty if none is reached. */
    Optional<double[]> newton(double[] start, double value) {
        double[] parameters = parameters(value);
        Map<Symbol, Double> point = point(value);
        double[] state = start.clone();
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            if (named.get(i).isPresent()) {
                state[i] = named.get(i).get().at(point);
            } else {
                open.add(i);
            }
        }
        double[] residual = new double[n];
        for (int iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
            rates.eval(0, state, parameters, residual);
            double size = size(residual);
            if (!(size <= Double.MAX_VALUE)) {
                return Optional.empty();
            }
            double[] step = step(state, residual, open, parameters);
            boolean still = size <= RESIDUAL * scale(parameters) * (1 + size(state));
            if (still && isSmall(step, state, open)) {
                double[] settled = withoutRounding(state, open, parameters, size);
                return inDomains(settled) ? Optional.of(settled) : Optional.empty();
            }
            if (step.length == 0) {
                return Optional.empty();
            }
            for (int j = 0; j < open.size(); j++) {
                state[open.get(j)] -= step[j];
            }
        }
        return Optional.empty();
    }

    /** Rates carry learning rates as factors: what is small is judged by the smallest of them that is a parameter below 1. */
    private double scale(double[] parameters) {
        double[] state = new double[n];
        Arrays.fill(state, 0.3);
        double[] typical = new double[n];
        rates.eval(0, state, parameters, typical);
        double size = size(typical);
        return size > 0 && size < 1 ? size : 1;
    }

    /** What is subtracted from open elements; none where the rates have no derivatives, or nothing is open. */
    private double[] step(double[] state, double[] residual, List<Integer> open, double[] parameters) {
        if (open.isEmpty()) {
            return new double[0];
        }
        Array2DRowRealMatrix matrix = slopes(state, open, parameters);
        if (!Double.isFinite(matrix.getNorm1())) {
            return new double[0];
        }
        double[] step;
        try {
            step = damped ? LeastNorm.damped(matrix, residual) : LeastNorm.of(matrix, residual);
        } catch (MathRuntimeException singular) {
            return new double[0];
        }
        double part = Math.min(1, (0.5 + size(state)) / Math.max(1e-300, size(step)));
        return Arrays.stream(step).map(each -> part * each).toArray();
    }

    /** Where rates are small because a state runs away, or of second order, steps are not small. */
    private static boolean isSmall(double[] step, double[] state, List<Integer> open) {
        for (int j = 0; j < step.length; j++) {
            if (!(Math.abs(step[j]) <= STEP * (1 + Math.abs(state[open.get(j)])))) {
                return false;
            }
        }
        return step.length == open.size();
    }

    /** Elements that may as well be zero are zero. */
    private double[] withoutRounding(double[] state, List<Integer> open, double[] parameters, double residual) {
        double[] settled = state.clone();
        double[] there = new double[n];
        for (int i : open) {
            double value = settled[i];
            settled[i] = Math.abs(value) <= 10 * STEP ? 0 : value;
            rates.eval(0, settled, parameters, there);
            if (!(size(there) <= residual)) {
                settled[i] = value;
            }
        }
        return settled;
    }

    /** Derivatives of all rates by the open elements. */
    private Array2DRowRealMatrix slopes(double[] state, List<Integer> open, double[] parameters) {
        double[] entries = new double[n * n];
        jacobian.eval(0, state, parameters, entries);
        double[][] matrix = new double[n][open.size()];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < open.size(); j++) {
                matrix[i][j] = entries[i * n + open.get(j)];
            }
        }
        return new Array2DRowRealMatrix(matrix, false);
    }

    /** Of how many dimensions the family of fixed points around the state is that have the named values. */
    int familyDimension(double[] state, double value) {
        List<Integer> open = IntStream.range(0, n)
                .filter(i -> named.get(i).isEmpty())
                .boxed()
                .toList();
        if (open.isEmpty()) {
            return 0;
        }
        Array2DRowRealMatrix matrix = slopes(state, open, parameters(value));
        if (!Double.isFinite(matrix.getNorm1())) {
            return 0;
        }
        double[] singular = new SingularValueDecomposition(matrix).getSingularValues();
        return (int) Arrays.stream(singular)
                .filter(each -> !(each > NOTHING * singular[0]))
                .count();
    }

    static double size(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Double.isNaN(value) ? Double.NaN : Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    private boolean inDomains(double[] state) {
        for (int i = 0; i < n; i++) {
            boolean norm =
                    elements.get(i).variable().isSquaredLength(elements.get(i).places());
            if (!elements.get(i).variable().domain().contains(state[i]) || (norm && state[i] < -1e-9)) {
                return false;
            }
        }
        return true;
    }

    /** The eigenvalues of the Jacobian at a state; none where it has no derivatives. */
    Complex[] eigenvalues(double[] state, double value) {
        double[] entries = new double[n * n];
        double[] numbers = parameters(value);
        jacobian.eval(0, state, numbers, entries);
        entries = new JacobianFromInside(elements, (at, out) -> rates.eval(0, at, numbers, out))
                .confirmed(state, entries);
        double[][] matrix = new double[n][n];
        for (int i = 0; i < n; i++) {
            System.arraycopy(entries, i * n, matrix[i], 0, n);
        }
        return NumericBlock.eigenvalues(matrix);
    }

    /** How many directions are unstable at the state there; -1 if it is not defined. */
    int unstable(double[] state, double value) {
        return NumericBlock.unstable(eigenvalues(state, value), 1e-9);
    }
}
