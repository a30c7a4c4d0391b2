package org.macrostate.engine.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.macrostate.engine.output.DataTable;
import org.macrostate.engine.model.ModelInstance;
import org.macrostate.engine.model.NumberReader;
import org.macrostate.engine.analysis.phasediagram.PhaseDiagramQuestion;
import org.macrostate.engine.analysis.phasediagram.PhaseDrawing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code phase-diagram MODEL --x P=a:b:n --y P=a:b:n}: the phase of every point, and boundary curves. */
@Command(
        name = "phase-diagram",
        description = "The phase of every point of a grid of two parameters, boundary curves, and a figure.",
        footer = {
            "",
            "With --out FOLDER: phase.csv, boundaries.csv, phase-diagram.json and the figure. On a terminal a summary,",
            "elsewhere both tables as CSV, an empty line between them. With --out, what is finished survives Ctrl-C, and",
            "--resume goes on to the same bytes.",
            "Example:  macrostate phase-diagram linear-vae --x beta=0:3:31 --y eta=0.1:2:20 --out phases"
        })
final class PhaseDiagramCommand implements Callable<Integer> {
    private final Call call;

    @Mixin
    private final ModelOptions model = new ModelOptions();

    @Mixin
    private final PlotOption plot = new PlotOption();

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Mixin
    private final ResumableDelivery delivery = new ResumableDelivery();

    @Option(
            names = "--x",
            paramLabel = "P=a:b:n",
            required = true,
            description = "parameter along x: from a to b, n values")
    private String x = "";

    @Option(names = "--y", paramLabel = "P=a:b:n", required = true, description = "parameter along y")
    private String y = "";

    @Option(names = "--seed", paramLabel = "s", description = "seed of the random starts; 1 unless given")
    private Optional<String> seed = Optional.empty();

    PhaseDiagramCommand(Call call) {
        this.call = call;
    }

    @Override
    public Integer call() {
        PhaseDiagramQuestion question = new PhaseDiagramQuestion(
                ModelOptions.at("--x", () -> PhaseDiagramQuestion.axis(x)),
                ModelOptions.at("--y", () -> PhaseDiagramQuestion.axis(y)),
                seed.map(NumberReader::seed).orElse(1L));
        ModelInstance subject = model.subject();
        return delivery.deliver(
                call,
                common,
                plot,
                subject,
                question,
                work -> question.answer(subject, work),
                answer -> {
                    List<DataTable> tables = answer.tables();
                    return call.terminal().outInteractive()
                            ? PhaseSummary.of(answer)
                            : tables.get(0).csv() + "\r\n" + tables.get(1).csv();
                },
                List.of(new Delivery.Figures<>(
                        "phase-diagram",
                        (answer, madeBy) -> PhaseDrawing.alone(subject.system(), answer, madeBy.line()))));
    }
}
