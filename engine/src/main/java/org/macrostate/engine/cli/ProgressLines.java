package org.macrostate.engine.cli;

import java.io.PrintStream;
import org.macrostate.engine.sweep.Progress;

/** Progress as plain lines, for logs: one every few seconds, none for what is done sooner. */
record ProgressLines(PrintStream err) implements Progress {
    private static final long NANOSECONDS_BETWEEN = 3_000_000_000L;

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

        Lines(PrintStream err, String title, long total) {
            this.err = err;
            this.title = title;
            this.total = total;
        }

        @Override
        public synchronized void advance(long units) {
            done += units;
            long now = System.nanoTime();
            if (now - last >= NANOSECONDS_BETWEEN) {
                last = now;
                err.println(title + ": " + Math.min(100, 100 * done / Math.max(1, total)) + " %");
            }
        }
    }
}
