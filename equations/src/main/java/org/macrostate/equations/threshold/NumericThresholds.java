package org.macrostate.equations.threshold;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.DecompositionSolver;
import org.hipparchus.linear.QRDecomposition;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.graph.Interpreter;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.graph.StateLayout;
import org.macrostate.equations.symbolic.FunctionField;
import org.macrostate.equations.symbolic.RationalFunction;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Symbol;

/**
 * The stability of a state whose equations have no exact form, by numbers: the elements that are left open are found by
 * Newton's method at the current parameters and followed in the parameter asked for; where the number of unstable
 * directions changes, the place is bisected.
 */
final class NumericThresholds {
    private static final int STARTS = 60;
    private static final int MOST_ITERATIONS = 40;
    private static final int STEPS_EACH_WAY = 60;
    private static final double WIDEST_FACTOR = 100;
    private static final int BISECTIONS = 50;
    private static final double RESIDUAL = 1e-9;
    private static final double RUNS_AWAY = 100;
    private static final int MOST_STEPS_TO_END = 120;

    private final ThresholdRequest request;
    private final BoundSystem bound;
    private final Interpreter rates;
    private final Interpreter jacobian;
    private final ParameterPoints points;
    private final List<StateLayout.Element> elements;
    private final List<Optional<RationalFunction>> named;
    private final int solved;
    private final Symbol symbol;
    private final int n;
    private final List<String> notes = new ArrayList<>();

    private NumericThresholds(OrderParameterSystem system, Sizes sizes, ThresholdRequest request) {
        this.request = request;
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

    /** The analysis; empty if no fixed point with the values that the state names is found. */
    static Optional<ThresholdAnalysis> of(
            OrderParameterSystem system, Sizes sizes, ThresholdRequest request, String why) {
        NumericThresholds numeric = new NumericThresholds(system, sizes, request);
        double current = numeric.points.current().getOrDefault(numeric.symbol, 0.0);
        return numeric.find(current).map(state -> numeric.analysis(state, current, why));
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

    private Optional<double[]> find(double value) {
        Random random = new Random(3_571);
        double[] amplitudes = {0.5, 1, 0.1, 2, 0.01};
        for (int i = 0; i < STARTS; i++) {
            double[] start = new double[n];
            for (int k = 0; k < n; k++) {
                boolean norm = elements.get(k).variable().symmetric()
                        && elements.get(k).places().stream().distinct().count() < 2;
                double amplitude = amplitudes[i % amplitudes.length];
                start[k] = norm ? amplitude * (1 + random.nextDouble()) : amplitude * (random.nextDouble() - 0.2);
            }
            Optional<double[]> found = newton(start, value);
            if (found.isPresent()) {
                return found;
            }
            if (named.stream().allMatch(Optional::isPresent)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** The fixed point nearest to a start, with the named elements at their values; empty if none is reached. */
    private Optional<double[]> newton(double[] start, double value) {
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
            if (size <= RESIDUAL * scale(parameters) * (1 + size(state))) {
                return inDomains(state) ? Optional.of(state) : Optional.empty();
            }
            if (open.isEmpty() || !step(state, residual, open, parameters)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Rates carry learning rates as factors: what is small is judged by the smallest of them that is a parameter below 1. */
    private double scale(double[] parameters) {
        double[] state = new double[n];
        java.util.Arrays.fill(state, 0.3);
        double[] typical = new double[n];
        rates.eval(0, state, parameters, typical);
        double size = size(typical);
        return size > 0 && size < 1 ? size : 1;
    }

    private boolean step(double[] state, double[] residual, List<Integer> open, double[] parameters) {
        double[] entries = new double[n * n];
        jacobian.eval(0, state, parameters, entries);
        int m = open.size();
        double[][] matrix = new double[n][m];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < m; j++) {
                matrix[i][j] = entries[i * n + open.get(j)];
                if (!Double.isFinite(matrix[i][j])) {
                    return false;
                }
            }
        }
        double[] step;
        try {
            DecompositionSolver solver =
                    new QRDecomposition(new Array2DRowRealMatrix(matrix, false), 1e-13).getSolver();
            step = solver.solve(new ArrayRealVector(residual)).toArray();
        } catch (MathRuntimeException singular) {
            return false;
        }
        double part = Math.min(1, (0.5 + size(state)) / Math.max(1e-300, size(step)));
        for (int j = 0; j < m; j++) {
            state[open.get(j)] -= part * step[j];
        }
        return true;
    }

    private static double size(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Double.isNaN(value) ? Double.NaN : Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    private boolean inDomains(double[] state) {
        for (int i = 0; i < n; i++) {
            boolean norm = elements.get(i).variable().symmetric()
                    && elements.get(i).places().stream().distinct().count() < 2;
            if (!elements.get(i).variable().domain().contains(state[i]) || (norm && state[i] < -1e-9)) {
                return false;
            }
        }
        return true;
    }

    /** How many directions are unstable at the state there; -1 if it is not defined. */
    private int unstable(double[] state, double value) {
        double[] entries = new double[n * n];
        jacobian.eval(0, state, parameters(value), entries);
        double[][] matrix = new double[n][n];
        for (int i = 0; i < n; i++) {
            System.arraycopy(entries, i * n, matrix[i], 0, n);
        }
        return NumericBlock.unstable(NumericBlock.eigenvalues(matrix), 1e-9);
    }

    private ThresholdAnalysis analysis(double[] state, double current, String why) {
        List<StabilityBoundary> boundaries = new ArrayList<>();
        double[] reached = {current, current};
        for (int way : new int[] {-1, 1}) {
            follow(state, current, way, boundaries, reached);
        }
        boundaries.sort((a, b) -> Double.compare(a.value(), b.value()));
        int here = unstable(state, current);
        notes.add(0, "found by numbers at the current values of the other parameters: " + why);
        notes.add(
                1,
                "followed in " + request.solve() + " from " + (float) reached[0] + " to " + (float) reached[1]
                        + "; at " + request.solve() + " = " + (float) current + " the state is "
                        + (here < 0
                                ? "no point at which rates have derivatives"
                                : here == 0
                                        ? "not unstable"
                                        : "unstable in " + here + (here == 1 ? " direction" : " directions"))
                        + (boundaries.isEmpty() ? ", and nothing changes in that range" : ""));
        Map<String, Expression> values = new LinkedHashMap<>();
        for (int i = 0; i < n; i++) {
            values.put(elements.get(i).label(), number(state[i]));
        }
        Map<String, Double> numbers = new LinkedHashMap<>();
        points.current().forEach((s, value) -> numbers.put(ParameterPoints.label(s), value));
        List<String> labels = elements.stream().map(StateLayout.Element::label).toList();
        StabilityBlock block = new StabilityBlock(
                labels,
                List.of(labels),
                Sector.SIGNAL,
                List.of(),
                Symbol.parameter("s"),
                Rational.ZERO,
                List.of(),
                boundaries,
                List.of());
        return new ThresholdAnalysis(
                request.state(), request.solve(), values, numbers, List.of(block), List.of(), notes, List.of());
    }

    private static Expression number(double value) {
        return new Rational(new BigFraction(new java.math.BigDecimal((float) value == 0 ? 0 : value)
                        .round(new java.math.MathContext(9))
                        .unscaledValue())
                .multiply(power(value)));
    }

    private static BigFraction power(double value) {
        int scale = new java.math.BigDecimal((float) value == 0 ? 0 : value)
                .round(new java.math.MathContext(9))
                .scale();
        java.math.BigInteger ten = java.math.BigInteger.TEN.pow(Math.abs(scale));
        return scale >= 0 ? new BigFraction(java.math.BigInteger.ONE, ten) : new BigFraction(ten);
    }

    private void follow(double[] from, double current, int way, List<StabilityBoundary> boundaries, double[] reached) {
        double last = current;
        double[] state = from;
        int before = unstable(from, current);
        for (int i = 1; i <= STEPS_EACH_WAY; i++) {
            double value = current > 0
                    ? current * Math.pow(WIDEST_FACTOR, (double) way * i / STEPS_EACH_WAY)
                    : current + way * (1 + Math.abs(current)) * 3.0 * i / STEPS_EACH_WAY;
            if (!points.contains(symbol, value)) {
                return;
            }
            Optional<double[]> next = newton(state, value);
            if (next.isEmpty() || far(next.get(), state)) {
                end(state, last, value, before, boundaries, reached, way);
                return;
            }
            int now = unstable(next.get(), value);
            if (before >= 0 && now >= 0 && now != before) {
                boundaries.add(boundary(state, last, value, before, now));
            }
            state = next.get();
            last = value;
            before = now;
            reached[way < 0 ? 0 : 1] = value;
        }
    }

    /** Goes as near as Newton's method does to where the state ends or runs to infinity. */
    private void end(
            double[] from,
            double low,
            double high,
            int before,
            List<StabilityBoundary> boundaries,
            double[] reached,
            int way) {
        double inside = low;
        double step = (high - low) / 2;
        double[] state = from;
        for (int i = 0; i < MOST_STEPS_TO_END && Math.abs(step) > 1e-10 * Math.abs(inside); i++) {
            Optional<double[]> there = newton(state, inside + step);
            if (there.isPresent() && !far(there.get(), state)) {
                inside += step;
                state = there.get();
            } else {
                step /= 2;
            }
        }
        reached[way < 0 ? 0 : 1] = inside;
        boolean grows = size(state) > RUNS_AWAY * (1 + size(from));
        if (grows || before >= 0) {
            notes.add("the state " + (grows ? "runs to infinity" : "ends, or is lost,") + " at " + request.solve()
                    + " = " + (float) inside);
        }
        if (grows && before == 0) {
            boundaries.add(boundary(inside, true, false));
        }
    }

    private static boolean far(double[] a, double[] b) {
        double distance = 0;
        for (int i = 0; i < a.length; i++) {
            distance = Math.max(distance, Math.abs(a[i] - b[i]));
        }
        return distance > 2 * (0.2 + size(b));
    }

    private StabilityBoundary boundary(double[] from, double low, double high, int before, int now) {
        double inside = low;
        double outside = high;
        double[] state = from;
        for (int i = 0; i < BISECTIONS && Math.abs(outside - inside) > 1e-13 * Math.abs(outside); i++) {
            double middle = inside + (outside - inside) / 2;
            Optional<double[]> there = newton(state, middle);
            if (there.isPresent() && unstable(there.get(), middle) == before) {
                inside = middle;
                state = there.get();
            } else {
                outside = middle;
            }
        }
        return boundary(inside + (outside - inside) / 2, before == 0 || now == 0, Math.abs(now - before) == 2);
    }

    private StabilityBoundary boundary(double value, boolean decides, boolean pair) {
        return new StabilityBoundary(
                request.solve(),
                Optional.empty(),
                value,
                StabilityBoundary.Kind.NUMERIC,
                Rational.ZERO,
                pair ? StabilityBoundary.Event.HOPF : StabilityBoundary.Event.ZERO_EIGENVALUE,
                decides,
                0,
                0,
                0,
                Optional.empty());
    }
}
