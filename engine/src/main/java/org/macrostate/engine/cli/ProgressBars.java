package org.macrostate.engine.cli;

import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.macrostate.engine.sweep.Progress;

/** Progress as a bar with the time left, for a terminal; without an end where the work does not come in units. */
record ProgressBars(PrintStream err) implements Progress {
    private static final int WIDTH = 100;
    private static final int MILLISECONDS = 200;
    private static final long UNKNOWN = -1;

    @Override
    public Stage begin(String title, long total) {
        ProgressBar bar = new ProgressBarBuilder()
                .setTaskName(title)
                .setInitialMax(total > 1 ? total : UNKNOWN)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(MILLISECONDS)
                .setConsumer(new ConsoleProgressBarConsumer(err, WIDTH))
                .build();
        return new Stage() {
            @Override
            public void advance(long units) {
                bar.stepBy(units);
                if (total > 1 && bar.getCurrent() >= total) {
                    bar.maxHint(UNKNOWN); // counted to the end, but it has not ended
                }
            }

            @Override
            public void close() {
                bar.close();
            }
        };
    }
}
