package org.macrostate.engine.analysis.simulate;

import java.util.ArrayList;
import java.util.List;
import org.macrostate.engine.output.JsonNumbers;
import org.macrostate.solvers.sgd.Optimizer;
import org.macrostate.solvers.sgd.Run;

/**
 * The rows of all runs by number: curve after curve, run after run, time after time. A run is read when its first row is
 * asked for, so that a table of any length is written from bytes on disk.
 */
final class RunRows {
    private final SimulateAnswer answer;
    /** How many rows each run has, as sums: run {@code i} of all begins at row {@code begins[i]}. */
    private final int[] begins;

    private final int runs;
    private int last = -1;
    private double[][] states = new double[0][];

    RunRows(SimulateAnswer answer) {
        this.answer = answer;
        this.runs = answer.asked().runs();
        int all = answer.curves().stream()
                .mapToInt(curve -> curve.outcomes().size())
                .sum();
        this.begins = new int[all + 1];
        for (int i = 0; i < all; i++) {
            begins[i + 1] = Math.addExact(begins[i], length(i));
        }
    }

    /** Runs that came to the end have a row for each time; of others it has to be looked up. */
    private int length(int run) {
        SimulateAnswer.Curve curve = answer.curves().get(run / runs);
        return curve.outcomes().get(run % runs) instanceof Run.Completed
                ? answer.asked().times().times().size()
                : curve.runs().get(run % runs).length;
    }

    int count() {
        return begins[begins.length - 1];
    }

    synchronized List<Object> row(int index) {
        int run = last >= 0 && begins[last] <= index && index < begins[last + 1] ? last : runOf(index);
        if (run != last) {
            states = answer.curves().get(run / runs).runs().get(run % runs);
            last = run;
        }
        int time = index - begins[run];
        List<Object> row = new ArrayList<>();
        answer.curves().get(run / runs).value().ifPresent(row::add);
        if (!(answer.asked().optimizer() instanceof Optimizer.Sgd)) {
            row.add(answer.asked().optimizer().text());
        }
        row.add(run % runs + 1);
        row.add(answer.asked().times().times().get(time));
        row.addAll(JsonNumbers.list(states[time]));
        return row;
    }

    private int runOf(int index) {
        int low = 0;
        int high = begins.length - 1;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (begins[middle] <= index) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
