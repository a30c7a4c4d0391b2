package org.macrostate.equations.threshold;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.graph.StateLayout;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Symbol;

/**
 * The stability of a state whose equations have no exact form, by numbers: the elements that are left open are found by
 * Newton's method at the current parameters and followed in the parameter asked for; where the number of unstable
 * directions changes, the place is bisected.
 */
final class NumericThresholds {
    private static final int STEPS_EACH_WAY = 60;
    private static final double WIDEST_FACTOR = 100;
    private static final int BISECTIONS = 50;
    private static final double RUNS_AWAY = 100;
    private static final int MOST_STEPS_TO_END = 120;

    private final ThresholdRequest request;
    private final ParameterPoints points;
    private final NumericEquilibria equilibria;
    private final List<StateLayout.Element> elements;
    private final Symbol symbol;
    private final int n;
    private final List<String> notes = new ArrayList<>();

    private NumericThresholds(OrderParameterSystem system, Sizes sizes, ThresholdRequest request) {
        this.request = request;
        points = new ParameterPoints(system.problem(), sizes, request);
        symbol = points.symbol(request.solve());
        equilibria = new NumericEquilibria(system, sizes, request, points);
        elements = equilibria.elements();
        n = elements.size();
    }

    /** The analysis; empty if no fixed point with the values that the state names is found. */
    static Optional<ThresholdAnalysis> of(
            OrderParameterSystem system, Sizes sizes, ThresholdRequest request, String why) {
        NumericThresholds numeric = new NumericThresholds(system, sizes, request);
        double current = numeric.points.current().getOrDefault(numeric.symbol, 0.0);
        return numeric.equilibria.find(current).map(state -> numeric.analysis(state, current, why));
    }

    private ThresholdAnalysis analysis(double[] state, double current, String why) {
        List<StabilityBoundary> boundaries = new ArrayList<>();
        double[] reached = {current, current};
        for (int way : new int[] {-1, 1}) {
            follow(state, current, way, boundaries, reached);
        }
        int dimension = equilibria.familyDimension(state, current);
        if (dimension > 0) {
            notes.add("this state is one member of a family of fixed points of " + dimension
                    + (dimension == 1 ? " dimension" : " dimensions")
                    + " that have the named values; the stability of others may differ");
        }
        boundaries.sort((a, b) -> Double.compare(a.value(), b.value()));
        int here = equilibria.unstable(state, current);
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
        int before = equilibria.unstable(from, current);
        for (int i = 1; i <= STEPS_EACH_WAY; i++) {
            double value = current > 0
                    ? current * Math.pow(WIDEST_FACTOR, (double) way * i / STEPS_EACH_WAY)
                    : current + way * (1 + Math.abs(current)) * 3.0 * i / STEPS_EACH_WAY;
            if (!points.contains(symbol, value)) {
                return;
            }
            Optional<double[]> next = equilibria.newton(state, value);
            if (next.isEmpty() || far(next.get(), state)) {
                end(state, last, value, before, boundaries, reached, way);
                return;
            }
            int now = equilibria.unstable(next.get(), value);
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
            Optional<double[]> there = equilibria.newton(state, inside + step);
            if (there.isPresent() && !far(there.get(), state)) {
                inside += step;
                state = there.get();
            } else {
                step /= 2;
            }
        }
        reached[way < 0 ? 0 : 1] = inside;
        boolean grows = NumericEquilibria.size(state) > RUNS_AWAY * (1 + NumericEquilibria.size(from));
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
        return distance > 2 * (0.2 + NumericEquilibria.size(b));
    }

    private StabilityBoundary boundary(double[] from, double low, double high, int before, int now) {
        double inside = low;
        double outside = high;
        double[] state = from;
        for (int i = 0; i < BISECTIONS && Math.abs(outside - inside) > 1e-13 * Math.abs(outside); i++) {
            double middle = inside + (outside - inside) / 2;
            Optional<double[]> there = equilibria.newton(state, middle);
            if (there.isPresent() && equilibria.unstable(there.get(), middle) == before) {
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
