package org.macrostate.engine.cli;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.macrostate.engine.analysis.integrate.Bands;
import org.macrostate.engine.analysis.Curves;
import org.macrostate.engine.model.InitialCondition;
import org.macrostate.engine.analysis.integrate.IntegrateQuestion;
import org.macrostate.engine.model.ModelInstance;
import org.macrostate.engine.model.NumberReader;
import org.macrostate.engine.model.TimeGrid;
import org.macrostate.engine.analysis.integrate.TrajectoryDrawing;
import org.macrostate.equations.BadInput;
import org.macrostate.reports.typeset.Typesetter;
import org.macrostate.solvers.integrate.Integration;
import org.macrostate.solvers.integrate.Tolerances;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code integrate MODEL --until T}: the order parameters in time, as CSV. */
@Command(
        description = "Integrate the order-parameter equations; the result is CSV.",
        footer = {
            "",
            "Where nothing is said of it, a norm starts at 1, an overlap between trained vectors at 0, one with a",
            "fixed vector at 0.01 (0.001 between different copies), a trained number where the model says.",
            "More than 1000000 rows are written while they are computed, to standard output or to --out NAME.csv.",
            "The method is Dormand-Prince 8(5,3); where the system is stiff it is left for Rodas5P, and the JSON",
            "result says from when ('stiff from').",
            "Example:  macrostate integrate linear-vae --until 1500 --start m=0.01,d=0.1 --set beta=0.5"
        })
final class IntegrateCommand implements Callable<Integer> {
    private final Call call;

    @Mixin
    private final ModelOptions model = new ModelOptions();

    @Mixin
    private final TrajectoryOptions course = new TrajectoryOptions();

    @Mixin
    private final PlotOption plot = new PlotOption();

    @Mixin
    private final ScheduleOption schedule = new ScheduleOption();

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Option(names = "--rtol", paramLabel = "x", description = "relative tolerance of a step; 1e-8 unless given")
    private Optional<String> rtol = Optional.empty();

    @Option(names = "--atol", paramLabel = "x", description = "absolute tolerance of a step; 1e-10 unless given")
    private Optional<String> atol = Optional.empty();

    @Option(
            names = "--method",
            paramLabel = "lean|hipparchus|rodas",
            description = {
                "lean: Dormand-Prince 8(5,3), left for Rodas5P where the system is stiff; the default.",
                "hipparchus: another implementation of it, for comparison. rodas: Rodas5P from the start"
            })
    private Optional<String> method = Optional.empty();

    @Option(
            names = "--bands",
            description = {
                "columns 'sd …': the predicted standard deviation of one run at --dimension N, observables included.",
                "With --start random the spread of the starts is in it"
            })
    private boolean bands;

    @Option(names = "--dimension", paramLabel = "N", description = "dimension of the runs that --bands is about")
    private Optional<String> dimension = Optional.empty();

    @Option(
            names = "--seed",
            paramLabel = "s",
            description = "of the sampled diffusion, where --bands has no closed form; 1 unless given")
    private Optional<String> seed = Optional.empty();

    IntegrateCommand(Call call) {
        this.call = call;
    }

    @Override
    public Integer call() {
        Tolerances accuracy = new Tolerances(
                rtol.map(text -> NumberReader.positive("--rtol", text)).orElse(Tolerances.DEFAULT.relative()),
                atol.map(text -> NumberReader.positive("--atol", text)).orElse(Tolerances.DEFAULT.absolute()));
        IntegrateQuestion question = new IntegrateQuestion(
                course.grid(IntegrateQuestion.POINTS, TimeGrid.MOST_STREAMED),
                course.beginning().orElse(new InitialCondition(Map.of())),
                accuracy,
                schedule.expressions(),
                Curves.ONE,
                bands(),
                method.map(Integration.Method::named).orElse(Integration.Method.LEAN));
        ModelInstance subject = model.subject();
        if (question.times().isLong()) {
            if (bands) {
                throw new BadInput("--bands keep all rows in memory: ask for at most " + TimeGrid.MOST_POINTS
                        + " points, were " + question.times().times().size());
            }
            if (plot.wanted) {
                throw new BadInput("--plot keeps all rows in memory: ask for at most " + TimeGrid.MOST_POINTS
                        + " points, were " + question.times().times().size());
            }
            return new StreamedDelivery(call, common).deliver(question, subject);
        }
        return new Delivery(call, common, plot)
                .deliver(
                        subject,
                        question,
                        work -> question.answer(subject, work),
                        answer -> answer.tables().get(0).csv(),
                        Optional.of(new Delivery.Figures<>(
                                TrajectoryDrawing.NAME,
                                (answer, madeBy) -> TrajectoryDrawing.alone(
                                        Typesetter.of(subject.problem()), answer, madeBy.line()))));
    }

    private Optional<Bands> bands() {
        if (!bands) {
            if (dimension.isPresent()) {
                throw new BadInput("--dimension says how wide --bands are; without them it has no meaning");
            }
            return Optional.empty();
        }
        String text =
                dimension.orElseThrow(() -> new BadInput("--bands needs --dimension N, the dimension of the runs"));
        return Optional.of(new Bands(
                NumberReader.wholeNumber("--dimension", text, 1, 100_000_000),
                seed.map(NumberReader::seed).orElse(1L)));
    }
}
