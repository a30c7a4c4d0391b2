package org.macrostate.engine.cli;

/** What is said if Ctrl-C or a signal ends the program before this is closed. */
final class Farewell implements AutoCloseable {
    private final Thread hook;

    Farewell(Runnable words) {
        hook = new Thread(words);
        Runtime.getRuntime().addShutdownHook(hook);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException stopping) {
            // The hook is being run.
        }
    }
}
