package org.macrostate.engine.cli;

import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.macrostate.engine.sweep.Progress;

/**
 * Progress as plain lines, for logs: the first after a second, then at growing intervals, none for what is done sooner.
 * The lines come from a thread of their own, so that work that never says how far it is shows that it is alive.
 */
record ProgressLines(PrintStream err) implements Progress {
    private static final long FIRST = TimeUnit.SECONDS.toNanos(1);
    private static final long LONGEST = TimeUnit.SECONDS.toNanos(60);
    private static final int GROWTH = 3;

    @Override
    public Stage begin(String title, long total) {
        Lines lines = new Lines(err, title, total, System.nanoTime());
        Thread teller = new Thread(lines::tell, "macrostate-progress");
        teller.setDaemon(true);
        teller.start();
        return lines;
    }

    private record Lines(
            PrintStream err, String title, long total, long started, AtomicLong done, CountDownLatch closed)
            implements Stage {
        Lines(PrintStream err, String title, long total, long started) {
            this(err, title, total, started, new AtomicLong(), new CountDownLatch(1));
        }

        @Override
        public void advance(long units) {
            done.addAndGet(units);
        }

        @Override
        public void close() {
            closed.countDown();
        }

        private void tell() {
            long interval = FIRST;
            try {
                while (!closed.await(interval, TimeUnit.NANOSECONDS)) {
                    err.println(line(System.nanoTime() - started));
                    interval = Math.min(LONGEST, interval * GROWTH);
                }
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        }

        private String line(long elapsed) {
            return title + ": " + TimeLeft.said(done.get(), total, TimeUnit.NANOSECONDS.toMillis(elapsed) / 1000.0);
        }
    }
}
