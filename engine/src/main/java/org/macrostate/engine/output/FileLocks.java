package org.macrostate.engine.output;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;

/** Locks of files between processes, which end with the process that holds them. */
public final class FileLocks {
    private FileLocks() {}

    /** Behind all that is written, since what is locked cannot be read on some systems. */
    private static final long PLACE = Long.MAX_VALUE - 1;

    /** Locks a file until its channel is closed. False if another has it; true also where the file system knows no locks. */
    public static boolean isOurs(FileChannel channel) {
        try {
            return channel.tryLock(PLACE, 1, false) != null;
        } catch (OverlappingFileLockException ownProcess) {
            return false;
        } catch (IOException noLocks) {
            return true;
        }
    }
}
