package org.macrostate.tests.fuzzing;

/** Named in hostile inputs and nowhere else: its first use sets a flag. */
final class Canary {
    static {
        Cage.sung = true;
    }

    private Canary() {}

    /** Holds the flag, so that reading it does not set it. */
    static final class Cage {
        static volatile boolean sung;

        private Cage() {}
    }
}
