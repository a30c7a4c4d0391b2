package org.macrostate.engine.cli;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.macrostate.engine.study.Journal;

/**
 * A journal from when the work begins until its result is written. Work that can end with what it has is asked to do so when
 * Ctrl-C or a signal ends the program, and gets a few seconds to deliver that.
 */
final class KeptWork implements AutoCloseable {
    private static final long GRACE_SECONDS = 5;

    private final Call call;
    private final CountDownLatch delivered = new CountDownLatch(1);
    private Optional<Journal> journal = Optional.empty();
    private Optional<ShutdownMessage> message = Optional.empty();
    private volatile boolean stopped;

    KeptWork(Call call) {
        this.call = call;
    }

    private void sayWhatIsKept() {
        journal.ifPresent(begun -> call.terminal()
                .err()
                .println(
                        begun.isEmpty()
                                ? "macrostate: stopped before a piece was finished: nothing is kept"
                                : "macrostate: stopped; " + begun.kept() + " are kept in '" + begun.file()
                                        + "', and the same command with --resume goes on from there"));
    }

    /** Whether the program is being ended: what the work made is a part. */
    boolean isStopped() {
        return stopped;
    }

    /** Begins a journal of work that nothing can be told of before it is whole. */
    Journal begin(Journal begun) {
        journal = Optional.of(begun);
        message = Optional.of(new ShutdownMessage(this::sayWhatIsKept));
        return begun;
    }

    /** Begins a journal of work that this thread does, and that ends with what it has when the thread is interrupted. */
    Journal beginEndingWithParts(Journal begun) {
        Thread worker = Thread.currentThread();
        journal = Optional.of(begun);
        message = Optional.of(new ShutdownMessage(() -> {
            stopped = true;
            sayWhatIsKept();
            worker.interrupt();
            waitForDelivery();
        }));
        return begun;
    }

    private void waitForDelivery() {
        try {
            if (!delivered.await(GRACE_SECONDS, TimeUnit.SECONDS)) {
                call.terminal().err().println("macrostate: it did not end in time: no part of the result is written");
            }
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }

    /** The result is written: nothing is kept any longer. */
    void end() {
        journal.ifPresent(Journal::delete);
    }

    @Override
    public void close() {
        message.ifPresent(ShutdownMessage::close);
        journal.ifPresent(Journal::close);
        delivered.countDown();
    }
}
