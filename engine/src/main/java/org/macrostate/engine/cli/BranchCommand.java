package org.macrostate.engine.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.macrostate.engine.output.DataTable;
import org.macrostate.engine.analysis.branch.BranchAnswer;
import org.macrostate.engine.analysis.branch.BranchQuestion;
import org.macrostate.engine.analysis.branch.CurveTables;
import org.macrostate.engine.model.ModelInstance;
import org.macrostate.engine.model.NumberReader;
import org.macrostate.engine.analysis.branch.BranchDrawing;
import org.macrostate.engine.analysis.branch.CurveDrawing;
import org.macrostate.reports.typeset.Typesetter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code branch MODEL --vary P=a:b}: branches of fixed points with their bifurcations. */
@Command(
        name = "branch",
        description = "Branches of fixed points followed in a parameter, with folds, branch points and Hopf points.",
        footer = {
            "",
            "With --out FOLDER: branch.csv, branch.json and the bifurcation diagram. On a terminal the",
            "bifurcations, elsewhere the points of all branches as CSV. Steps are chosen by the program.",
            "Both arms of a pitchfork are one branch; of branches that are symmetric images there is one.",
            "With --follow, every bifurcation is also followed in a second parameter, to where its curve ends or meets",
            "another: curves.csv and a second figure, with the points of codimension two.",
            "Examples:  macrostate branch linear-vae --vary beta=0:3",
            "           macrostate branch linear-vae --vary beta=0:3 --follow eta=0.05:2 --out branches"
        })
final class BranchCommand implements Callable<Integer> {
    private final Call call;

    @Mixin
    private final ModelOptions model = new ModelOptions();

    @Mixin
    private final PlotOption plot = new PlotOption();

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Option(names = "--vary", paramLabel = "P=a:b", required = true, description = "the parameter, from a to b")
    private String vary = "";

    @Option(
            names = "--follow",
            paramLabel = "Q=c:d",
            description = "a second parameter, from c to d, in which the bifurcations are followed")
    private Optional<String> follow = Optional.empty();

    @Option(
            names = "--show",
            paramLabel = "NAME",
            description = "order parameter or observable of the figure; the first order parameter unless given")
    private Optional<String> show = Optional.empty();

    @Option(names = "--seed", paramLabel = "s", description = "seed of the random starts; 1 unless given")
    private Optional<String> seed = Optional.empty();

    BranchCommand(Call call) {
        this.call = call;
    }

    @Override
    public Integer call() {
        BranchQuestion question = new BranchQuestion(
                ModelOptions.at("--vary", () -> BranchQuestion.range(vary)),
                follow.map(text -> ModelOptions.at("--follow", () -> BranchQuestion.range(text))),
                show,
                seed.map(NumberReader::seed).orElse(1L));
        ModelInstance subject = model.subject();
        return new Delivery(call, common, plot)
                .deliver(
                        subject,
                        question,
                        work -> question.answer(subject, work),
                        answer -> call.terminal().outInteractive() ? summary(answer) : csv(answer),
                        figures(subject));
    }

    private List<Delivery.Figures<BranchAnswer>> figures(ModelInstance subject) {
        List<Delivery.Figures<BranchAnswer>> figures = new ArrayList<>();
        figures.add(new Delivery.Figures<>(
                "bifurcation-diagram",
                (answer, madeBy) -> BranchDrawing.alone(Typesetter.of(subject.problem()), answer, madeBy.line())));
        if (follow.isPresent()) {
            figures.add(new Delivery.Figures<>(
                    CurveDrawing.NAME,
                    (answer, madeBy) -> CurveDrawing.alone(
                            Typesetter.of(subject.problem()), answer.curves().orElseThrow(), madeBy.line())));
        }
        return figures;
    }

    private static String csv(BranchAnswer answer) {
        return answer.tables().stream().map(DataTable::csv).collect(Collectors.joining("\r\n"));
    }

    private static String summary(BranchAnswer answer) {
        String bifurcations = TerminalTable.of(answer.bifurcations());
        return answer.curves()
                .map(curves -> new CurveTables(curves, answer.labels()))
                .map(tables -> bifurcations + "\n" + TerminalTable.of(tables.summary()) + "\n"
                        + TerminalTable.of(tables.points()))
                .orElse(bifurcations);
    }
}
