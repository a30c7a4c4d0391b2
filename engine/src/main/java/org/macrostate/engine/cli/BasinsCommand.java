package org.macrostate.engine.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.macrostate.engine.output.DataTable;
import org.macrostate.engine.analysis.basins.BasinsAnswer;
import org.macrostate.engine.analysis.basins.BasinsQuestion;
import org.macrostate.engine.model.ModelInstance;
import org.macrostate.engine.analysis.basins.BasinsDrawing;
import org.macrostate.reports.typeset.Typesetter;
import org.macrostate.solvers.phase.Basins;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code basins MODEL --start P=a:b:n,…}: which stable state each of a family of starts reaches. */
@Command(
        name = "basins",
        description = "Which stable state each of a family of starts reaches, as a map.",
        footer = {
            "",
            "One or two order parameters get a range and a number of points, others a value; what is not mentioned starts",
            "as in 'integrate'. Starts that no vectors have are marked, as are those that run away or do not settle.",
            "With --out FOLDER: basins.csv, attractors.csv, basins.json and the figure; what is finished survives Ctrl-C,",
            "and --resume goes on to the same bytes.",
            "Example:  macrostate basins linear-vae --set beta=1.5 --start m=-1:1:41,d=-1:1:41,Q=2,E=2 --out basins"
        })
final class BasinsCommand implements Callable<Integer> {
    private final Call call;

    @Mixin
    private final ModelOptions model = new ModelOptions();

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Mixin
    private final PlotOption plot = new PlotOption();

    @Mixin
    private final ResumableDelivery delivery = new ResumableDelivery();

    @Option(
            names = "--start",
            paramLabel = "P=a:b:n,…",
            required = true,
            description = "starts: ranges with numbers of points, or values")
    private String start = "";

    BasinsCommand(Call call) {
        this.call = call;
    }

    @Override
    public Integer call() {
        BasinsQuestion question = ModelOptions.at("--start", () -> BasinsQuestion.read(start));
        ModelInstance subject = model.subject();
        return delivery.deliver(
                call,
                common,
                plot,
                subject,
                question,
                work -> question.answer(subject, work),
                answer -> call.terminal().outInteractive()
                        ? summary(answer)
                        : answer.tables().stream().map(DataTable::csv).collect(Collectors.joining("\r\n")),
                List.of(new Delivery.Figures<>(
                        BasinsDrawing.NAME,
                        (answer, madeBy) ->
                                BasinsDrawing.alone(Typesetter.of(subject.problem()), answer, madeBy.line()))));
    }

    private static String summary(BasinsAnswer answer) {
        String others = List.of(Basins.DIVERGES, Basins.UNDECIDED, Basins.IMPOSSIBLE).stream()
                .filter(kind -> answer.count(kind) > 0)
                .map(kind -> answer.word(kind) + ": " + answer.count(kind) + " starts\n")
                .collect(Collectors.joining());
        return TerminalTable.of(answer.attractors()) + others;
    }
}
