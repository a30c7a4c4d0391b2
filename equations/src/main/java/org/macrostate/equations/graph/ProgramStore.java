package org.macrostate.equations.graph;

import java.util.function.Supplier;

/** Where programs of a bound system may be known from an earlier run. */
@FunctionalInterface
public interface ProgramStore {
    /** Knows nothing. */
    ProgramStore NONE = (name, build) -> build.get();

    /**
     * The program known by this name, or the one built now.
     *
     * @param name of the program among those of its system
     */
    Program get(String name, Supplier<Program> build);
}
