package org.macrostate.equations.threshold;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.complex.Complex;
import org.hipparchus.fraction.BigFraction;
import org.macrostate.equations.TimeLimit;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.graph.StateLayout;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Symbol;

/**
 * The stability of a state whose equations have no exact form, by numbers: fixed points with the values that it names are
 * followed in the parameter asked for; where the number of unstable directions changes, the place is bisected.
 */
final class NumericThresholds {
    private static final int STEPS_EACH_WAY = 60;
    private static final double WIDEST_FACTOR = 100;
    private static final int BISECTIONS = 50;
    private static final double RUNS_AWAY = 100;
    private static final int MOST_STEPS_TO_END = 120;

    /** So many fixed points of one name are followed. */
    private static final int MOST_STATES = 6;

    /** Imaginary parts up to this times the largest eigenvalue may be what rounding makes of equal real eigenvalues. */
    private static final double REAL = 1e-5;

    private static final double SAME = 1e-6;
    private static final double ROUNDING = 1e-12;

    private final ThresholdRequest request;
    private final NumericFixedPoints points;
    private final double[] start;
    private final double current;
    private final int unstable;
    private final double[] reached;
    private final List<StabilityBoundary> boundaries = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private NumericThresholds(NumericFixedPoints points, ThresholdRequest request, double[] start, double current) {
        this.points = points;
        this.request = request;
        this.start = start;
        this.current = current;
        unstable = points.unstable(start, current);
        reached = new double[] {current, current};
        for (int way : new int[] {-1, 1}) {
            follow(way);
        }
        boundaries.sort(Comparator.comparingDouble(StabilityBoundary::value));
    }

    /** The analysis; empty if no fixed point with the values that the state names is found. */
    static Optional<ThresholdAnalysis> of(
            OrderParameterSystem system, Sizes sizes, ThresholdRequest request, String why) {
        NumericFixedPoints points = new NumericFixedPoints(system, sizes, request);
        double current = points.parameters().current().getOrDefault(points.solved(), 0.0);
        List<double[]> found = points.all(current);
        List<NumericThresholds> different = new ArrayList<>();
        for (double[] state : found.subList(0, Math.min(MOST_STATES, found.size()))) {
            NumericThresholds followed = new NumericThresholds(points, request, state, current);
            if (different.stream().noneMatch(followed::isAlike)) {
                different.add(followed);
            }
        }
        if (different.isEmpty()) {
            return Optional.empty();
        }
        NumericThresholds first = different.get(0);
        List<String> how = new ArrayList<>();
        how.add("found by numbers at the current values of the other parameters: " + why);
        if (found.size() > 1) {
            how.add(first.several(found.size(), different.size()));
        }
        return Optional.of(first.analysis(
                how,
                different.subList(1, different.size()).stream()
                        .map(other -> other.analysis(List.of(), List.of()))
                        .toList()));
    }

    private String several(int found, int different) {
        int followed = Math.min(MOST_STATES, found);
        return found + " fixed points that random starts led to answer to state '" + request.state()
                + "' at the current parameters; this is the first found"
                + (different == 1
                        ? ""
                        : different == 2
                                ? ", and one whose stability is another follows"
                                : ", and " + (different - 1) + " whose stability is another follow")
                + (different < followed
                        ? "; the rest" + (followed < found ? " of those examined" : "")
                                + " have the same stability as one shown"
                        : "")
                + (followed < found
                        ? "; the other " + (found - followed) + " were not examined: name more values in the state"
                        : "");
    }

    private boolean isAlike(NumericThresholds other) {
        boolean alike = unstable == other.unstable && boundaries.size() == other.boundaries.size();
        for (int i = 0; alike && i < boundaries.size(); i++) {
            double difference =
                    boundaries.get(i).value() - other.boundaries.get(i).value();
            alike = Math.abs(difference)
                            <= SAME * (1 + Math.abs(boundaries.get(i).value()))
                    && boundaries.get(i).event() == other.boundaries.get(i).event()
                    && boundaries.get(i).decides() == other.boundaries.get(i).decides();
        }
        return alike;
    }

    private ThresholdAnalysis analysis(List<String> how, List<ThresholdAnalysis> others) {
        List<String> all = new ArrayList<>(how);
        all.add("followed in " + request.solve() + " from " + EightDigits.of(reached[0]) + " to "
                + EightDigits.of(reached[1])
                + "; at " + request.solve() + " = " + EightDigits.of(current) + " the state is "
                + (unstable < 0
                        ? "no point at which rates have derivatives"
                        : unstable == 0
                                ? "not unstable"
                                : "unstable in " + unstable + (unstable == 1 ? " direction" : " directions"))
                + (boundaries.isEmpty() ? ", and nothing changes in that range" : ""));
        int dimension = points.familyDimension(start, current);
        if (dimension > 0) {
            all.add("this state is one member of a family of fixed points of " + dimension
                    + (dimension == 1 ? " dimension" : " dimensions")
                    + " that have the named values; the stability of others may differ");
        }
        all.addAll(notes);
        Map<String, Expression> values = new LinkedHashMap<>();
        for (int i = 0; i < start.length; i++) {
            double rounding = ROUNDING * (1 + NumericFixedPoints.size(start));
            values.put(points.elements().get(i).label(), number(Math.abs(start[i]) <= rounding ? 0 : start[i]));
        }
        Map<String, Double> numbers = new LinkedHashMap<>();
        points.parameters().current().forEach((s, value) -> numbers.put(ParameterPoints.label(s), value));
        List<String> labels =
                points.elements().stream().map(StateLayout.Element::label).toList();
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
                request.state(), request.solve(), values, numbers, List.of(block), List.of(), all, others);
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

    private void follow(int way) {
        double last = current;
        double[] state = start;
        int before = unstable;
        for (int i = 1; i <= STEPS_EACH_WAY; i++) {
            TimeLimit.check();
            double value = current > 0
                    ? current * Math.pow(WIDEST_FACTOR, (double) way * i / STEPS_EACH_WAY)
                    : current + way * (1 + Math.abs(current)) * 3.0 * i / STEPS_EACH_WAY;
            if (!points.parameters().contains(points.solved(), value)) {
                return;
            }
            Optional<double[]> next = points.newton(state, value);
            if (next.isEmpty() || far(next.get(), state)) {
                end(state, last, value, before, way);
                return;
            }
            int now = points.unstable(next.get(), value);
            if (before >= 0 && now >= 0 && now != before) {
                addChanges(state, last, value, before, now);
            }
            state = next.get();
            last = value;
            before = now;
            reached[way < 0 ? 0 : 1] = value;
        }
    }

    /** Goes as near as Newton's method does to where the state ends or runs to infinity. */
    private void end(double[] from, double low, double high, int before, int way) {
        double inside = low;
        double step = (high - low) / 2;
        double[] state = from;
        for (int i = 0; i < MOST_STEPS_TO_END && Math.abs(step) > 1e-10 * Math.abs(inside); i++) {
            Optional<double[]> there = points.newton(state, inside + step);
            if (there.isPresent() && !far(there.get(), state)) {
                inside += step;
                state = there.get();
            } else {
                step /= 2;
            }
        }
        reached[way < 0 ? 0 : 1] = inside;
        boolean grows = NumericFixedPoints.size(state) > RUNS_AWAY * (1 + NumericFixedPoints.size(from));
        if (grows || before >= 0) {
            notes.add("the state " + (grows ? "runs to infinity" : "ends, or is lost,") + " at " + request.solve()
                    + " = " + EightDigits.of(inside));
        }
        if (grows && before == 0) {
            boundaries.add(boundary(inside, true, StabilityBoundary.Event.ZERO_EIGENVALUE));
        }
    }

    private static boolean far(double[] a, double[] b) {
        double distance = 0;
        for (int i = 0; i < a.length; i++) {
            distance = Math.max(distance, Math.abs(a[i] - b[i]));
        }
        return distance > 2 * (0.2 + NumericFixedPoints.size(b));
    }

    /** Every place between two values at which the number of unstable directions changes, from the one on. */
    private void addChanges(double[] from, double low, double high, int before, int now) {
        double inside = low;
        double[] state = from;
        int count = before;
        for (int change = 0; change < from.length && count != now; change++) {
            double outside = high;
            double[] beyond = state;
            for (int i = 0; i < BISECTIONS && Math.abs(outside - inside) > 1e-13 * Math.abs(outside); i++) {
                double middle = inside + (outside - inside) / 2;
                Optional<double[]> there = points.newton(state, middle);
                if (there.isPresent() && points.unstable(there.get(), middle) == count) {
                    inside = middle;
                    state = there.get();
                } else {
                    outside = middle;
                    beyond = there.orElse(beyond);
                }
            }
            Optional<double[]> there = points.newton(beyond, outside);
            int then = there.isPresent() ? points.unstable(there.get(), outside) : -1;
            if (then < 0 || then == count) {
                then = now;
            }
            boundaries.add(boundary(
                    inside + (outside - inside) / 2,
                    count == 0 || then == 0,
                    event(points.eigenvalues(state, inside), Math.abs(then - count))));
            state = there.orElse(state);
            inside = outside;
            count = then;
        }
    }

    /** What passes: a pair if the eigenvalues nearest to the imaginary axis are complex, else real ones, however many. */
    private static StabilityBoundary.Event event(Complex[] eigenvalues, int passing) {
        double largest =
                Arrays.stream(eigenvalues).mapToDouble(Complex::norm).max().orElse(0);
        boolean complex = Arrays.stream(eigenvalues)
                .sorted(Comparator.comparingDouble(value -> Math.abs(value.getRealPart())))
                .limit(passing)
                .allMatch(value -> Math.abs(value.getImaginaryPart()) > REAL * largest);
        return complex && passing % 2 == 0 ? StabilityBoundary.Event.HOPF : StabilityBoundary.Event.ZERO_EIGENVALUE;
    }

    private StabilityBoundary boundary(double value, boolean decides, StabilityBoundary.Event event) {
        return new StabilityBoundary(
                request.solve(),
                Optional.empty(),
                value,
                StabilityBoundary.Kind.NUMERIC,
                Rational.ZERO,
                event,
                decides,
                0,
                0,
                0,
                Optional.empty());
    }
}
