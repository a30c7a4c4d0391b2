package org.macrostate.engine.cli;

import java.io.PrintStream;
import org.macrostate.engine.sweep.Progress;

/** Progress as plain lines, for logs: one every few seconds, none for what is done sooner. */
record ProgressLines(PrintStream err) implements Progress {
    private static final long SHORTEST = 3_000_000_000L;
    private static final long LONGEST = 20_000_000_000L;
    private static final int PER_CENT = 10;

    @Override
    public Stage begin(String title, long total) {
        return new Lines(err, title, total);
    }

    private static final class Lines implements Stage {
        private final PrintStream err;
        private final String title;
        private final long total;
        private long done;
        private long last = System.nanoTime();
        private long shown;

        Lines(PrintStream err, String title, long total) {
            this.err = err;
            this.title = title;
            this.total = total;
        }

        @Override
        public synchronized void advance(long units) {
            done += units;
            long since = System.nanoTime() - last;
            long reached = Math.min(100, 100 * done / Math.max(1, total));
            if (since >= LONGEST || (since >= SHORTEST && reached >= shown + PER_CENT)) {
                last += since;
                shown = reached;
                err.println(title + ": " + reached + " %");
            }
        }
    }
}
