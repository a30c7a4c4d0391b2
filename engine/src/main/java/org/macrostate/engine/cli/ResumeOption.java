package org.macrostate.engine.cli;

import java.util.Optional;
import org.macrostate.engine.sweep.Shard;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.Place;
import picocli.CommandLine.Option;

/** {@code --resume}: go on where an interrupted call was. */
class ResumeOption {
    @Option(
            names = "--resume",
            description = "with --out: take what an interrupted call has finished, and go on from there")
    boolean wanted;

    /** The part that is asked for. */
    Optional<Shard> part() {
        return Optional.empty();
    }

    /** The same of work that machines may share. */
    static final class OrShard extends ResumeOption {
        @Option(
                names = "--shard",
                paramLabel = "i/n",
                description = {
                    "with --out: do every n-th task only, from the i-th on, and keep the results beside PATH; when all n are",
                    "there, the same command with --resume in place of --shard puts the answer together"
                })
        private Optional<String> shard = Optional.empty();

        @Override
        Optional<Shard> part() {
            return shard.map(text -> {
                try {
                    return Shard.read(text);
                } catch (BadInput bad) {
                    throw bad.at(Place.ofOption("--shard"));
                }
            });
        }
    }
}
