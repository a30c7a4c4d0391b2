package org.macrostate.engine.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.macrostate.engine.analysis.check.CheckQuestion;
import org.macrostate.engine.model.ModelInstance;
import org.macrostate.engine.model.NumberReader;
import org.macrostate.equations.BadInput;
import org.macrostate.solvers.sgd.Optimizer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code check MODEL --dimension N,… --runs k --until T}: the derivation against SGD. */
@Command(
        description = "The derivation against SGD: a statistical verdict. Exit status 1 if they disagree.",
        footer = {
            "",
            "Tested is the deviation extrapolated to N = infinity, of every order parameter and observable at every",
            "time, with Holm's correction. Without --start each run begins with random vectors, and its theory there.",
            "Example:  macrostate check linear-vae --dimension 100,200,400 --runs 8 --until 10 --set tau=0.1"
        })
final class CheckCommand implements Callable<Integer> {
    private final Call call;

    @Mixin
    private final ModelOptions model = new ModelOptions();

    @Mixin
    private final TrajectoryOptions course = new TrajectoryOptions();

    @Mixin
    private final SgdOptions sgd = new SgdOptions();

    @Mixin
    private final ScheduleOption schedule = new ScheduleOption();

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Mixin
    private final ResumableDelivery delivery = new ResumableDelivery();

    @Option(names = "--dimension", paramLabel = "N,…", required = true, description = "dimensions of the vectors")
    private String dimension = "";

    @Option(names = "--runs", paramLabel = "k", description = "runs at each dimension; 16 unless given")
    private Optional<String> runs = Optional.empty();

    @Option(names = "--optimizer", paramLabel = "sgd", description = "nothing but sgd: the theory is that of plain SGD")
    private Optional<String> optimizer = Optional.empty();

    CheckCommand(Call call) {
        this.call = call;
    }

    @Override
    public Integer call() {
        optimizer
                .map(text -> ModelOptions.at("--optimizer", () -> Optimizer.read(text)))
                .filter(chosen -> !(chosen instanceof Optimizer.Sgd))
                .ifPresent(chosen -> {
                    throw new BadInput("there is no theory of " + chosen.text()
                            + " to check: it holds for plain SGD. 'macrostate simulate --optimizer " + chosen.text()
                            + "' shows how far off it then is");
                });
        CheckQuestion question = new CheckQuestion(
                NumberReader.wholeNumbers("--dimension", dimension, 1, 100_000_000),
                runs.map(text -> NumberReader.wholeNumber("--runs", text, 2, 1_000_000))
                        .orElse(16),
                course.grid(CheckQuestion.POINTS),
                course.beginning(),
                sgd.reduced,
                sgd.seed(),
                schedule.expressions());
        ModelInstance subject = model.subject();
        return delivery.deliver(
                call,
                common,
                subject,
                question,
                work -> question.answer(subject, work),
                answer -> TerminalTable.ofFirst(answer)
                        + "\n" + answer.result().explanation() + "\n"
                        + (answer.result().passed() ? "check passed\n" : "check not passed\n"));
    }
}
