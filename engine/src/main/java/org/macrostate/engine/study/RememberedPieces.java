package org.macrostate.engine.study;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.macrostate.engine.analysis.KeptPieces;

/** Pieces of a journal that stay in memory when it is closed: of an answer that reads them when its tables are written. */
final class RememberedPieces implements KeptPieces {
    private final KeptPieces journal;
    private final Map<Long, byte[]> pieces = new ConcurrentHashMap<>();

    RememberedPieces(KeptPieces journal) {
        this.journal = journal;
    }

    private static long key(int stage, int task) {
        return (long) stage << Integer.SIZE | task;
    }

    @Override
    public Optional<byte[]> find(int stage, int task) {
        Optional<byte[]> known = Optional.ofNullable(pieces.get(key(stage, task)));
        if (known.isPresent()) {
            return known;
        }
        Optional<byte[]> found = journal.find(stage, task);
        found.ifPresent(piece -> pieces.put(key(stage, task), piece));
        return found;
    }

    @Override
    public void keep(int stage, int task, byte[] piece) {
        journal.keep(stage, task, piece);
        pieces.put(key(stage, task), piece);
    }
}
