package org.macrostate.engine.cli;

import java.util.concurrent.Callable;
import org.macrostate.engine.study.question.Subject;
import org.macrostate.engine.study.question.ThresholdsQuestion;
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
            "           macrostate thresholds linear-vae --state collapsed --solve beta --set lambda=0.1 --json"
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

    ThresholdsCommand(Call call) {
        this.call = call;
    }

    @Override
    public Integer call() {
        ThresholdsQuestion question = new ThresholdsQuestion(state, solve);
        Subject subject = model.subject();
        return new Delivery(call, common)
                .deliver(subject, question, work -> question.answer(subject, work), ThresholdsWords::of);
    }
}
