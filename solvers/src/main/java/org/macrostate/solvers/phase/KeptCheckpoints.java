package org.macrostate.solvers.phase;

import java.util.Optional;

/**
 * Where finished pieces of a diagram are kept, so that an interrupted one need not make them again. A piece is bytes to
 * the keeper, and depends on the diagram's question only. For all threads.
 */
public interface KeptCheckpoints {
    /** Keeps nothing. */
    KeptCheckpoints NONE = new KeptCheckpoints() {
        @Override
        public Optional<byte[]> find(int stage, int task) {
            return Optional.empty();
        }

        @Override
        public void keep(int stage, int task, byte[] piece) {}
    };

    /** The piece that a task of a stage made, if it was kept. */
    Optional<byte[]> find(int stage, int task);

    /** Whether the piece was kept. */
    default boolean has(int stage, int task) {
        return find(stage, task).isPresent();
    }

    /** Keeps a piece; the array is not modified afterwards. */
    void keep(int stage, int task, byte[] piece);
}
