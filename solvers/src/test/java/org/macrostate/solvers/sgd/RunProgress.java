package org.macrostate.solvers.sgd;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.DoubleAdder;

/** How far the runs of all threads are, told to the listener one at a time. */
final class RunProgress {
    private final Replicas.Listener listener;
    private final double work;
    private final DoubleAdder done = new DoubleAdder();
    private final AtomicBoolean stopped = new AtomicBoolean();

    RunProgress(Replicas.Listener listener, double work) {
        this.listener = listener;
        this.work = work;
    }

    /** Adds work done; false if there is to be no more. */
    boolean advance(double amount) {
        done.add(amount);
        if (stopped.get()) {
            return false;
        }
        tell();
        return true;
    }

    private synchronized void tell() {
        listener.progress(Math.min(1, done.sum() / work));
    }

    synchronized void finished(Run run) {
        listener.finished(run);
    }

    void stop() {
        stopped.set(true);
    }
}
