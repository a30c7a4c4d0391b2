package org.macrostate.engine.cli;

import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Options that are declared by calls. Declared by annotations they took a tenth of the time of a short command: each kind of
 * annotation is a class that Java makes anew at every start.
 */
final class DeclaredOptions {
    private DeclaredOptions() {}

    /** Options of one kind that several commands have. */
    interface Shared {
        /** A new specification of the options, whose values go into this object. */
        CommandSpec spec();
    }

    /** A command with shared options. */
    interface Mixed {
        /** Adds the shared options to the command's own. */
        void mixInto(CommandSpec own);
    }

    /** An option without a value. */
    static OptionSpec.Builder flag(Consumer<Boolean> set, String... names) {
        return OptionSpec.builder(names)
                .type(boolean.class)
                .setter(new Receiver<Boolean>(given -> set.accept(given.orElse(false)), Boolean.class));
    }

    /** An option with a text as its value. */
    static OptionSpec.Builder text(String label, Consumer<Optional<String>> set, String... names) {
        return OptionSpec.builder(names)
                .type(String.class)
                .arity("1")
                .paramLabel(label)
                .setter(new Receiver<String>(set, String.class));
    }

    /** The specification with the two options that every command has, after its own. */
    static CommandSpec helpAndVersion(CommandSpec spec) {
        return spec.addOption(flag(given -> {}, "-h", "--help")
                        .usageHelp(true)
                        .description("show this help")
                        .build())
                .addOption(flag(given -> {}, "-V", "--version")
                        .versionHelp(true)
                        .description("show the version")
                        .build());
    }

    /** Takes a value from picocli; empty until the option is given. */
    static final class Receiver<V> implements ISetter {
        private final Consumer<Optional<V>> set;
        private final Class<V> type;

        Receiver(Consumer<Optional<V>> set, Class<V> type) {
            this.set = set;
            this.type = type;
        }

        @Override
        public <T> @Nullable T set(@Nullable T value) {
            set.accept(Optional.ofNullable(value).map(type::cast));
            return value;
        }
    }
}
