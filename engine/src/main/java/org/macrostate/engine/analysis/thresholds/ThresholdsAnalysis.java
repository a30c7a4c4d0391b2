package org.macrostate.engine.analysis.thresholds;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.macrostate.engine.analysis.Analysis;
import org.macrostate.engine.analysis.AnswerView;
import org.macrostate.engine.analysis.LiveInput;
import org.macrostate.engine.analysis.PointMeasures;
import org.macrostate.engine.analysis.SectionContext;
import org.macrostate.engine.analysis.SectionFigures;
import org.macrostate.engine.option.AnalysisDeclaration;
import org.macrostate.engine.option.AnalysisOption;
import org.macrostate.engine.option.OptionType;
import org.macrostate.engine.option.OptionValues;
import org.macrostate.engine.report.FormulaPhrases;
import org.macrostate.equations.threshold.SeriesOrder;
import org.macrostate.equations.threshold.StabilityBoundary;
import org.macrostate.reports.document.Prose;
import org.macrostate.reports.document.Section;

/** {@code thresholds}: stability of a named state, in symbols. */
public final class ThresholdsAnalysis implements Analysis<ThresholdsQuestion, ThresholdsAnswer> {
    private static final AnalysisOption<String> STATE = AnalysisOption.of(
                    "state", OptionType.text(), "S", "a state that the model names")
            .required();
    private static final AnalysisOption<String> SOLVE = AnalysisOption.of(
                    "solve", OptionType.text(), "P", "the parameter to solve for")
            .required();
    private static final AnalysisOption<SeriesOrder> SERIES = AnalysisOption.of(
            "series",
            OptionType.parsed(ThresholdsQuestion::series),
            "P:n",
            "expand boundaries without a closed form in a small parameter, to its n-th power");
    private static final AnalysisOption<String> MINIMISE = AnalysisOption.of(
                    "minimise", OptionType.text(), "NAME", "an observable: also where it is least along the state")
            .alias("minimize");

    private static final AnalysisOption<Boolean> FULL = AnalysisOption.flag(
                    "full", "also characteristic polynomials, and conditions and polynomials that are long")
            .onlyOnTheCommandLine();

    @Override
    public AnalysisDeclaration declaration() {
        return new AnalysisDeclaration(
                "thresholds",
                "Stability of a named state, block by block; closed form of a parameter at each boundary.",
                List.of(STATE, SOLVE, SERIES, MINIMISE, FULL),
                List.of("Parameters that are zero are put in as zero; all others stay symbols."),
                List.of(
                        "macrostate thresholds linear-vae --state collapsed --solve beta",
                        "macrostate thresholds linear-vae --state collapsed --solve beta --set lambda=0.1 --json",
                        "macrostate thresholds linear-vae --state collapsed --solve beta --series tau:3",
                        "macrostate thresholds linear-vae --state learned --solve beta --limit small-rate --minimise eps_g"));
    }

    @Override
    public ThresholdsQuestion question(OptionValues values) {
        return new ThresholdsQuestion(
                values.get(STATE), values.get(SOLVE), values.find(SERIES), values.find(MINIMISE), values.get(FULL));
    }

    @Override
    public Class<ThresholdsAnswer> answers() {
        return ThresholdsAnswer.class;
    }

    @Override
    public String found(ThresholdsQuestion question, ThresholdsAnswer answer) {
        return StabilityStatement.of(answer.analysis());
    }

    @Override
    public String words(ThresholdsQuestion question, ThresholdsAnswer answer, AnswerView how) {
        return ThresholdsWords.of(answer, question.isFull());
    }

    @Override
    public boolean isSectionWithNotes() {
        return true;
    }

    @Override
    public Optional<Section> section(
            SectionContext context, SectionContext.AnsweredItem<ThresholdsAnswer> answered, SectionFigures figures) {
        return Optional.of(ThresholdsSection.of(context, answered));
    }

    @Override
    public Prose inAbstract(SectionContext context, SectionContext.AnsweredItem<ThresholdsAnswer> answered) {
        List<Prose> forms = new ArrayList<>();
        for (StabilityBoundary boundary : answered.answer().analysis().boundaries()) {
            boundary.closedForm().ifPresent(form -> {
                if (boundary.decides()) {
                    forms.add(Prose.math(FormulaPhrases.assignment(context.typesetter(), boundary.solve(), form)));
                }
            });
        }
        return forms.isEmpty()
                ? Prose.EMPTY
                : Prose.text(" The " + answered.answer().analysis().state() + " state changes stability at ")
                        .and(FormulaPhrases.list(forms))
                        .and(", a closed form that was checked against numeric eigenvalues.");
    }

    @Override
    public LiveInput live(ThresholdsQuestion question, ThresholdsAnswer answer) {
        List<LiveInput.Threshold> thresholds = answer.analysis().boundaries().stream()
                .filter(StabilityBoundary::decides)
                .flatMap(boundary -> boundary
                        .closedForm()
                        .map(form -> new LiveInput.Threshold(
                                answer.analysis().state(), boundary.solve(), form, answer.zeros()))
                        .stream())
                .toList();
        return LiveInput.ofThresholds(thresholds);
    }

    @Override
    public List<PointMeasures> measures() {
        return List.of(new ThresholdMeasures());
    }
}
