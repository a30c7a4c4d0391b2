package org.macrostate.engine.analysis.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hipparchus.random.SobolSequenceGenerator;
import org.macrostate.engine.option.Assignments;
import org.macrostate.engine.option.NumberReader;
import org.macrostate.equations.BadInput;
import org.macrostate.solvers.phase.ParameterAxis;

/**
 * The axes of a sweep as a user states them.
 *
 * @param text as stated
 * @param axes in that order
 */
public record SweepAxes(String text, List<SweepAxis> axes) {
    private static final String FORM =
            "a:b:n (grid), log:a:b:n (logarithmic), [a, b, c] (list), sobol:a:b:n or sobol-log:a:b:n (points that fill a box)";
    private static final int MOST_SOBOL = 1_000_000;

    public SweepAxes {
        axes = List.copyOf(axes);
    }

    /** The text alone: it says all that the axes are. */
    @Override
    public String toString() {
        return text;
    }

    /**
     * Reads {@code beta=0.1:3:30, tau=log:1e-3:1:12, eta=[0.5, 1], rho=sobol:0.5:2:256}.
     *
     * @throws BadInput if an axis is empty or none of these, or a parameter has two
     */
    public static SweepAxes read(String text) {
        Map<String, String> ranges = Assignments.texts(text);
        List<Integer> sizes = ranges.values().stream()
                .filter(range -> range.startsWith("sobol"))
                .map(range -> NumberReader.wholeNumber(
                        "points of Sobol's sequence", range.substring(range.lastIndexOf(':') + 1), 1, MOST_SOBOL))
                .toList();
        if (sizes.stream().distinct().count() > 1) {
            throw new BadInput("all sobol axes are one set of points and have the same number of them, found " + sizes);
        }
        double[][] points = sizes.isEmpty() ? new double[0][] : sobol(sizes.size(), sizes.get(0));
        List<SweepAxis> axes = new ArrayList<>();
        int[] dimension = {0};
        ranges.forEach((name, range) ->
                axes.add(range.startsWith("sobol") ? sobol(name, range, points[dimension[0]++]) : axis(name, range)));
        return new SweepAxes(text.strip(), axes);
    }

    private static double[][] sobol(int dimensions, int count) {
        SobolSequenceGenerator generator = new SobolSequenceGenerator(dimensions);
        generator.skipTo(1);
        double[][] fractions = new double[dimensions][count];
        for (int i = 0; i < count; i++) {
            double[] point = generator.nextVector();
            for (int k = 0; k < dimensions; k++) {
                fractions[k][i] = point[k];
            }
        }
        return fractions;
    }

    private static SweepAxis sobol(String name, String range, double[] fractions) {
        String[] parts = range.split(":", -1);
        boolean log = parts[0].equals("sobol-log");
        if (parts.length != 4 || !log && !parts[0].equals("sobol")) {
            throw none(name, range);
        }
        return new SweepAxis.Sobol(name, begin(name, parts[1]), end(name, parts[2]), log, fractions);
    }

    private static SweepAxis axis(String name, String range) {
        if (range.startsWith("[") && range.endsWith("]")) {
            String inside = range.substring(1, range.length() - 1);
            return new SweepAxis.Listed(
                    name, inside.isBlank() ? List.of() : NumberReader.numbers("a value of " + name, inside));
        }
        String[] parts = range.split(":", -1);
        boolean log = parts[0].equals("log");
        int at = log ? 1 : 0;
        if (parts.length == 1 && !log) {
            return new SweepAxis.Listed(name, List.of(NumberReader.number("the value of " + name, range)));
        }
        if (parts.length != at + 3) {
            throw none(name, range);
        }
        return new SweepAxis.Grid(new ParameterAxis(
                name,
                begin(name, parts[at]),
                end(name, parts[at + 1]),
                NumberReader.wholeNumber("points of " + name, parts[at + 2]),
                log));
    }

    private static double begin(String name, String text) {
        return NumberReader.number("begin of " + name, text);
    }

    private static double end(String name, String text) {
        return NumberReader.number("end of " + name, text);
    }

    private static BadInput none(String name, String range) {
        return new BadInput("expected " + name + "= one of " + FORM + ", found '" + range + "'");
    }
}
