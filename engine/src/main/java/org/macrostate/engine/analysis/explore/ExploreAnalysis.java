package org.macrostate.engine.analysis.explore;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.macrostate.engine.analysis.Analysis;
import org.macrostate.engine.analysis.AnswerView;
import org.macrostate.engine.analysis.LiveInput;
import org.macrostate.engine.model.AxisReader;
import org.macrostate.engine.model.InitialCondition;
import org.macrostate.engine.model.ModelInstance;
import org.macrostate.engine.model.TrajectoryOptions;
import org.macrostate.engine.option.AnalysisDeclaration;
import org.macrostate.engine.option.AnalysisOption;
import org.macrostate.engine.option.OptionType;
import org.macrostate.engine.option.OptionValues;
import org.macrostate.equations.BadInput;
import org.macrostate.reports.live.LivePart;
import org.macrostate.solvers.fixedpoint.FixedPoint;
import org.macrostate.solvers.fixedpoint.FixedPointSearch;
import org.macrostate.solvers.phase.ParameterAxis;

/** {@code explore}: the theory as one page with sliders. */
public final class ExploreAnalysis implements Analysis<ExploreQuestion, ExploreAnswer> {
    private static final AnalysisOption<ParameterAxis> X = axis("x", "horizontal");
    private static final AnalysisOption<ParameterAxis> Y = axis("y", "vertical");
    private static final AnalysisOption<Boolean> PLAIN =
            AnalysisOption.flag("no-diagram", "a page without a phase diagram, made sooner");
    private static final AnalysisOption<Long> SEED = TrajectoryOptions.seed("seed of the search for fixed points");

    private static AnalysisOption<ParameterAxis> axis(String name, String side) {
        return AnalysisOption.of(
                name,
                OptionType.parsed(AxisReader::read),
                "beta=a:b:n",
                side + " axis of the phase diagram; chosen among the parameters unless given");
    }

    @Override
    public AnalysisDeclaration declaration() {
        return new AnalysisDeclaration(
                "explore",
                "The theory as one live page: sliders, trajectories, fixed points, phase diagram.",
                List.of(X, Y, TrajectoryOptions.START, TrajectoryOptions.UNTIL, PLAIN, SEED),
                List.of("The page is one HTML file that loads nothing. It integrates the derived equations and follows"
                        + " their fixed points itself; its address keeps what the sliders show."),
                List.of(
                        "macrostate explore linear-vae --x beta=0:3:61 --y eta=0:2:46 --out page.html",
                        "macrostate explore oja --out oja.html"));
    }

    /**
     * What computes, with what was asked of a model to begin with. Fixed points that no answer gave are searched for; where
     * expectations are integrated numerically a search takes minutes, and the page begins with the end of its trajectory.
     *
     * @throws BadInput if the model's equations are too large for a page, or have functions for which it has no code
     */
    public static LivePart part(ModelInstance subject, LiveInput input) {
        PageCode.requireSmall(subject);
        String code = PageCode.of(subject, input.thresholds());
        boolean integrates = !subject.system().numericalPieces().isEmpty();
        List<FixedPoint> found = input.fixedPoints()
                .orElseGet(() -> integrates
                        ? List.of()
                        : FixedPointSearch.of(subject.compiled())
                                .withSeed(1)
                                .find(subject.parameters())
                                .points());
        List<ParameterAxis> axes = input.diagram().stream()
                .flatMap(map -> Stream.of(map.x(), map.y()))
                .toList();
        double[] start = input.trajectory()
                .map(LiveInput.Run::start)
                .orElseGet(() -> InitialCondition.somewhere(subject))
                .state(subject);
        double until = input.trajectory().map(LiveInput.Run::until).orElseGet(() -> ExploreQuestion.horizon(found));
        return new ExplorePage(subject, axes, input.diagram(), found, input.thresholds(), start, until, code).part();
    }

    @Override
    public ExploreQuestion question(OptionValues values) {
        boolean diagram = !values.has(PLAIN);
        if (!diagram && (values.has(X) || values.has(Y))) {
            throw new BadInput(values.spelled(PLAIN) + " asks for a page without a phase diagram; leave "
                    + values.spelled(values.has(X) ? X : Y) + " away, or " + values.spelled(PLAIN));
        }
        return new ExploreQuestion(
                values.find(X),
                values.find(Y),
                TrajectoryOptions.startOrUsual(values),
                values.find(TrajectoryOptions.UNTIL).map(OptionalDouble::of).orElseGet(OptionalDouble::empty),
                diagram,
                values.get(SEED));
    }

    @Override
    public Class<ExploreAnswer> answers() {
        return ExploreAnswer.class;
    }

    @Override
    public String words(ExploreQuestion question, ExploreAnswer answer, AnswerView how) {
        return answer.page().render();
    }

    @Override
    public String found(ExploreQuestion question, ExploreAnswer answer) {
        return "a live page with " + counted(answer.fixedPoints(), "fixed point")
                + (answer.page().diagram() ? ", a phase diagram" : "") + " and "
                + counted(answer.thresholds(), "threshold") + " in closed form";
    }

    private static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    @Override
    public List<String> wordEndings() {
        return List.of("html");
    }

    @Override
    public Optional<String> wordsFile() {
        return Optional.of("explore.html");
    }

    @Override
    public boolean isInStudies() {
        return false;
    }
}
