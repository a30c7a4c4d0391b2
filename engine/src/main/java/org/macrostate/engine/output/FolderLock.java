package org.macrostate.engine.output;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
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
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (locked(channel) == null) {
                channel.close();
                throw new BadInput("another run of Macrostate is writing into '" + folder
                        + "'; wait for its end, or name another folder");
            }
            return new FolderLock(file, channel);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot write '" + file + "'", failed);
        }
    }

    private static @Nullable FileLock locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException sameProcess) {
            return null;
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
