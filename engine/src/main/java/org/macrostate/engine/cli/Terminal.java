package org.macrostate.engine.cli;

import java.io.PrintStream;

/**
 * Where results and messages go.
 *
 * @param out results, nothing else
 * @param err progress and messages
 * @param interactive whether a person is watching {@code err}
 * @param outInteractive whether a person is reading {@code out}
 */
record Terminal(PrintStream out, PrintStream err, boolean interactive, boolean outInteractive) {}
