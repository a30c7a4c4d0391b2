package org.macrostate.reports.figure;

/** The palette's colours on a terminal of 256, or none. */
final class TerminalColours {
    private static final int[] CODES = {32, 166, 35, 133, 214, 137};

    private final boolean shown;

    TerminalColours(boolean shown) {
        this.shown = shown;
    }

    String of(int slot, String text) {
        return shown && slot >= 0 ? "\u001b[38;5;" + CODES[slot % CODES.length] + "m" + text + "\u001b[0m" : text;
    }
}
