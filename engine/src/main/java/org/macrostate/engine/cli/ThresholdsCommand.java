package org.macrostate.engine.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.macrostate.engine.model.ModelInstance;
import org.macrostate.engine.analysis.thresholds.ThresholdsQuestion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code thresholds MODEL --state S --solve P}: stability of a named state, in symbols. */
@Command(
        description = "Stability of a named state, block by block; closed form of a parameter at each boundary.",
        footer = {
            "",
            "Parameters that are zero are put in as zero; all others stay symbols.",
            "Examples:  macrostate thresholds linear-vae --state collapsed --solve beta",
            "           macrostate thresholds linear-vae --state collapsed --solve beta --set lambda=0.1 --json",
            "           macrostate thresholds linear-vae --state collapsed --solve beta --series tau:3",
            "           macrostate thresholds linear-vae --state learned --solve beta --limit small-rate --minimise eps_g"
        })
final class ThresholdsCommand implements Callable<Integer> {
    private final Call call;

    @Mixin
    private final ModelOptions model = new ModelOptions();

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Option(names = "--state", paramLabel = "S", required = true, description = "a state that the model names")
    private String state = "";

    @Option(names = "--solve", paramLabel = "P", required = true, description = "the parameter to solve for")
    private String solve = "";

    @Option(
            names = "--series",
            paramLabel = "P:n",
            description = "expand boundaries without a closed form in a small parameter, to its n-th power")
    private Optional<String> series = Optional.empty();

    @Option(
            names = {"--minimise", "--minimize"},
            paramLabel = "NAME",
            description = "an observable: also where it is least along the state")
    private Optional<String> minimise = Optional.empty();

    ThresholdsCommand(Call call) {
        this.call = call;
    }

    @Override
    public Integer call() {
        ThresholdsQuestion question = new ThresholdsQuestion(
                state,
                solve,
                series.map(text -> ModelOptions.at("--series", () -> ThresholdsQuestion.series(text))),
                minimise);
        ModelInstance subject = model.subject();
        return new Delivery(call, common)
                .deliver(subject, question, work -> question.answer(subject, work), ThresholdsWords::of);
    }
}
