package org.macrostate.engine.study.report;

import java.util.List;
import java.util.OptionalDouble;
import org.macrostate.engine.report.FormulaPhrases;
import org.macrostate.engine.study.claim.ClaimFinding;
import org.macrostate.engine.study.claim.CriterionFinding;
import org.macrostate.engine.study.claim.Verdict;
import org.macrostate.reports.document.Inline;
import org.macrostate.reports.document.Prose;

/** Whether the criteria of a claim are met, and by what margin, in words. */
final class ClaimVerdict {
    private ClaimVerdict() {}

    /** The sentences under a claim. */
    static Prose of(Judged judged) {
        ClaimFinding finding = judged.finding();
        ClaimProse prose = new ClaimProse(judged);
        String strength = FormulaPhrases.sentenceCase(strength(finding));
        Prose verdict = Prose.EMPTY.and(new Inline.Strong(strength + "."));
        if (finding.verdict() == Verdict.HOLDS && !finding.claim().found().isEmpty()) {
            verdict = verdict.and(" ").and(prose.of(finding.claim().found()));
        }
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

    /** How many criteria are met, and how much of its tolerance the tightest takes. */
    static String strength(ClaimFinding finding) {
        int all = finding.criteria().size();
        if (finding.verdict() != Verdict.HOLDS) {
            return finding.met() + " of " + all + " criteria met";
        }
        String met = all == 1 ? "the criterion is met" : "all " + all + " criteria met";
        return finding.used().isEmpty()
                ? met
                : met + "; the tightest used " + percent(finding.used()) + " of its tolerance";
    }

    private static String percent(OptionalDouble used) {
        double part = 100 * used.orElse(0);
        return part < 1 ? "less than 1 %" : Math.round(part) + " %";
    }
}
