package org.macrostate.engine.study;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.CRC32;
import org.macrostate.engine.output.FileLocks;
import org.macrostate.equations.BadInput;

/**
 * Finished pieces of an answer in a file that grows by one write each, so that they survive however the program ends. It
 * begins with a line that says which question they answer and what computed them; a piece is its stage, task, length,
 * checksum and bytes, and one that was cut off ends the file. Pieces stay on disk until they are asked for.
 */
final class PieceFile implements AutoCloseable {
    private static final String HEAD = "Macrostate pieces of ";
    private static final String BY = " by ";
    private static final int PREFIX = 20;
    private static final int LONGEST_HEAD = 400;

    private final Path path;
    private final RandomAccessFile file;
    private final PiecePlaces pieces = new PiecePlaces();
    private long end;
    private boolean empty;

    /**
     * What the first line says.
     *
     * @param hash of all that the pieces depend on
     * @param fingerprint of the program and the machine that computed them
     * @param isStrict whether pieces of another fingerprint are refused; else they are not taken
     */
    record Head(String hash, String fingerprint, boolean isStrict) {
        String line() {
            return HEAD + hash + BY + fingerprint + "\n";
        }
    }

    private PieceFile(Path path, RandomAccessFile file) {
        this.path = path;
        this.file = file;
    }

    /**
     * Begins a file.
     *
     * @param resume whether pieces that are there already, of the same question, are taken
     * @throws BadInput if something else stands in the file's place, or another machine or program kept what is to be resumed
     */
    static PieceFile growing(Path path, Head head, boolean resume) {
        try {
            if (path.getParent() != null) {
                Files.createDirectories(path.getParent());
            }
            PieceFile journal = new PieceFile(path, new RandomAccessFile(path.toFile(), "rw"));
            journal.lock();
            journal.begin(head, resume);
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
    static PieceFile ofShard(Path path, Head head) {
        try {
            PieceFile shard = new PieceFile(path, new RandomAccessFile(path.toFile(), "r"));
            String there = shard.firstLine();
            if (!there.equals(head.line())) {
                shard.file.close();
                throw shard.isOfAnotherMachine(there, head)
                        ? shard.ofAnotherMachine(there, head)
                        : new BadInput("'" + path + "' is a shard of another command, model or setting; move it away, "
                                + "or make it again with this command");
            }
            shard.end = shard.read(there.length());
            return shard;
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read '" + path + "'", failed);
        }
    }

    /** No two processes write one file; where the file system knows no locks, nothing is said. */
    private void lock() throws IOException {
        if (!FileLocks.isOurs(file.getChannel())) {
            file.close();
            throw new BadInput("another run of Macrostate is computing this, and keeps what it finishes in '" + path
                    + "'; wait for its end, or name another --out");
        }
    }

    private String firstLine() throws IOException {
        byte[] begin = new byte[(int) Math.min(LONGEST_HEAD, file.length())];
        file.seek(0);
        file.readFully(begin);
        String text = new String(begin, StandardCharsets.ISO_8859_1);
        int ends = text.indexOf('\n');
        return ends < 0 ? text : text.substring(0, ends + 1);
    }

    private static String fingerprint(String line) {
        int by = line.indexOf(BY);
        return by < 0 || !line.startsWith(HEAD)
                ? ""
                : line.substring(by + BY.length()).strip();
    }

    private boolean isOfAnotherMachine(String line, Head head) {
        String theirs = fingerprint(line);
        return !theirs.isEmpty() && !theirs.equals(head.fingerprint());
    }

    private BadInput ofAnotherMachine(String line, Head head) {
        return new BadInput("'" + path + "' was computed by " + fingerprint(line) + "; this is " + head.fingerprint()
                + ", whose results may differ in their last digits: go on there, or move the file away");
    }

    private static UncheckedIOException unwritten(Path path, IOException failed) {
        return new UncheckedIOException("cannot write '" + path + "'", failed);
    }

    private void begin(Head head, boolean resume) throws IOException {
        String there = firstLine();
        byte[] line = head.line().getBytes(StandardCharsets.ISO_8859_1);
        if (!there.startsWith(HEAD) && !HEAD.startsWith(there)) {
            file.close();
            throw new BadInput("'" + path + "' is not this program's list of pieces; move it away");
        }
        if (resume && head.isStrict() && isOfAnotherMachine(there, head)) {
            file.close();
            throw ofAnotherMachine(there, head);
        }
        if (resume && there.equals(head.line())) {
            end = read(line.length);
            file.setLength(end);
        } else {
            file.setLength(0);
            file.seek(0);
            file.write(line);
            end = line.length;
        }
    }

    /** Where the last whole piece ends. */
    private long read(long begin) throws IOException {
        long offset = begin;
        long length = file.length();
        file.seek(begin);
        DataInputStream in = new DataInputStream(new BufferedInputStream(new FileInputStream(file.getFD()), 1 << 16));
        while (offset + PREFIX <= length) {
            int stage = in.readInt();
            int task = in.readInt();
            int size = in.readInt();
            long checksum = in.readLong();
            if (stage < 0 || task < 0 || size < 0 || size > length - offset - PREFIX) {
                return offset;
            }
            if (checksum(stage, task, in.readNBytes(size)) != checksum) {
                return offset;
            }
            pieces.put(stage, task, offset);
            offset += PREFIX + size;
        }
        return offset;
    }

    /** A checksum of the piece with its stage and task, so that it cannot be taken for another one. */
    private static long checksum(int stage, int task, byte[] piece) {
        CRC32 sum = new CRC32();
        sum.update(ByteBuffer.allocate(2 * Integer.BYTES)
                .putInt(stage)
                .putInt(task)
                .array());
        sum.update(piece);
        return sum.getValue();
    }

    synchronized Optional<byte[]> find(int stage, int task) {
        long offset = pieces.get(stage, task);
        if (offset < 0) {
            return Optional.empty();
        }
        try {
            file.seek(offset + 2 * Integer.BYTES);
            byte[] size = new byte[Integer.BYTES];
            file.readFully(size);
            byte[] bytes = new byte[ByteBuffer.wrap(size).getInt()];
            file.seek(offset + PREFIX);
            file.readFully(bytes);
            return Optional.of(bytes);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read '" + path + "'", failed);
        }
    }

    synchronized boolean has(int stage, int task) {
        return pieces.get(stage, task) >= 0;
    }

    synchronized void keep(int stage, int task, byte[] piece) {
        ByteBuffer whole = ByteBuffer.allocate(PREFIX + piece.length);
        whole.putInt(stage)
                .putInt(task)
                .putInt(piece.length)
                .putLong(checksum(stage, task, piece))
                .put(piece);
        try {
            file.seek(end);
            file.write(whole.array());
            pieces.put(stage, task, end);
            end += whole.capacity();
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

    /** Closes the file, and deletes it if it holds no pieces or they are no longer needed. */
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
