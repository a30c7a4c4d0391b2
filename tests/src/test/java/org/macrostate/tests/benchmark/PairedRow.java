package org.macrostate.tests.benchmark;

import java.util.Locale;
import org.openjdk.jmh.runner.RunnerException;

/**
 * A line of the table: a time beside its reference's, taken in turns until a further turn changes the least time of neither
 * by more than a tenth. The change is the line's error, and is printed; a line that does not settle says so, one that cannot be
 * measured says why, and the others are measured all the same.
 *
 * @param unit of both times
 */
record PairedRow(String what, String unit, Measurement time, Measurement reference) {
    /** The least times of further turns may differ by this part of the least before. */
    static final double ERROR = 0.1;

    static final int TURNS = 6;

    /** Takes a time once. */
    interface Measurement {
        double take() throws RunnerException;
    }

    /** The line. */
    String measured() {
        try {
            return turns();
        } catch (RunnerException | RuntimeException e) {
            return String.format(Locale.ROOT, "%-42s not measured: %s", what, e.getMessage());
        }
    }

    private String turns() throws RunnerException {
        double least = finite(time.take());
        double beside = finite(reference.take());
        double error = Double.POSITIVE_INFINITY;
        int turn = 1;
        for (; turn < TURNS && error > ERROR; turn++) {
            double next = finite(time.take());
            double nextBeside = finite(reference.take());
            error = Math.max(change(least, next), change(beside, nextBeside));
            least = Math.min(least, next);
            beside = Math.min(beside, nextBeside);
        }
        return String.format(
                Locale.ROOT,
                "%-42s %10.1f %s, reference %10.1f %s, ratio %6.2f, error %3.0f %% after %d turns%s",
                what,
                least,
                unit,
                beside,
                unit,
                least / beside,
                100 * error,
                turn,
                error > ERROR ? ": not settled" : "");
    }

    private static double change(double least, double next) {
        return Math.abs(next - least) / Math.min(least, next);
    }

    /** A run of no time, as of a clock that stood still, is no measurement. */
    private double finite(double taken) {
        if (!(taken > 0 && taken < Double.POSITIVE_INFINITY)) {
            throw new IllegalStateException("a time of " + taken + " " + unit);
        }
        return taken;
    }

    void print() {
        System.out.println(measured());
    }
}
