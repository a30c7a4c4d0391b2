package org.macrostate.engine.output;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.macrostate.equations.BadInput;

/** A folder that one process at a time writes its results into; the system frees it when the process ends, however it ends. */
public final class FolderLock implements AutoCloseable {
    private static final String NAME = ".macrostate-lock";

    private final Path file;
    private final FileChannel channel;

    private FolderLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes the folder, and makes it if there is none.
     *
     * @throws BadInput if another process has it
     */
    public static FolderLock of(Path folder) {
        Path file = folder.resolve(NAME);
        try {
            Files.createDirectories(folder);
            while (true) {
                FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                if (!FileLocks.isOurs(channel)) {
                    channel.close();
                    throw new BadInput("another run of Macrostate is writing into '" + folder
                            + "'; wait for its end, or name another folder");
                }
                if (isStill(file, channel)) {
                    return new FolderLock(file, channel);
                }
                channel.close();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot write '" + file + "'", failed);
        }
    }

    /** Whether the file that was locked is the one that is there: the one before may have deleted it at its end. */
    private static boolean isStill(Path file, FileChannel channel) throws IOException {
        String token = UUID.randomUUID().toString();
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(token.getBytes(StandardCharsets.US_ASCII)), 0);
        try {
            return Files.readString(file, StandardCharsets.US_ASCII).equals(token);
        } catch (NoSuchFileException deleted) {
            return false;
        }
    }

    /** Frees the folder. */
    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
            channel.close();
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot delete '" + file + "'", failed);
        }
    }
}
