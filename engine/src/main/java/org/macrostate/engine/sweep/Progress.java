package org.macrostate.engine.sweep;

/** Is told how far the work has come. Safe to call from any thread. */
public interface Progress {
    /** Shows nothing. */
    Progress SILENT = (title, total) -> Stage.SILENT;

    /**
     * Begins a piece of work.
     *
     * @param total how many units it has, at least 1
     */
    Stage begin(String title, long total);

    /** A piece of work that is under way. */
    interface Stage extends AutoCloseable {
        Stage SILENT = done -> {};

        /** So many more units are done. */
        void advance(long units);

        /** It has ended, whether or not all units are done. */
        @Override
        default void close() {}
    }
}
