/**
 * The command line: options in, tables, JSON and files out. A file a command.
 *
 * <p>The only user of standard output. A command reads its options, puts its question to {@code engine.study} and
 * shows the answer; it computes nothing itself. Standard output carries results and nothing else: progress and messages
 * go to standard error. The door is {@link org.macrostate.engine.cli.Cli}.
 */
@NullMarked
package org.macrostate.engine.cli;

import org.jspecify.annotations.NullMarked;
