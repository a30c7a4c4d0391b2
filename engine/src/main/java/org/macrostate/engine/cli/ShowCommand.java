package org.macrostate.engine.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.macrostate.engine.study.BundledStudies;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.model.BundledModels;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code show NAME}: the file behind a bundled name. */
@Command(
        description = "Print the file behind a bundled name, to start from a copy.",
        footer = {"", "Example:  macrostate show linear-vae > mine.yaml"})
final class ShowCommand implements Callable<Integer> {
    private final Call call;

    @Parameters(
            index = "0",
            paramLabel = "NAME",
            description = {
                "a bundled model or study; 'macrostate models' lists them. Of a model and a",
                "study of one name the model is shown; 'NAME --study' shows the study"
            })
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String name;

    @Option(names = "--study", description = "the study of this name, where a model is called so too")
    private boolean asStudy;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "show this help")
    boolean help;

    ShowCommand(Call call) {
        this.call = call;
    }

    @Override
    public Integer call() {
        List<String> known = new ArrayList<>(asStudy ? List.of() : BundledModels.names());
        known.addAll(BundledStudies.names());
        if (!known.contains(name)) {
            throw BadInput.unknownName(asStudy ? "study" : "model or study", name, known);
        }
        boolean isModel = !asStudy && BundledModels.names().contains(name);
        call.terminal().out().print(isModel ? BundledModels.text(name) : BundledStudies.text(name));
        if (isModel && BundledStudies.names().contains(name)) {
            call.terminal()
                    .tell("macrostate: the study of this name is shown by 'macrostate show " + name + " --study'");
        }
        return ExitStatus.DONE.code();
    }
}
