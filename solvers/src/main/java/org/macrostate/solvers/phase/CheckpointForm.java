package org.macrostate.solvers.phase;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * How a kind of piece is written down: numbers with all their bits, so that what is read back is what was made.
 *
 * @param <T> the kind
 */
interface CheckpointForm<T> {
    void write(T piece, DataOutputStream out) throws IOException;

    T read(DataInputStream in) throws IOException;

    default byte[] bytes(T piece) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            write(piece, out);
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return bytes.toByteArray();
    }

    /** @throws UncheckedIOException if the bytes are no such piece */
    default T piece(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            return read(in);
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }
}
