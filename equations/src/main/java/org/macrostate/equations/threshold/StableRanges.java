package org.macrostate.equations.threshold;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.hipparchus.complex.Complex;
import org.macrostate.equations.TimeLimit;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Symbol;

/**
 * Where a block whose conditions are not all known in symbols is stable: its eigenvalues at many values of the parameter, from
 * a hundredth of the least to a hundred times the largest that matters. A change between two of them that no known boundary
 * explains is bisected.
 */
final class StableRanges {
    private static final int VALUES = 160;
    private static final double WIDEST_FACTOR = 100;
    private static final int BISECTIONS = 60;
    private static final double BESIDE = 1e-6;
    private static final double REAL = 1e-5;

    /** How many eigenvalues grow at the values that were looked at; -1 where the block is not defined. */
    private final Map<Double, Integer> counts = new HashMap<>();

    private final NumericBlock block;
    private final ParameterPoints parameters;
    private final Symbol solved;
    private final String name;
    private final List<StabilityBoundary> further = new ArrayList<>();
    private final String sentence;

    /** @param known boundaries that were found otherwise */
    StableRanges(NumericBlock block, ParameterPoints parameters, Symbol solved, List<StabilityBoundary> known) {
        this.block = block;
        this.parameters = parameters;
        this.solved = solved;
        this.name = ParameterPoints.label(solved);
        List<Double> values = values(known);
        TreeSet<Double> edges = new TreeSet<>();
        known.forEach(boundary -> edges.add(boundary.value()));
        for (int i = 1; i < values.size(); i++) {
            TimeLimit.check();
            double low = values.get(i - 1);
            double high = values.get(i);
            boolean crosses = isDefined(low) && isDefined(high) && isStable(low) != isStable(high);
            if (crosses && edges.subSet(low, true, high, true).isEmpty()) {
                StabilityBoundary found = between(low, high);
                further.add(found);
                edges.add(found.value());
            }
        }
        this.sentence = "at the current values of the other parameters " + ranges(values, edges);
    }

    /** Boundaries that were not known. */
    List<StabilityBoundary> further() {
        return further;
    }

    /** What was looked at, and where the block is stable in it. */
    String sentence() {
        return sentence;
    }

    private List<Double> values(List<StabilityBoundary> known) {
        double current = parameters.current().getOrDefault(solved, 1.0);
        TreeSet<Double> values = new TreeSet<>();
        double least = current == 0 ? 1 : Math.abs(current);
        double largest = least;
        for (StabilityBoundary boundary : known) {
            double size = Math.abs(boundary.value());
            if (Double.isFinite(size) && size > 0) {
                least = Math.min(least, size);
                largest = Math.max(largest, size);
                values.add(boundary.value() * (1 - BESIDE));
                values.add(boundary.value() * (1 + BESIDE));
            }
        }
        values.add(current);
        double ratio = Math.log(largest / least * WIDEST_FACTOR * WIDEST_FACTOR);
        for (int i = 0; i <= VALUES; i++) {
            double size = least / WIDEST_FACTOR * Math.exp(ratio * i / VALUES);
            values.add(size);
            values.add(-size);
        }
        return values.stream()
                .filter(value -> parameters.contains(solved, value))
                .toList();
    }

    private Map<Symbol, Double> point(double value) {
        Map<Symbol, Double> point = new LinkedHashMap<>(parameters.current());
        point.put(solved, value);
        return point;
    }

    private boolean isStable(double value) {
        return unstable(value) == 0;
    }

    /** Beyond the end of a square root, for instance, it is not. */
    private boolean isDefined(double value) {
        return unstable(value) >= 0;
    }

    private int unstable(double value) {
        return counts.computeIfAbsent(value, v -> block.unstable(point(v)));
    }

    private StabilityBoundary between(double low, double high) {
        double a = low;
        double b = high;
        boolean stable = isStable(low);
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = a + (b - a) / 2;
            if (isStable(middle) == stable) {
                a = middle;
            } else {
                b = middle;
            }
        }
        return new StabilityBoundary(
                name,
                Optional.empty(),
                a + (b - a) / 2,
                StabilityBoundary.Kind.NUMERIC,
                Rational.ZERO,
                event(block.eigenvalues(point(stable ? b : a))),
                false,
                0,
                0,
                0,
                Optional.empty());
    }

    /** Of the eigenvalues just beyond the boundary the one of largest real part passes. */
    private static StabilityBoundary.Event event(Complex[] eigenvalues) {
        double largest =
                Arrays.stream(eigenvalues).mapToDouble(Complex::norm).max().orElse(0);
        boolean complex = Arrays.stream(eigenvalues)
                .max(Comparator.comparingDouble(Complex::getRealPart))
                .filter(leading -> Math.abs(leading.getImaginaryPart()) > REAL * largest)
                .isPresent();
        return complex ? StabilityBoundary.Event.HOPF : StabilityBoundary.Event.ZERO_EIGENVALUE;
    }

    private String ranges(List<Double> values, TreeSet<Double> edges) {
        if (values.isEmpty()) {
            return "no value of " + name + " could be looked at";
        }
        List<String> ranges = new ArrayList<>();
        Optional<Double> from = Optional.empty();
        int undefined = 0;
        for (int i = 0; i < values.size(); i++) {
            double value = values.get(i);
            boolean stable = isStable(value);
            if (stable && from.isEmpty()) {
                from = Optional.of(i == 0 ? value : edge(edges, values.get(i - 1), value));
            }
            undefined += isDefined(value) ? 0 : 1;
            boolean ends = !stable || i + 1 == values.size();
            if (ends && from.isPresent()) {
                double to = stable ? value : edge(edges, values.get(i - 1), value);
                ranges.add("for " + EightDigits.of(from.get()) + " < " + name + " < " + EightDigits.of(to));
                from = Optional.empty();
            }
        }
        String looked = ", as " + values.size() + " values from " + EightDigits.of(values.get(0)) + " to "
                + EightDigits.of(values.get(values.size() - 1)) + " show"
                + (undefined > 0 ? "; at " + undefined + " of them it is not defined" : "");
        return ranges.isEmpty()
                ? "the block is stable at no " + name + looked
                : "the block is stable " + String.join(" and ", ranges) + looked;
    }

    private static double edge(TreeSet<Double> edges, double low, double high) {
        return edges.subSet(low, true, high, true).stream().findFirst().orElse(low + (high - low) / 2);
    }
}
