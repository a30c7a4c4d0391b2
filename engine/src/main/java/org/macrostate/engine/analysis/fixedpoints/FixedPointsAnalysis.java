package org.macrostate.engine.analysis.fixedpoints;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.macrostate.engine.analysis.Analysis;
import org.macrostate.engine.analysis.AnswerFigure;
import org.macrostate.engine.analysis.AnswerView;
import org.macrostate.engine.analysis.LiveInput;
import org.macrostate.engine.analysis.PointMeasures;
import org.macrostate.engine.analysis.SectionContext;
import org.macrostate.engine.analysis.SectionFigures;
import org.macrostate.engine.model.TrajectoryOptions;
import org.macrostate.engine.option.AnalysisDeclaration;
import org.macrostate.engine.option.AnalysisOption;
import org.macrostate.engine.option.OptionType;
import org.macrostate.engine.option.OptionValues;
import org.macrostate.engine.output.RowWords;
import org.macrostate.engine.output.TerminalTable;
import org.macrostate.reports.document.Prose;
import org.macrostate.reports.document.Section;
import org.macrostate.solvers.fixedpoint.Completeness;
import org.macrostate.solvers.fixedpoint.FixedPoint;
import org.macrostate.solvers.fixedpoint.Stability;

/** {@code fixed-points}: all fixed points that are found. */
public final class FixedPointsAnalysis implements Analysis<FixedPointsQuestion, FixedPointsAnswer> {
    private static final AnalysisOption<Integer> STARTS = AnalysisOption.of(
                    "starts", OptionType.whole(0, 1_000_000), "n", "random starts of the search")
            .unlessGiven(Integer.toString(FixedPointsQuestion.STARTS));
    private static final AnalysisOption<String> CONSERVE = AnalysisOption.of(
            "conserve",
            OptionType.text(),
            "TOTAL",
            "values of conserved totals, as \"S + Sp = 1\"; those of the start unless given");
    private static final AnalysisOption<Boolean> CERTIFY = AnalysisOption.flag(
            "certify", "prove each fixed point by interval arithmetic: that there is one, and one only, so close by");
    private static final AnalysisOption<Integer> PATHS = AnalysisOption.of(
            "max-paths",
            OptionType.whole(0, 1_000_000),
            "n",
            "paths that a homotopy follows at most for every solution of polynomial equations; unless given 5000"
                    + ", where many lead to regular ones");
    private static final AnalysisOption<Long> SEED = TrajectoryOptions.seed("seed of the random starts");

    @Override
    public AnalysisDeclaration declaration() {
        return new AnalysisDeclaration(
                "fixed-points",
                "All fixed points found, with eigenvalues, stability, phase and observables.",
                List.of(STARTS, CONSERVE, CERTIFY, PATHS, SEED),
                List.of("With --out FOLDER also a figure of the eigenvalues."),
                List.of("macrostate fixed-points linear-vae --set beta=0.5"));
    }

    @Override
    public FixedPointsQuestion question(OptionValues values) {
        return new FixedPointsQuestion(
                values.get(STARTS),
                values.find(CONSERVE),
                values.get(CERTIFY),
                values.find(PATHS).map(OptionalInt::of).orElseGet(OptionalInt::empty),
                values.get(SEED));
    }

    @Override
    public Class<FixedPointsAnswer> answers() {
        return FixedPointsAnswer.class;
    }

    @Override
    public String found(FixedPointsQuestion question, FixedPointsAnswer answer) {
        List<FixedPoint> points = answer.found().points();
        long stable = points.stream()
                .filter(point -> point.stability() == Stability.STABLE)
                .count();
        return RowWords.count(points.size(), "fixed point") + " found, " + stable + " of them stable"
                + answer.certified()
                        .map(all -> ", "
                                + all.stream().filter(OptionalDouble::isPresent).count() + " of them certified")
                        .orElse("")
                + completeness(answer.found().completeness());
    }

    private static String completeness(Completeness completeness) {
        if (completeness.all()) {
            return "; there are no others: the equations have " + completeness.solutions()
                    + (completeness.solutions() == 1 ? " complex solution, " : " complex solutions, ")
                    + completeness.real() + " of them real";
        }
        return completeness.missing() >= 1
                ? "; about " + Math.round(completeness.missing()) + " more are estimated not to have been reached"
                : "";
    }

    @Override
    public String words(FixedPointsQuestion question, FixedPointsAnswer answer, AnswerView how) {
        return TerminalTable.of(answer.tables().get(0));
    }

    @Override
    public boolean hasFigures() {
        return true;
    }

    @Override
    public List<String> figureNames() {
        return List.of(SpectrumDrawing.NAME);
    }

    @Override
    public List<AnswerFigure<FixedPointsAnswer>> figures(FixedPointsQuestion question) {
        return List.of(new AnswerFigure<>(
                SpectrumDrawing.NAME, (subject, answer, madeBy) -> SpectrumDrawing.alone(answer, madeBy)));
    }

    @Override
    public LiveInput live(FixedPointsQuestion question, FixedPointsAnswer answer) {
        return LiveInput.ofFixedPoints(answer.found().points());
    }

    @Override
    public Optional<Section> section(
            SectionContext context, SectionContext.AnsweredItem<FixedPointsAnswer> answered, SectionFigures figures) {
        Section section = FixedPointsSection.of(context, answered);
        if (answered.answer().found().points().isEmpty()) {
            return Optional.of(section);
        }
        SpectrumDrawing spectrum =
                new SpectrumDrawing(answered.answer(), answered.item().suffix());
        Prose caption = Prose.text("Eigenvalues of the Jacobian at the fixed points of the table"
                + (spectrum.isPartial() ? ", of many the first few" : "")
                + ". A fixed point is stable where all of them are left of the dashed line.");
        return Optional.of(section.with(
                figures.drawn("spectrum of " + answered.item().name(), caption, spectrum.drawing(figures.madeBy()))));
    }

    @Override
    public List<PointMeasures> measures() {
        return List.of(new FixedPointMeasures());
    }
}
