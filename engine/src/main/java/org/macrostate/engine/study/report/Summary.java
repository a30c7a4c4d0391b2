package org.macrostate.engine.study.report;

import java.util.ArrayList;
import java.util.List;
import org.macrostate.engine.analysis.check.CheckAnswer;
import org.macrostate.engine.report.SectionContext;
import org.macrostate.engine.analysis.phasediagram.PhaseDiagramAnswer;
import org.macrostate.engine.analysis.thresholds.ThresholdsAnswer;
import org.macrostate.engine.report.FormulaPhrases;
import org.macrostate.engine.study.claim.Verdict;
import org.macrostate.equations.model.Dynamics;
import org.macrostate.equations.threshold.StabilityBoundary;
import org.macrostate.reports.document.Prose;
import org.macrostate.reports.typeset.Typesetter;
import org.macrostate.solvers.finitesize.CheckResult;

/** The abstract, from the verdicts. */
final class Summary {
    private final ReportInput story;
    private final Typesetter typesetter;
    private Prose prose;

    private Summary(ReportInput story) {
        this.story = story;
        this.typesetter = story.typesetter();
        int equations = story.subject().system().equations().size();
        String families = FormulaPhrases.count(equations) + (equations == 1 ? " family" : " families");
        String from = story.problem().dynamics() instanceof Dynamics.Loss ? "the loss" : "the update rule";
        String what = story.problem().dynamics() instanceof Dynamics.Flow
                ? families + " of equations, studied as stated."
                : "the macroscopic theory of one-pass stochastic gradient descent is derived from " + from + ": "
                        + families + " of order-parameter equations, valid for any numbers of copies.";
        this.prose = Prose.text(story.problem().title() + ": " + what);
    }

    static Prose of(ReportInput story) {
        Summary summary = new Summary(story);
        if (!story.claims().isEmpty()) {
            summary.claims();
            summary.failures();
            return summary.prose;
        }
        story.context().told(ThresholdsAnswer.class).forEach(summary::thresholds);
        story.context().told(PhaseDiagramAnswer.class).forEach(summary::phases);
        story.context().told(CheckAnswer.class).forEach(summary::check);
        summary.failures();
        return summary.prose;
    }

    private void claims() {
        long holding = story.claims().stream()
                .filter(j -> j.finding().verdict() == Verdict.HOLDS)
                .count();
        int all = story.claims().size();
        prose = prose.and(" "
                + FormulaPhrases.sentenceCase(FormulaPhrases.plural(all, "claim")) + (all == 1 ? " is" : " are")
                + " put to the test; "
                + (holding == all
                        ? all == 1 ? "it holds" : "all hold"
                        : FormulaPhrases.count(holding) + (holding == 1 ? " holds" : " hold"))
                + ".");
        for (Judged judged : story.claims()) {
            prose = prose.and(" ").and(ClaimSection.inShort(judged));
        }
    }

    private void thresholds(SectionContext.AnsweredItem<ThresholdsAnswer> told) {
        List<Prose> forms = new ArrayList<>();
        for (StabilityBoundary boundary : told.answer().analysis().boundaries()) {
            boundary.closedForm().ifPresent(form -> {
                if (boundary.decides()) {
                    forms.add(Prose.math(FormulaPhrases.assignment(typesetter, boundary.solve(), form)));
                }
            });
        }
        if (!forms.isEmpty()) {
            prose = prose.and(" The " + told.answer().analysis().state() + " state changes stability at ")
                    .and(FormulaPhrases.list(forms))
                    .and(", a closed form that was checked against numeric eigenvalues.");
        }
    }

    private void phases(SectionContext.AnsweredItem<PhaseDiagramAnswer> told) {
        prose = prose.and(" A phase diagram over ")
                .andMath(FormulaPhrases.symbol(
                        typesetter, told.answer().diagram().x().parameter()))
                .and(" and ")
                .andMath(FormulaPhrases.symbol(
                        typesetter, told.answer().diagram().y().parameter()))
                .and(" shows the phases "
                        + String.join(
                                ", ",
                                told.answer().diagram().categories().stream()
                                        .filter(name ->
                                                !name.equals(org.macrostate.solvers.phase.PhaseDiagram.UNDECIDED))
                                        .toList())
                        + ".");
    }

    private void check(SectionContext.AnsweredItem<CheckAnswer> told) {
        CheckResult result = told.answer().result();
        prose = prose.and(
                switch (result.verdict()) {
                    case PASSED -> " Simulations of SGD at finite N agree with the theory within their error bars.";
                    case FAILED -> " Simulations of SGD at finite N disagree with the theory.";
                    case INCONCLUSIVE -> " Simulations of SGD at finite N allow no verdict on the theory.";
                });
    }

    private void failures() {
        long failed = story.items().stream()
                .filter(item -> item.failure().isPresent())
                .count();
        if (failed > 0) {
            prose = prose.and(
                    " " + Character.toUpperCase(FormulaPhrases.count(failed).charAt(0))
                            + FormulaPhrases.count(failed).substring(1) + (failed == 1 ? " question" : " questions")
                            + " could not be answered.");
        }
    }
}
