package org.macrostate.equations.graph;

import java.util.ArrayList;
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

    private final Program body;
    private final boolean[] suspect;
    private final boolean any;

    /** @param results how many functions the program has; further outputs are not looked at */
    TailTest(Program body, int results) {
        this.body = body;
        suspect = new boolean[results];
        double[] orders = GrowthOrder.of(body);
        boolean found = false;
        for (int j = 0; j < results; j++) {
            suspect[j] = orders[body.outputs().get(j)] > HARMLESS;
            found |= suspect[j];
        }
        any = found;
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
                    double rate = far[j].log() == Double.POSITIVE_INFINITY
                            ? far[j].log()
                            : Tails.rate(near[j].log(), far[j].log());
                    rates[j] = Double.isNaN(rate) ? rates[j] : Math.max(rates[j], rate);
                }
            }
        }
        return rates;
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
            lines.add(java.util.Arrays.stream(line).map(x -> -x).toArray());
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
