package org.macrostate.engine.study.report;

import org.macrostate.engine.analysis.Analysis;
import org.macrostate.engine.analysis.Answer;
import org.macrostate.engine.analysis.SectionContext;
import org.macrostate.engine.registry.Analyses;
import org.macrostate.engine.report.FormulaPhrases;
import org.macrostate.engine.study.claim.Verdict;
import org.macrostate.equations.model.Dynamics;
import org.macrostate.reports.document.Prose;

/** The abstract, from the verdicts. */
final class Summary {
    private final ReportInput input;
    private Prose prose;

    private Summary(ReportInput input) {
        this.input = input;
        int equations = input.subject().system().equations().size();
        String families = FormulaPhrases.count(equations) + (equations == 1 ? " family" : " families");
        String from = input.problem().dynamics() instanceof Dynamics.Loss ? "the loss" : "the update rule";
        String what = input.problem().dynamics() instanceof Dynamics.Flow
                ? families + " of equations, studied as stated."
                : "the macroscopic theory of one-pass stochastic gradient descent is derived from " + from + ": "
                        + families + " of order-parameter equations, valid for any numbers of copies.";
        this.prose = Prose.text(input.problem().title() + ": " + what);
    }

    static Prose of(ReportInput input) {
        Summary summary = new Summary(input);
        if (!input.text().summary().isEmpty()) {
            summary.written();
            summary.failures();
            return summary.prose;
        }
        if (!input.claims().isEmpty()) {
            summary.claims();
            summary.failures();
            return summary.prose;
        }
        for (Analysis<?, ?> analysis : Analyses.list()) {
            summary.of(analysis);
        }
        summary.failures();
        return summary.prose;
    }

    /** The author's own, followed by every claim that does not hold. */
    private void written() {
        prose = new ClaimProse(input).of(input.text().summary());
        for (Judged judged : input.claims()) {
            if (judged.finding().verdict() != Verdict.HOLDS) {
                prose = prose.and(" ").and(ClaimSection.inShort(judged));
            }
        }
    }

    private void claims() {
        long holding = input.claims().stream()
                .filter(j -> j.finding().verdict() == Verdict.HOLDS)
                .count();
        int all = input.claims().size();
        prose = prose.and(" "
                + FormulaPhrases.sentenceCase(FormulaPhrases.plural(all, "claim")) + (all == 1 ? " is" : " are")
                + " put to the test; "
                + (holding == all
                        ? all == 1 ? "it holds" : "all hold"
                        : FormulaPhrases.count(holding) + (holding == 1 ? " holds" : " hold"))
                + ".");
        for (Judged judged : input.claims()) {
            prose = prose.and(" ").and(ClaimSection.inShort(judged));
        }
    }

    private <A extends Answer> void of(Analysis<?, A> analysis) {
        SectionContext context = input.context();
        for (SectionContext.AnsweredItem<A> told : context.told(analysis.answers())) {
            prose = prose.and(analysis.inAbstract(context, told));
        }
    }

    private void failures() {
        long failed = input.items().stream()
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
