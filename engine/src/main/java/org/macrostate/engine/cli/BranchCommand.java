package org.macrostate.engine.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.macrostate.engine.study.question.BranchQuestion;
import org.macrostate.engine.study.question.Numbers;
import org.macrostate.engine.study.question.Subject;
import org.macrostate.engine.study.report.BranchDrawing;
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
            "Example:  macrostate branch linear-vae --vary beta=0:3"
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
                show,
                seed.map(Numbers::seed).orElse(1L));
        Subject subject = model.subject();
        return new Delivery(call, common, plot)
                .deliver(
                        subject,
                        question,
                        work -> question.answer(subject, work),
                        answer -> call.terminal().outInteractive()
                                ? PeopleTable.of(answer.bifurcations())
                                : answer.tables().get(0).csv(),
                        Optional.of(new Delivery.Figures<>(
                                "bifurcation-diagram",
                                (answer, madeBy) ->
                                        BranchDrawing.alone(Typesetter.of(subject.problem()), answer, madeBy.line()))));
    }
}
