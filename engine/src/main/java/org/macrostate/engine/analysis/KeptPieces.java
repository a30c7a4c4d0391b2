package org.macrostate.engine.analysis;

import java.util.Optional;
import org.macrostate.engine.record.RecordCodec;
import org.macrostate.solvers.continuation.KeptCheckpoints;

/**
 * Where finished pieces of an answer are kept as bytes, so that an interrupted one need not make them again. For all
 * threads.
 */
public interface KeptPieces {
    /** Keeps nothing. */
    KeptPieces NONE = new KeptPieces() {
        @Override
        public Optional<byte[]> find(int stage, int task) {
            return Optional.empty();
        }

        @Override
        public void keep(int stage, int task, byte[] piece) {}

        @Override
        public KeptCheckpoints checkpoints() {
            return KeptCheckpoints.NONE;
        }
    };

    /** The piece that a task of a stage made, if it was kept. */
    Optional<byte[]> find(int stage, int task);

    /** Whether the piece was kept. */
    default boolean has(int stage, int task) {
        return find(stage, task).isPresent();
    }

    /** Keeps a piece; the array is not modified afterwards. */
    void keep(int stage, int task, byte[] piece);

    /** The same place for pieces that are records; bytes that are of no such record are as if they were not there. */
    default KeptCheckpoints checkpoints() {
        KeptPieces bytes = this;
        return new KeptCheckpoints() {
            @Override
            public <P extends Record> Optional<P> find(Class<P> type, int stage, int task) {
                return bytes.find(stage, task).flatMap(piece -> RecordCodec.read(type, piece));
            }

            @Override
            public void keep(int stage, int task, Record piece) {
                bytes.keep(stage, task, RecordCodec.bytes(piece));
            }
        };
    }
}
