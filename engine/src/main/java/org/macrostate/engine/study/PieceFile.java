package org.macrostate.engine.study;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import org.macrostate.equations.BadInput;

/**
 * Finished pieces of an answer in a file that grows by one write each, so that whatever ends the program leaves them. It
 * begins with a line that says which question they answer; a piece is its stage, task, length, checksum and bytes, and
 * one that was cut off ends the file. Pieces stay on disk until they are asked for.
 */
final class PieceFile implements AutoCloseable {
    private static final String HEAD = "Macrostate pieces of ";
    private static final int PREFIX = 20;

    private final Path path;
    private final RandomAccessFile file;
    private final Map<Long, Place> pieces = new HashMap<>();
    private boolean empty;

    private record Place(long offset, int length) {}

    private PieceFile(Path path, RandomAccessFile file) {
        this.path = path;
        this.file = file;
    }

    /**
     * Begins a file.
     *
     * @param hash of all that the pieces depend on
     * @param resume whether pieces that are there already, of the same hash, are taken
     * @throws BadInput if something else stands in the file's place
     */
    static PieceFile growing(Path path, String hash, boolean resume) {
        try {
            if (path.getParent() != null) {
                Files.createDirectories(path.getParent());
            }
            PieceFile journal = new PieceFile(path, new RandomAccessFile(path.toFile(), "rw"));
            journal.begin((HEAD + hash + "\n").getBytes(StandardCharsets.ISO_8859_1), resume);
            return journal;
        } catch (IOException failed) {
            throw unwritten(path, failed);
        }
    }

    /**
     * Opens what a shard left, to be read.
     *
     * @throws BadInput if it holds pieces of another question, or none
     */
    static PieceFile ofShard(Path path, String hash) {
        try {
            PieceFile shard = new PieceFile(path, new RandomAccessFile(path.toFile(), "r"));
            byte[] head = (HEAD + hash + "\n").getBytes(StandardCharsets.ISO_8859_1);
            byte[] there = new byte[(int) Math.min(head.length, shard.file.length())];
            shard.file.readFully(there);
            if (!java.util.Arrays.equals(there, head)) {
                shard.file.close();
                throw new BadInput(
                        "'" + path + "' is a shard of another command, model, program or machine; move it away, "
                                + "or make it again with this command");
            }
            shard.end(head.length);
            return shard;
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read '" + path + "'", failed);
        }
    }

    private static UncheckedIOException unwritten(Path path, IOException failed) {
        return new UncheckedIOException("cannot write '" + path + "'", failed);
    }

    private void begin(byte[] head, boolean resume) throws IOException {
        byte[] there = new byte[(int) Math.min(head.length, file.length())];
        file.readFully(there);
        String known = new String(there, StandardCharsets.ISO_8859_1);
        if (!known.startsWith(HEAD) && !HEAD.startsWith(known)) {
            file.close();
            throw new BadInput("'" + path + "' is not this program's list of pieces; move it away");
        }
        if (resume && java.util.Arrays.equals(there, head)) {
            file.setLength(end(head.length));
        } else {
            file.setLength(0);
            file.write(head);
        }
    }

    /** Where the last whole piece ends. */
    private long end(long begin) throws IOException {
        long offset = begin;
        while (true) {
            file.seek(offset);
            try {
                int stage = file.readInt();
                int task = file.readInt();
                int length = file.readInt();
                long checksum = file.readLong();
                if (length < 0 || length > file.length() - offset - PREFIX) {
                    return offset;
                }
                byte[] bytes = new byte[length];
                file.readFully(bytes);
                if (checksum(bytes) != checksum) {
                    return offset;
                }
                pieces.put(key(stage, task), new Place(offset + PREFIX, length));
                offset += PREFIX + length;
            } catch (EOFException cutOff) {
                return offset;
            }
        }
    }

    private static long key(int stage, int task) {
        return (long) stage << 32 | task;
    }

    private static long checksum(byte[] bytes) {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        return sum.getValue();
    }

    synchronized Optional<byte[]> find(int stage, int task) {
        Place place = pieces.get(key(stage, task));
        if (place == null) {
            return Optional.empty();
        }
        byte[] bytes = new byte[place.length()];
        try {
            file.seek(place.offset());
            file.readFully(bytes);
            return Optional.of(bytes);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read '" + path + "'", failed);
        }
    }

    synchronized void keep(int stage, int task, byte[] piece) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream(PREFIX + piece.length);
        try (DataOutputStream out = new DataOutputStream(whole)) {
            out.writeInt(stage);
            out.writeInt(task);
            out.writeInt(piece.length);
            out.writeLong(checksum(piece));
            out.write(piece);
            long offset = file.length();
            file.seek(offset);
            file.write(whole.toByteArray());
            pieces.put(key(stage, task), new Place(offset + PREFIX, piece.length));
        } catch (IOException failed) {
            throw unwritten(path, failed);
        }
    }

    Path path() {
        return path;
    }

    synchronized int size() {
        return pieces.size();
    }

    /** Its pieces are no longer needed. */
    synchronized void delete() {
        empty = true;
    }

    /** A file without pieces, or with pieces that are no longer needed, is no longer there. */
    @Override
    public synchronized void close() {
        try {
            file.close();
            if (empty || pieces.isEmpty()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot delete '" + path + "'", failed);
        }
    }
}
