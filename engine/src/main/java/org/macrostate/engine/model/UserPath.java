package org.macrostate.engine.model;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.macrostate.equations.BadInput;

/** Paths that a user typed, on a command line or in a file. */
public final class UserPath {
    private UserPath() {}

    /**
     * The path of this name.
     *
     * @param name relative to {@code folder}, or absolute
     * @throws BadInput if this system has no such paths: a NUL character, or on Windows a question mark
     */
    public static Path in(Path folder, String name) {
        try {
            return folder.resolve(name);
        } catch (InvalidPathException impossible) {
            throw new BadInput("'" + name + "' is not the name of a file: " + impossible.getReason());
        }
    }

    /** The same, relative to where the program was started. */
    public static Path of(String name) {
        return in(Path.of(""), name);
    }
}
