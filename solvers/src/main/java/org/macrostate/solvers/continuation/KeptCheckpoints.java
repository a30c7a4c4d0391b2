package org.macrostate.solvers.continuation;

import java.util.Optional;

/**
 * Where finished pieces of a diagram are kept, so that an interrupted one need not make them again. A piece is a
 * record of numbers, words, lists and such records, and depends on the diagram's question only. For all threads.
 */
public interface KeptCheckpoints {
    /** Keeps nothing. */
    KeptCheckpoints NONE = new KeptCheckpoints() {
        @Override
        public <P extends Record> Optional<P> find(Class<P> type, int stage, int task) {
            return Optional.empty();
        }

        @Override
        public void keep(int stage, int task, Record piece) {}
    };

    /** The piece that a task of a stage made, if it was kept. */
    <P extends Record> Optional<P> find(Class<P> type, int stage, int task);

    /** Keeps a piece. */
    void keep(int stage, int task, Record piece);
}
