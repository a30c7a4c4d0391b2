package org.macrostate.engine.cli;

import java.util.Map;
import java.util.Optional;
import org.macrostate.engine.model.Assignments;
import picocli.CommandLine.Option;

/** {@code --schedule}: parameters that change in time. */
final class ScheduleOption {
    @Option(
            names = "--schedule",
            paramLabel = "beta=Tanh[t/3000]",
            description = "parameters that follow an expression in t")
    private Optional<String> schedule = Optional.empty();

    /** Expressions by parameters. */
    Map<String, String> expressions() {
        return schedule.map(ScheduleOption::read).orElseGet(Map::of);
    }

    static Map<String, String> read(String text) {
        return ModelOptions.at("--schedule", () -> Assignments.texts(text));
    }
}
