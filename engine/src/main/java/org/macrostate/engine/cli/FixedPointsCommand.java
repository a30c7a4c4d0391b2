package org.macrostate.engine.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.macrostate.engine.analysis.fixedpoints.FixedPointsQuestion;
import org.macrostate.engine.model.ModelInstance;
import org.macrostate.engine.model.NumberReader;
import org.macrostate.engine.analysis.fixedpoints.SpectrumDrawing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code fixed-points MODEL}: all fixed points that are found. */
@Command(
        name = "fixed-points",
        description = "All fixed points found, with eigenvalues, stability, phase and observables.",
        footer = {
            "",
            "With --out FOLDER also a figure of the eigenvalues.",
            "Example:  macrostate fixed-points linear-vae --set beta=0.5"
        })
final class FixedPointsCommand implements Callable<Integer> {
    private final Call call;

    @Mixin
    private final ModelOptions model = new ModelOptions();

    @Mixin
    private final PlotOption plot = new PlotOption();

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Option(names = "--starts", paramLabel = "n", description = "random starts of the search; 64 unless given")
    private Optional<String> starts = Optional.empty();

    @Option(names = "--seed", paramLabel = "s", description = "seed of the random starts; 1 unless given")
    private Optional<String> seed = Optional.empty();

    FixedPointsCommand(Call call) {
        this.call = call;
    }

    @Override
    public Integer call() {
        FixedPointsQuestion question = new FixedPointsQuestion(
                starts.map(text -> NumberReader.wholeNumber("--starts", text, 0, 1_000_000))
                        .orElse(FixedPointsQuestion.STARTS),
                seed.map(NumberReader::seed).orElse(1L));
        ModelInstance subject = model.subject();
        return new Delivery(call, common, plot)
                .deliver(
                        subject,
                        question,
                        work -> question.answer(subject, work),
                        TerminalTable::ofFirst,
                        Optional.of(new Delivery.Figures<>(
                                SpectrumDrawing.NAME,
                                (answer, madeBy) -> SpectrumDrawing.alone(answer, madeBy.line()))));
    }
}
