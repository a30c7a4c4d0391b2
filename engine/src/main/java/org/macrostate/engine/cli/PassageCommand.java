package org.macrostate.engine.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.macrostate.engine.model.ModelInstance;
import org.macrostate.engine.model.NumberReader;
import org.macrostate.engine.analysis.passage.PassageQuestion;
import org.macrostate.equations.BadInput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code passage MODEL --dimension N,… --of … --above …}: first-passage times of SGD. */
@Command(
        name = "passage",
        description = "First-passage times of SGD at finite N: when a quantity first lies beyond a level.",
        footer = {
            "",
            "Example:  macrostate passage linear-vae --dimension 100,1000 --runs 4 --of \"Abs[m[1,1]]\" --above 0.3",
            "            --until 2000 --reduced"
        })
final class PassageCommand implements Callable<Integer> {
    private final Call call;

    @Mixin
    private final ModelOptions model = new ModelOptions();

    @Mixin
    private final TrajectoryOptions course = new TrajectoryOptions();

    @Mixin
    private final SgdOptions sgd = new SgdOptions();

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Option(names = "--dimension", paramLabel = "N,…", required = true, description = "dimensions of the vectors")
    private String dimension = "";

    @Option(names = "--runs", paramLabel = "k", description = "runs at each dimension; 8 unless given")
    private Optional<String> runs = Optional.empty();

    @Option(
            names = "--of",
            paramLabel = "EXPR",
            required = true,
            description = "the quantity: an expression in order parameters, observables and parameters")
    private String of = "";

    @Option(names = "--above", paramLabel = "LEVEL", description = "the level to be exceeded")
    private Optional<String> above = Optional.empty();

    @Option(names = "--below", paramLabel = "LEVEL", description = "the level to fall below")
    private Optional<String> below = Optional.empty();

    PassageCommand(Call call) {
        this.call = call;
    }

    @Override
    public Integer call() {
        if (above.isPresent() == below.isPresent()) {
            throw new BadInput("one of --above LEVEL and --below LEVEL is needed");
        }
        PassageQuestion question = new PassageQuestion(
                NumberReader.wholeNumbers("--dimension", dimension, 1, 100_000_000),
                runs.map(text -> NumberReader.wholeNumber("--runs", text, 1, 1_000_000))
                        .orElse(8),
                of,
                NumberReader.number("the level", above.or(() -> below).orElseThrow()),
                below.isPresent(),
                course.grid(PassageQuestion.POINTS),
                course.beginning(),
                sgd.reduced,
                sgd.seed());
        ModelInstance subject = model.subject();
        return new Delivery(call, common)
                .deliver(
                        subject,
                        question,
                        work -> question.answer(subject, work),
                        answer -> call.terminal().outInteractive()
                                ? TerminalTable.of(answer.tables().get(0))
                                : answer.tables().get(0).csv());
    }
}
