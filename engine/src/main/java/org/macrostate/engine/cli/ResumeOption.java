package org.macrostate.engine.cli;

import picocli.CommandLine.Option;

/** {@code --resume}: go on where an interrupted call was. */
final class ResumeOption {
    @Option(
            names = "--resume",
            description = "with --out: take what an interrupted call has finished, and go on from there")
    boolean wanted;
}
