package org.macrostate.solvers.control;

import java.util.Arrays;
import org.macrostate.equations.BadInput;

/**
 * Where in time the values of controls stand. Each control has one value a piece, or, where it is linear between knots, one a
 * knot; beyond the last knot the last value holds.
 *
 * @param knots at least two, ascending, the first 0; not to be modified
 * @param linear joined by straight lines instead of constant on each piece
 */
public record ControlGrid(double[] knots, boolean linear) {
    public ControlGrid {
        if (knots.length < 2 || knots[0] != 0) {
            throw new IllegalArgumentException("knots must begin with 0 and be two or more: " + Arrays.toString(knots));
        }
        for (int i = 1; i < knots.length; i++) {
            if (!(knots[i] > knots[i - 1] && knots[i] < Double.POSITIVE_INFINITY)) {
                throw new BadInput("the knots of a control must ascend, found " + knots[i] + " after " + knots[i - 1]);
            }
        }
    }

    /** Pieces of equal width from 0 to the end. */
    public static ControlGrid even(double end, int pieces, boolean linear) {
        double[] knots = new double[pieces + 1];
        for (int i = 0; i < pieces; i++) {
            knots[i] = end * i / pieces;
        }
        knots[pieces] = end;
        return new ControlGrid(knots, linear);
    }

    /** The same pieces, stretched to another end. */
    public ControlGrid stretched(double end) {
        double[] scaled = knots.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= end / end();
        }
        scaled[scaled.length - 1] = end;
        return new ControlGrid(scaled, linear);
    }

    /** Each piece divided into equal parts. */
    public ControlGrid divided(int parts) {
        double[] finer = new double[pieces() * parts + 1];
        for (int i = 0; i < finer.length; i++) {
            int piece = Math.min(i / parts, pieces() - 1);
            double into = (double) (i - piece * parts) / parts;
            finer[i] = knots[piece] + into * (knots[piece + 1] - knots[piece]);
        }
        finer[finer.length - 1] = end();
        return new ControlGrid(finer, linear);
    }

    /**
     * The values on the divided grid that make the same functions of time.
     *
     * @param all values of all controls, control by control; not modified
     */
    public double[] dividedValues(double[] all, int parts) {
        ControlGrid finer = divided(parts);
        int controls = all.length / values();
        double[] values = new double[controls * finer.values()];
        for (int i = 0; i < values.length; i++) {
            int c = i / finer.values();
            int k = i % finer.values();
            int piece = Math.min(k / parts, pieces() - 1);
            double part = (double) (k - piece * parts) / parts;
            int at = c * values() + piece;
            values[i] = linear ? (1 - part) * all[at] + part * all[at + 1] : all[at];
        }
        return values;
    }

    public int pieces() {
        return knots.length - 1;
    }

    public double end() {
        return knots[knots.length - 1];
    }

    /** Values a control has. */
    public int values() {
        return linear ? knots.length : knots.length - 1;
    }

    /** The piece that a time belongs to: {@code knots[i] <= t < knots[i + 1]}; the last piece beyond the end. */
    public int piece(double t) {
        int found = Arrays.binarySearch(knots, t);
        int piece = found >= 0 ? found : -found - 2;
        return Math.max(0, Math.min(pieces() - 1, piece));
    }

    /** How far a time is into a piece, from 0 to 1. */
    double part(int piece, double t) {
        return Math.max(0, Math.min(1, (t - knots[piece]) / (knots[piece + 1] - knots[piece])));
    }

    /**
     * The value at a time in a piece.
     *
     * @param all values of all controls, control by control
     */
    double value(double[] all, int control, int piece, double t) {
        int at = control * values() + piece;
        if (!linear) {
            return all[at];
        }
        double part = part(piece, t);
        return (1 - part) * all[at] + part * all[at + 1];
    }

    /** Adds a derivative by the value at a time to those by the values that make it. */
    void spread(double derivative, double[] all, int control, int piece, double t) {
        int at = control * values() + piece;
        if (!linear) {
            all[at] += derivative;
            return;
        }
        double part = part(piece, t);
        all[at] += (1 - part) * derivative;
        all[at + 1] += part * derivative;
    }
}
