package org.macrostate.engine.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.macrostate.engine.analysis.Curves;
import org.macrostate.engine.model.ModelInstance;
import org.macrostate.engine.model.NumberReader;
import org.macrostate.engine.analysis.simulate.SimulateQuestion;
import org.macrostate.solvers.sgd.Optimizer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code simulate MODEL --dimension N --runs k --until T}: SGD itself, as CSV. */
@Command(
        description = "One-pass SGD in R^N, straight from the model's loss; the result is CSV.",
        footer = {
            "",
            "Without --start the trained vectors have independent normal coordinates of variance 1. With --out, finished",
            "runs survive Ctrl-C, and --resume goes on to the same bytes.",
            "Example:  macrostate simulate linear-vae --dimension 200 --runs 2 --until 20 --set tau=0.1"
        })
final class SimulateCommand implements Callable<Integer> {
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

    @Option(names = "--dimension", paramLabel = "N", required = true, description = "dimension of the vectors")
    private String dimension = "";

    @Option(names = "--runs", paramLabel = "k", description = "runs, each with its own seed; 1 unless given")
    private Optional<String> runs = Optional.empty();

    @Option(
            names = "--optimizer",
            paramLabel = "momentum:0.9",
            description = {
                "momentum[:mu] or adam[:rate[,beta1,beta2]] in place of plain SGD, on the vectors themselves: a warning",
                "instrument. The theory is that of plain SGD, and such runs are marked as outside of it"
            })
    private Optional<String> optimizer = Optional.empty();

    SimulateCommand(Call call) {
        this.call = call;
    }

    @Override
    public Integer call() {
        SimulateQuestion question = new SimulateQuestion(
                NumberReader.wholeNumber("--dimension", dimension, 1, 100_000_000),
                runs.map(text -> NumberReader.wholeNumber("--runs", text, 1, 1_000_000))
                        .orElse(1),
                course.grid(SimulateQuestion.POINTS),
                course.beginning(),
                sgd.reduced,
                sgd.seed(),
                schedule.expressions(),
                Curves.ONE,
                optimizer
                        .map(text -> ModelOptions.at("--optimizer", () -> Optimizer.read(text)))
                        .orElse(Optimizer.SGD));
        ModelInstance subject = model.subject();
        if (!(question.optimizer() instanceof Optimizer.Sgd)) {
            call.terminal()
                    .err()
                    .println("macrostate: " + question.optimizer().text()
                            + " is outside the theory, which holds for plain SGD: these runs check nothing");
        }
        return delivery.deliver(
                call, common, subject, question, work -> question.answer(subject, work), answer -> answer.tables()
                        .get(0)
                        .csv());
    }
}
