package org.macrostate.engine.analysis.branch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.macrostate.engine.analysis.Analysis;
import org.macrostate.engine.analysis.AnswerFigure;
import org.macrostate.engine.analysis.AnswerView;
import org.macrostate.engine.analysis.Journaled;
import org.macrostate.engine.analysis.SectionContext;
import org.macrostate.engine.analysis.SectionFigures;
import org.macrostate.engine.model.InitialCondition;
import org.macrostate.engine.model.TrajectoryOptions;
import org.macrostate.engine.option.AnalysisDeclaration;
import org.macrostate.engine.option.AnalysisOption;
import org.macrostate.engine.option.OptionType;
import org.macrostate.engine.option.OptionValues;
import org.macrostate.engine.output.DataTable;
import org.macrostate.engine.output.RowWords;
import org.macrostate.engine.output.TerminalTable;
import org.macrostate.engine.report.Drawing;
import org.macrostate.reports.document.Section;
import org.macrostate.reports.typeset.Typesetter;
import org.macrostate.solvers.continuation.BranchLimits;
import org.macrostate.solvers.continuation.CurveLimits;
import org.macrostate.solvers.continuation.ParameterRange;

/** {@code branch}: branches of fixed points with their bifurcations. */
public final class BranchAnalysis implements Analysis<BranchQuestion, BranchAnswer> {
    private static final int MOST_SAID = 4;

    private static final AnalysisOption<ParameterRange> VARY = AnalysisOption.of(
                    "vary", OptionType.parsed(BranchQuestion::range), "P=a:b", "the parameter, from a to b")
            .required();
    private static final AnalysisOption<ParameterRange> FOLLOW = AnalysisOption.of(
            "follow",
            OptionType.parsed(BranchQuestion::range),
            "Q=c:d",
            "a second parameter, from c to d, in which the bifurcations are followed");
    private static final AnalysisOption<String> SHOW = AnalysisOption.of(
            "show",
            OptionType.text(),
            "NAME",
            "order parameter or observable of the figure; the first order parameter unless given");
    private static final AnalysisOption<String> CONSERVE = AnalysisOption.of(
            "conserve",
            OptionType.text(),
            "TOTAL",
            "values of conserved totals, as \"S + Sp = 1\"; those of the start unless given");
    private static final AnalysisOption<Integer> MAX_BRANCHES = AnalysisOption.of(
                    "max-branches", OptionType.whole(1, 100_000), "n", "branches that are followed at most")
            .unlessGiven(Integer.toString(BranchLimits.USUAL.mostBranches()));
    private static final AnalysisOption<Integer> MAX_STEPS = AnalysisOption.of(
                    "max-steps", OptionType.whole(1, 10_000_000), "n", "steps of a branch each way at most")
            .unlessGiven(Integer.toString(BranchLimits.USUAL.mostSteps()));
    private static final AnalysisOption<Double> MAX_STEP = AnalysisOption.of(
                    "max-step", OptionType.positive(), "h", "longest step, of which the range of P is 1")
            .unlessGiven(Double.toString(BranchLimits.USUAL.longestStep()));
    private static final AnalysisOption<Integer> MAX_CURVES = AnalysisOption.of(
                    "max-curves", OptionType.whole(1, 100_000), "n", "curves that are followed in Q at most")
            .unlessGiven(Integer.toString(CurveLimits.USUAL.mostCurves()));
    private static final AnalysisOption<Integer> PROBES = AnalysisOption.of(
            "probes",
            OptionType.whole(0, 1000),
            "n",
            "values of Q beside its present one at which bifurcations to follow are sought; 3 in small systems",
            "unless given");
    private static final AnalysisOption<Boolean> NO_SWITCH =
            AnalysisOption.flag("no-switch", "do not follow the branches that leave at branch points");
    private static final AnalysisOption<InitialCondition> START = AnalysisOption.of(
            "start",
            OptionType.parsed(InitialCondition::read),
            "m=0.5,Q=1",
            "follow only the branch of the fixed point that Newton's method reaches from here, at the first value of P,",
            "and what leaves it");
    private static final AnalysisOption<List<Mark>> MARK = AnalysisOption.of(
            "mark",
            OptionType.parsed(Mark::read),
            "NAME=VALUE,…",
            "mark where an order parameter or observable has a value, as \"eps_g = 0.1\"");
    private static final AnalysisOption<Boolean> CYCLES = AnalysisOption.flag(
            "cycles", "follow the limit cycles that are born at Hopf points, with Floquet multipliers");
    private static final AnalysisOption<Long> SEED = TrajectoryOptions.seed("seed of the random starts");

    @Override
    public AnalysisDeclaration declaration() {
        return new AnalysisDeclaration(
                "branch",
                "Branches of fixed points followed in a parameter, with folds, branch points and Hopf points.",
                List.of(
                        VARY,
                        FOLLOW,
                        SHOW,
                        CONSERVE,
                        START,
                        MARK,
                        CYCLES,
                        MAX_BRANCHES,
                        MAX_STEPS,
                        MAX_STEP,
                        NO_SWITCH,
                        MAX_CURVES,
                        PROBES,
                        SEED),
                List.of(
                        "With --out FOLDER: branch.csv, branch.json and the bifurcation diagram. On a terminal the",
                        "bifurcations, elsewhere the points of all branches as CSV. Steps are chosen by the program.",
                        "Both arms of a pitchfork are one branch; of branches that are symmetric images there is one.",
                        "With --follow, every bifurcation is also followed in a second parameter, to where its curve ends or meets",
                        "another: curves.csv and a second figure, with the points of codimension two.",
                        "With --cycles: cycles.csv has the period and the range of each order parameter along every cycle.",
                        "Ctrl-C leaves what was followed until then in FOLDER; --resume goes on from there."),
                List.of(
                        "macrostate branch linear-vae --vary beta=0:3",
                        "macrostate branch linear-vae --vary beta=0:3 --follow eta=0.05:2 --out branches"));
    }

    @Override
    public BranchQuestion question(OptionValues values) {
        return new BranchQuestion(
                values.get(VARY),
                values.find(FOLLOW),
                values.find(SHOW),
                values.find(CONSERVE),
                new BranchLimits(
                        values.get(MAX_BRANCHES), values.get(MAX_STEPS), values.get(MAX_STEP), !values.get(NO_SWITCH)),
                new CurveLimits(
                        values.get(MAX_CURVES),
                        values.find(PROBES).map(OptionalInt::of).orElseGet(OptionalInt::empty)),
                values.find(START),
                values.find(MARK).orElseGet(List::of),
                values.get(CYCLES),
                values.get(SEED));
    }

    @Override
    public Class<BranchAnswer> answers() {
        return BranchAnswer.class;
    }

    @Override
    public String found(BranchQuestion question, BranchAnswer answer) {
        String parameter = answer.diagram().range().parameter();
        String at = answer.diagram().bifurcations().stream()
                .limit(MOST_SAID)
                .map(b -> b.kind().text() + " at " + parameter + " = " + RowWords.number(b.parameter()))
                .collect(Collectors.joining(", "));
        return RowWords.count(answer.diagram().branches().size(), "branch") + ", "
                + RowWords.count(answer.diagram().bifurcations().size(), "bifurcation")
                + (at.isEmpty() ? "" : ": " + at);
    }

    @Override
    public String words(BranchQuestion question, BranchAnswer answer, AnswerView how) {
        if (!how.isInteractive()) {
            return answer.tables().stream().map(DataTable::csv).collect(Collectors.joining("\r\n"));
        }
        String bifurcations = TerminalTable.of(answer.bifurcations())
                + answer.cycleTables()
                        .map(c -> "\n" + TerminalTable.of(c.summary()))
                        .orElse("")
                + (answer.marks().isEmpty() ? "" : "\n" + TerminalTable.of(answer.marked()));
        return answer.curves()
                .map(curves -> new CurveTables(curves, answer.labels()))
                .map(tables -> bifurcations + "\n" + TerminalTable.of(tables.summary()) + "\n"
                        + TerminalTable.of(tables.points()))
                .orElse(bifurcations);
    }

    @Override
    public boolean hasFigures() {
        return true;
    }

    @Override
    public List<String> figureNames() {
        return List.of(BranchDrawing.NAME, CurveDrawing.NAME);
    }

    @Override
    public List<AnswerFigure<BranchAnswer>> figures(BranchQuestion question) {
        List<AnswerFigure<BranchAnswer>> figures = new ArrayList<>();
        figures.add(new AnswerFigure<>(
                BranchDrawing.NAME,
                (subject, answer, madeBy) -> BranchDrawing.alone(Typesetter.of(subject.problem()), answer, madeBy)));
        if (question.follow().isPresent()) {
            figures.add(new AnswerFigure<>(
                    CurveDrawing.NAME,
                    (subject, answer, madeBy) -> CurveDrawing.alone(
                            Typesetter.of(subject.problem()), answer.curves().orElseThrow(), madeBy)));
        }
        return figures;
    }

    @Override
    public Optional<Section> section(
            SectionContext context, SectionContext.AnsweredItem<BranchAnswer> answered, SectionFigures figures) {
        Drawing drawing = new BranchDrawing(
                        context.typesetter(), answered.answer(), answered.item().suffix())
                .drawing(figures.madeBy());
        return Optional.of(BranchSection.of(
                context,
                answered,
                figures.drawn(BranchSection.label(answered), BranchSection.caption(context, answered), drawing)));
    }

    @Override
    public Optional<Journaled> journal() {
        return Optional.of(Journaled.PIECES);
    }

    @Override
    public Optional<Class<? extends Record>> keptAs() {
        return Optional.of(BranchAnswer.class);
    }
}
