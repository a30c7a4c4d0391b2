package org.macrostate.engine.analysis.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.macrostate.reports.figure.Fill;
import org.macrostate.reports.figure.Label;
import org.macrostate.reports.figure.Layer;
import org.macrostate.reports.figure.Palette;
import org.macrostate.reports.table.NumberText;

/** Values as colours: a colour a word, or steps of equal width from the least to the largest number. */
final class ValueClasses {
    private static final int DIGITS = 3;
    private static final double WIDE = 100;

    private final Map<String, Integer> words;
    private final List<Double> bounds;
    private final List<Layer.Category> categories;

    private ValueClasses(Map<String, Integer> words, List<Double> bounds, List<Layer.Category> categories) {
        this.words = words;
        this.bounds = List.copyOf(bounds);
        this.categories = List.copyOf(categories);
    }

    static ValueClasses of(List<Object> values) {
        Map<String, Integer> words = new LinkedHashMap<>();
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Object value : values) {
            if (!(value instanceof Number number)) {
                words.putIfAbsent(value.toString(), words.size());
            } else if (Double.isFinite(number.doubleValue())) {
                low = Math.min(low, number.doubleValue());
                high = Math.max(high, number.doubleValue());
            }
        }
        List<Layer.Category> categories = new ArrayList<>();
        if (!words.isEmpty() || low > high) {
            words.keySet()
                    .forEach(word ->
                            categories.add(new Layer.Category(Label.text(word), Fill.PLAIN, categories.size())));
            if (categories.isEmpty()) {
                categories.add(new Layer.Category(Label.text("no value"), Fill.PLAIN, 0));
            }
            return new ValueClasses(words, List.of(), categories);
        }
        List<Double> bounds = bounds(low, high);
        for (int step = 0; step + 1 < bounds.size(); step++) {
            Label label = Label.text(
                    NumberText.of(bounds.get(step), DIGITS) + " to " + NumberText.of(bounds.get(step + 1), DIGITS));
            categories.add(new Layer.Category(label, Fill.PLAIN, Palette.step(step)));
        }
        return new ValueClasses(words, bounds, categories);
    }

    /** Of values over more than two decades the steps are in their logarithm. */
    private static List<Double> bounds(double low, double high) {
        int steps = high > low ? Palette.steps() : 1;
        boolean isLogarithmic = low > 0 && high > WIDE * low;
        List<Double> bounds = new ArrayList<>();
        for (int i = 0; i <= steps; i++) {
            double part = (double) i / steps;
            bounds.add(
                    i == steps
                            ? high
                            : isLogarithmic
                                    ? low * StrictMath.exp(part * StrictMath.log(high / low))
                                    : low + part * (high - low));
        }
        return bounds;
    }

    List<Layer.Category> categories() {
        return categories;
    }

    /** The place of a value's category; -1 if it is no number. */
    int of(Object value) {
        if (!(value instanceof Number number)) {
            return words.getOrDefault(value.toString(), -1);
        }
        double at = number.doubleValue();
        if (!Double.isFinite(at) || bounds.isEmpty()) {
            return -1;
        }
        int step = 0;
        while (step + 2 < bounds.size() && at >= bounds.get(step + 1)) {
            step++;
        }
        return step;
    }
}
