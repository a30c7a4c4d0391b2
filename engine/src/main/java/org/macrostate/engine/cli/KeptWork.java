package org.macrostate.engine.cli;

import java.util.Optional;
import org.macrostate.engine.study.Journal;

/** A journal from when the work begins until its result is written. */
final class KeptWork implements AutoCloseable {
    private final Call call;
    private Optional<Journal> journal = Optional.empty();
    private Optional<ShutdownMessage> message = Optional.empty();

    KeptWork(Call call) {
        this.call = call;
    }

    private void sayWhatIsKept() {
        journal.ifPresent(begun -> call.terminal()
                .err()
                .println("macrostate: stopped; " + begun.kept() + " are kept in '" + begun.file()
                        + "', and the same command with --resume goes on from there"));
    }

    Journal begin(Journal begun) {
        journal = Optional.of(begun);
        message = Optional.of(new ShutdownMessage(this::sayWhatIsKept));
        return begun;
    }

    /** The result is written: nothing is kept any longer. */
    void end() {
        journal.ifPresent(Journal::delete);
    }

    @Override
    public void close() {
        message.ifPresent(ShutdownMessage::close);
        journal.ifPresent(Journal::close);
    }
}
