/**
 * The command line: options in, tables, JSON and files out. A file a command.
 *
 * <p>The only user of standard output. A command reads its options, puts its question to an analysis, a study or what reads
 * data, and delivers the answer; numbers are computed there, not here. Standard output carries results and nothing else: progress
 * and messages go to standard error. What a command ends with is an {@link org.macrostate.engine.cli.ExitStatus}. The door is
 * {@link org.macrostate.engine.cli.Cli}.
 */
@NullMarked
package org.macrostate.engine.cli;

import org.jspecify.annotations.NullMarked;
