package org.macrostate.engine.study.report;

import java.util.List;
import java.util.OptionalDouble;
import org.macrostate.engine.report.FormulaPhrases;
import org.macrostate.engine.study.claim.ClaimFinding;
import org.macrostate.engine.study.claim.Criterion;
import org.macrostate.engine.study.claim.CriterionFinding;
import org.macrostate.engine.study.claim.Verdict;
import org.macrostate.reports.document.Inline;
import org.macrostate.reports.document.Prose;

/** Whether a claim holds, and how strongly, in words. */
final class ClaimVerdict {
    private static final double COMFORTABLE = 0.5;
    private static final double CLEAR = 0.9;

    private ClaimVerdict() {}

    /** The sentences under a claim. */
    static Prose of(Judged judged) {
        ClaimFinding finding = judged.finding();
        ClaimProse prose = new ClaimProse(judged);
        int all = finding.criteria().size();
        Prose verdict = Prose.EMPTY.and(new Inline.Strong("The claim " + strength(finding) + "."));
        if (finding.verdict() == Verdict.HOLDS && !finding.claim().found().isEmpty()) {
            verdict = verdict.and(" ").and(prose.of(finding.claim().found()));
        }
        verdict = verdict.and(" " + FormulaPhrases.sentenceCase(FormulaPhrases.count(finding.met())) + " of "
                + FormulaPhrases.plural(all, "criterion").replace("criterions", "criteria")
                + (finding.met() == 1 ? " is met" : " are met"));
        verdict = finding.used().isPresent() && finding.verdict() == Verdict.HOLDS && all > 1
                ? verdict.and("; the tightest takes ")
                        .and(percent(finding.used()))
                        .and(" of the room it has.")
                : verdict.and(".");
        for (CriterionFinding criterion : open(finding)) {
            verdict = verdict.and(criterion.verdict() == Verdict.FAILS ? " Not met: " : " Undecided: ")
                    .and(prose.of(criterion.criterion().that()))
                    .and(criterion.note().isEmpty() ? "." : " (" + criterion.note() + ").");
        }
        return verdict;
    }

    private static List<CriterionFinding> open(ClaimFinding finding) {
        return finding.criteria().stream()
                .filter(c -> c.verdict() != Verdict.HOLDS)
                .toList();
    }

    private static Prose percent(OptionalDouble used) {
        double part = 100 * used.orElse(0);
        return part < 1 ? Prose.text("less than 1 %") : Prose.number(part, 2).and(" %");
    }

    /** {@code holds exactly}, {@code holds narrowly}, {@code does not hold}. */
    static String strength(ClaimFinding finding) {
        if (finding.verdict() != Verdict.HOLDS) {
            return finding.verdict().text();
        }
        boolean symbolic = finding.criteria().stream().allMatch(c -> c.criterion() instanceof Criterion.ClosedForm);
        double used = finding.used().orElse(0);
        return symbolic
                ? "holds exactly"
                : used <= COMFORTABLE
                        ? "holds comfortably"
                        : used <= CLEAR ? "holds clearly" : "holds, though narrowly";
    }
}
