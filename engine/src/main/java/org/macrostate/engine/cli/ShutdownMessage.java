package org.macrostate.engine.cli;

/** What is said if Ctrl-C or a signal ends the program before this is closed. */
final class ShutdownMessage implements AutoCloseable {
    private final Thread hook;

    ShutdownMessage(Runnable words) {
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
