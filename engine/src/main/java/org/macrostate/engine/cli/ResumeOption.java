package org.macrostate.engine.cli;

import java.util.Optional;
import org.macrostate.engine.sweep.Shard;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.Place;
import picocli.CommandLine.Model.CommandSpec;

/** {@code --resume}: go on where an interrupted call was. */
class ResumeOption implements DeclaredOptions.Shared {
    boolean wanted;

    @Override
    public CommandSpec spec() {
        return CommandSpec.create()
                .addOption(DeclaredOptions.flag(given -> wanted = given, "--resume")
                        .description("with --out: take what an interrupted call has finished, and go on from there")
                        .build());
    }

    /** The part that is asked for. */
    Optional<Shard> part() {
        return Optional.empty();
    }

    /** The same of work that machines may share. */
    static final class OrShard extends ResumeOption {
        private Optional<String> shard = Optional.empty();

        @Override
        public CommandSpec spec() {
            return super.spec()
                    .addOption(DeclaredOptions.text("i/n", given -> shard = given, "--shard")
                            .description(
                                    "with --out: do every n-th task only, from the i-th on, and keep the results beside PATH; when all n are",
                                    "there, the same command with --resume in place of --shard puts the answer together")
                            .build());
        }

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
