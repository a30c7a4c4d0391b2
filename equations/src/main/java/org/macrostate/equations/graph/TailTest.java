package org.macrostate.equations.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.macrostate.equations.gaussian.Tails;
import org.macrostate.equations.tensor.Magnitude;

/**
 * How functions grow along lines through the origin of independent standard normal variables, as {@link Tails} does for all
 * covariances: a function that outgrows the density has no mean, and of one that grows like a bell's inverse, {@code exp(rate
 * z²/2)}, the mean is made further out than usual.
 */
final class TailTest {
    /** At most polynomial, exponential of what grows no faster than linearly: no line has to be looked at. */
    private static final double HARMLESS = 1.99;

    private static final int LINES = 8;

    /** Of functions that grow exponentially: within so many standard deviations all that counts is expected. */
    private static final int FARTHEST = 40;

    private static final double[] CORE = {0.25, 1, 2, 3.5};
    private static final double DIFFERENCE = 1e-3;

    private final Program body;
    private final boolean[] suspect;
    private final boolean any;
    private final boolean grows;

    /** @param results how many functions the program has; further outputs are not looked at */
    TailTest(Program body, int results) {
        this.body = body;
        suspect = new boolean[results];
        double[] orders = GrowthOrder.of(body);
        boolean found = false;
        boolean exponential = false;
        for (int j = 0; j < results; j++) {
            suspect[j] = orders[body.outputs().get(j)] > HARMLESS;
            found |= suspect[j];
            exponential |= orders[body.outputs().get(j)] > 0;
        }
        any = found;
        grows = exponential;
    }

    /**
     * The rate of each function along the line where it grows fastest, at least zero; zero also where it is not known.
     *
     * @param columns coefficients of elements of the state, one row an element, in the variables
     * @param state whose further elements are constants; not modified
     * @param parameters not modified
     */
    double[] rates(double[][] columns, double[] state, double[] parameters) {
        double[] rates = new double[suspect.length];
        int variables = columns.length == 0 ? 0 : columns[0].length;
        if (!any || variables == 0) {
            return rates;
        }
        for (double[] line : lines(variables)) {
            Magnitude[] near = at(Tails.NEAR, line, columns, state, parameters);
            Magnitude[] far = at(Tails.FAR, line, columns, state, parameters);
            for (int j = 0; j < rates.length; j++) {
                if (suspect[j]) {
                    double rate = rate(near[j].log(), far[j].log());
                    rates[j] = Double.isNaN(rate) ? rates[j] : Math.max(rates[j], rate);
                }
            }
        }
        return rates;
    }

    private static double rate(double near, double far) {
        if (far == Double.POSITIVE_INFINITY) {
            return far;
        }
        // What oscillates beside an exponent may seem to grow between two points, but not from the origin on.
        double whole = 2 * far / (Tails.FAR * Tails.FAR);
        return near == Double.NEGATIVE_INFINITY ? whole : Math.min(Tails.rate(near, far), whole);
    }

    /**
     * How far out integrals of functions times the density have to go: farther than usual where functions grow exponentially. On
     * lines, and on one along the gradient of the logarithm where most is found on these.
     *
     * @param usual of functions that do not grow
     * @param negligible a part of the largest value
     */
    double far(NormalIntegral.Integrand function, int outputs, int variables, double usual, double negligible) {
        if (!grows || variables == 0) {
            return usual;
        }
        Profile profile = new Profile(function, new double[outputs], suspect.length, Math.log(negligible));
        double far = usual;
        for (double[] line : lines(variables)) {
            far = Math.max(far, profile.far(line, usual));
        }
        return far > usual ? Math.max(far, profile.far(profile.steepest(), usual)) : usual;
    }

    /** Logarithms of functions times the density along lines. */
    private static final class Profile {
        private final NormalIntegral.Integrand function;
        private final double[] values;
        private final int results;
        private final double negligible;
        private double[] best = {};
        private double atBest = Double.NEGATIVE_INFINITY;
        private int bestResult;

        Profile(NormalIntegral.Integrand function, double[] values, int results, double negligible) {
            this.function = function;
            this.values = values;
            this.results = results;
            this.negligible = negligible;
        }

        double far(double[] line, double usual) {
            double[] most = new double[results];
            Arrays.fill(most, Double.NEGATIVE_INFINITY);
            for (double t : CORE) {
                add(line, t, most);
            }
            double far = usual;
            for (double t = usual; t < FARTHEST && add(line, t, most) && isNumber(line, t + 1); t++) {
                far = t + 1;
            }
            return far;
        }

        /** Whether all functions have finite values there. */
        private boolean isNumber(double[] line, double t) {
            function.at(Arrays.stream(line).map(x -> t * x).toArray(), values);
            return Arrays.stream(values, 0, results).allMatch(Double::isFinite);
        }

        /** Whether any function has not become negligible there. */
        private boolean add(double[] line, double t, double[] most) {
            double[] z = Arrays.stream(line).map(x -> t * x).toArray();
            function.at(z, values);
            boolean counts = false;
            for (int j = 0; j < results; j++) {
                double here = Math.log(Math.abs(values[j])) - t * t / 2;
                counts |= here > most[j] + negligible && here < Double.POSITIVE_INFINITY;
                most[j] = Math.max(most[j], here);
                if (here > atBest) {
                    atBest = here;
                    best = z;
                    bestResult = j;
                }
            }
            return counts;
        }

        double[] steepest() {
            double[] z = best.clone();
            double[] gradient = new double[z.length];
            double square = 0;
            for (int i = 0; i < z.length; i++) {
                z[i] += DIFFERENCE;
                function.at(z, values);
                double above = Math.log(Math.abs(values[bestResult]));
                z[i] -= 2 * DIFFERENCE;
                function.at(z, values);
                gradient[i] = above - Math.log(Math.abs(values[bestResult]));
                z[i] += DIFFERENCE;
                square += gradient[i] * gradient[i];
            }
            double length = Math.sqrt(square);
            return Arrays.stream(gradient).map(x -> x / length).toArray();
        }
    }

    /** Axes, and lines between them. */
    private static List<double[]> lines(int variables) {
        List<double[]> lines = new ArrayList<>();
        for (int i = 0; i < variables; i++) {
            double[] axis = new double[variables];
            axis[i] = 1;
            lines.add(axis);
        }
        Random random = new Random(1);
        for (int i = 0; variables > 1 && i < LINES * variables; i++) {
            double[] line = new double[variables];
            double square = 0;
            for (int k = 0; k < variables; k++) {
                line[k] = random.nextGaussian();
                square += line[k] * line[k];
            }
            for (int k = 0; k < variables; k++) {
                line[k] /= Math.sqrt(square);
            }
            lines.add(line);
        }
        for (double[] line : List.copyOf(lines)) {
            lines.add(Arrays.stream(line).map(x -> -x).toArray());
        }
        return lines;
    }

    private Magnitude[] at(double t, double[] line, double[][] columns, double[] state, double[] parameters) {
        double[] moved = state.clone();
        for (int i = 0; i < columns.length; i++) {
            moved[i] = 0;
            for (int k = 0; k < line.length; k++) {
                moved[i] += t * line[k] * columns[i][k];
            }
        }
        return MagnitudeProgram.outputs(body, suspect.length, moved, parameters);
    }
}
