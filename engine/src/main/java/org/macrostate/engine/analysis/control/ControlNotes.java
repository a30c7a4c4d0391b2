package org.macrostate.engine.analysis.control;

import java.util.ArrayList;
import java.util.List;
import org.macrostate.reports.table.NumberText;
import org.macrostate.solvers.control.ControlResult;
import org.macrostate.solvers.control.ControlSearch;

/** What makes a schedule doubtful, in words. */
final class ControlNotes {
    private static final int DIGITS = 7;
    private static final double STATIONARY = 1e-5;
    private static final double AT_END = 1e-12;

    private ControlNotes() {}

    static List<String> of(ControlAnswer answer) {
        List<String> notes = new ArrayList<>();
        answer.result()
                .best()
                .filter(best -> best.excess() == 0 || !answer.result().whole())
                .ifPresent(best -> {
                    if (answer.result().whole()) {
                        local(answer, notes);
                    } else {
                        cut(answer, best, notes);
                    }
                    first(best, notes);
                    edges(answer, best, notes);
                });
        return notes;
    }

    private static void cut(ControlAnswer answer, ControlResult.Best best, List<String> notes) {
        int ended = answer.result().starts().size();
        notes.add("the time limit ended the search after " + ended + " of "
                + ControlSearch.searches(answer.asked().starts())
                + " local searches: this is the best until then, on "
                + best.grid().pieces()
                + " pieces, no proof of a global optimum and "
                + (ended == 0 ? "only of a simple form" : "not refined to the end"));
    }

    private static void local(ControlAnswer answer, List<String> notes) {
        double[] reached = answer.reached();
        int starts = answer.asked().starts();
        int warped = answer.result().starts().size() - starts;
        if (reached.length == 0) {
            return;
        }
        notes.add("the best of " + starts + " starts"
                + (warped > 0 ? " and " + warped + " warped copies of what they led to" : "")
                + ", no proof of a global optimum: " + reached.length + " searches led to objectives from "
                + number(reached[0]) + " to " + number(reached[reached.length - 1])
                + ", median " + number(reached[reached.length / 2]) + ", before the best were refined; "
                + (answer.result().optima() == 1
                        ? "all that ended at a local optimum ended at the same one"
                        : answer.result().optima() + " local optima were told apart"));
        long away =
                answer.result().starts().stream().filter(s -> s.optimum() == 0).count();
        if (away > 0) {
            notes.add(away
                    + " searches ended away from a local optimum: held at the edge of a domain, or not reaching the"
                    + " goal" + answer.offer());
        }
    }

    private static void first(ControlResult.Best best, List<String> notes) {
        if (best.excess() == 0 && !(best.residual() <= STATIONARY * (Math.abs(best.objective()) + AT_END))) {
            notes.add("the first-order condition is met to " + number(best.residual())
                    + " only: the schedule stands at the edge of what is admissible, or the search ended early");
        }
    }

    private static void edges(ControlAnswer answer, ControlResult.Best best, List<String> notes) {
        int length = best.grid().values();
        for (int c = 0; c < answer.controls().size(); c++) {
            ControlRange range = answer.asked().controls().get(c);
            int low = 0;
            int high = 0;
            for (int k = 0; k < length; k++) {
                double value = best.values()[c * length + k];
                low += value <= range.lower() + AT_END ? 1 : 0;
                high += value >= range.upper() - AT_END ? 1 : 0;
            }
            if (low + high > 0) {
                notes.add(range.name() + " stands at the lower end of its range in " + low + " and at the upper end in "
                        + high + " of " + length + (answer.asked().linear() ? " knots" : " pieces")
                        + "; another range may allow a better schedule");
            }
        }
    }

    private static String number(double value) {
        return NumberText.of(value, DIGITS);
    }
}
