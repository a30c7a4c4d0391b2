package org.macrostate.engine.cli;

import java.util.List;

/** One call of the program: where its words go, and its arguments. */
record Call(Terminal terminal, List<String> args) {
    Call {
        args = List.copyOf(args);
    }
}
