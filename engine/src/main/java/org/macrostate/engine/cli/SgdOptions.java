package org.macrostate.engine.cli;

import java.util.Optional;
import org.macrostate.engine.model.NumberReader;
import picocli.CommandLine.Option;

/** Options of everything that runs SGD: which of its two exact forms, with which seed. */
final class SgdOptions {
    @Option(names = "--reduced", description = "the exact finite-N overlap process in place of the vectors")
    boolean reduced;

    @Option(names = "--seed", paramLabel = "s", description = "the one seed; 1 unless given")
    private Optional<String> seed = Optional.empty();

    /** @throws org.macrostate.equations.BadInput if it is no whole number */
    long seed() {
        return seed.map(NumberReader::seed).orElse(1L);
    }
}
