package org.macrostate.engine.cli;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.macrostate.engine.model.Assignments;
import org.macrostate.engine.model.InitialCondition;
import org.macrostate.engine.model.ModelInstance;
import org.macrostate.engine.model.NumberReader;
import org.macrostate.engine.analysis.tune.TuneGoal;
import org.macrostate.engine.analysis.tune.TuneQuestion;
import org.macrostate.engine.analysis.tune.TuneDrawing;
import org.macrostate.reports.typeset.Typesetter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tune MODEL --schedule … --vary … --goal …}: the best constants of a schedule. */
@Command(
        name = "tune",
        description = "The constants of a schedule that serve a goal best.",
        footer = {
            "",
            "Goals: 'time OBS < value' (or >), the first time it holds; 'OBS at T', the value then; 'minimum OBS'.",
            "OBS is an observable or an expression in order parameters. What is least is best. One constant: a grid",
            "(logarithmic where the range spans over 1.5 decades), then Brent's method; several: CMA-ES.",
            "Free form: beta=Knots[0,400,800] (or Knots[0:800:9], Steps[…]) with --vary beta=0:2 searches the values at",
            "these times, by CMA-ES and then BOBYQA.",
            "With --out FOLDER: tune.csv (all that was tried), tuned.csv (the best in time), tune.json and a figure.",
            "Example:  macrostate tune linear-vae --schedule \"beta=Tanh[gamma t]\" --vary gamma=1e-5:1",
            "            --goal \"time eps_g < 0.1\" --start m=0.01,d=0.1 --until 3000"
        })
final class TuneCommand implements Callable<Integer> {
    private final Call call;

    @Mixin
    private final ModelOptions model = new ModelOptions();

    @Mixin
    private final PlotOption plot = new PlotOption();

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Option(
            names = "--schedule",
            paramLabel = "beta=Tanh[gamma t]",
            required = true,
            description = "parameters that follow an expression in t and constants")
    private String schedule = "";

    @Option(
            names = "--vary",
            paramLabel = "gamma=a:b,…",
            required = true,
            description = "the constants, each from a to b")
    private String vary = "";

    @Option(names = "--goal", paramLabel = "GOAL", required = true, description = "what is made small")
    private String goal = "";

    @Option(
            names = "--start",
            paramLabel = "m[1,1]=0.01,D=1",
            description = "order parameters at time 0; m=0.01 fills all of m")
    private Optional<String> start = Optional.empty();

    @Option(names = "--until", paramLabel = "T", description = "end, t = steps / N; 10000 unless given")
    private Optional<String> until = Optional.empty();

    @Option(names = "--seed", paramLabel = "s", description = "seed of CMA-ES; 1 unless given")
    private Optional<String> seed = Optional.empty();

    TuneCommand(Call call) {
        this.call = call;
    }

    @Override
    public Integer call() {
        Optional<Double> end = until.map(text -> NumberReader.positive("--until", text));
        TuneQuestion question = new TuneQuestion(
                ScheduleOption.read(schedule),
                ModelOptions.at("--vary", () -> TuneQuestion.ranges(vary)),
                ModelOptions.at("--goal", () -> TuneGoal.read(goal, end)),
                start.map(text -> ModelOptions.at("--start", () -> new InitialCondition(Assignments.numbers(text))))
                        .orElseGet(() -> new InitialCondition(Map.of())),
                seed.map(NumberReader::seed).orElse(1L));
        ModelInstance subject = model.subject();
        return new Delivery(call, common, plot)
                .deliver(
                        subject,
                        question,
                        work -> question.answer(subject, work),
                        answer -> call.terminal().outInteractive()
                                ? TerminalTable.of(answer.summary())
                                : answer.tables().get(0).csv(),
                        Optional.of(new Delivery.Figures<>(
                                "tuning-landscape",
                                (answer, madeBy) ->
                                        TuneDrawing.alone(Typesetter.of(subject.problem()), answer, madeBy.line()))));
    }
}
