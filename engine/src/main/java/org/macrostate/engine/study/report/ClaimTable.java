package org.macrostate.engine.study.report;

import java.util.ArrayList;
import java.util.List;
import org.macrostate.engine.study.claim.ClaimFinding;
import org.macrostate.engine.study.claim.Criterion;
import org.macrostate.engine.study.claim.CriterionFinding;
import org.macrostate.engine.study.claim.Verdict;
import org.macrostate.reports.document.Block;
import org.macrostate.reports.document.Prose;
import org.macrostate.reports.typeset.Typesetter;

/** Tables of criteria with what was measured, and of claims with their verdicts. */
final class ClaimTable {
    private static final int DIGITS = 4;

    private ClaimTable() {}

    static String label(ClaimFinding finding) {
        return "criteria of " + finding.claim().name();
    }

    /** What was predicted, by whom, and what was found, a row a criterion. */
    static Block criteria(Judged judged) {
        ClaimProse prose = new ClaimProse(judged);
        List<List<Prose>> rows = new ArrayList<>();
        for (CriterionFinding c : judged.finding().criteria()) {
            rows.add(List.of(
                    prose.of(c.criterion().that()),
                    found(c, judged),
                    claimed(c, prose),
                    source(c.criterion(), judged),
                    Prose.text(word(c.verdict()))));
        }
        return new Block.TableBlock(
                label(judged.finding()),
                Prose.text(
                        "What was found, and what is required of it. Where no source is named, the bound is this study's own."
                                + " A number after ± in the second column is a standard error, in the third a tolerance."),
                List.of(
                        Block.Column.left("quantity"),
                        Block.Column.right("found"),
                        Block.Column.right("required"),
                        Block.Column.left("predicted by"),
                        Block.Column.left("met")),
                rows);
    }

    /** A reference of the study is cited by its number, anything else stands as it is. */
    private static Prose source(Criterion criterion, Judged judged) {
        String source = criterion.source();
        return source.isEmpty()
                ? Prose.text("—")
                : judged.finding().claim().cite().contains(source) ? Prose.EMPTY.andCite(source) : Prose.text(source);
    }

    private static String word(Verdict verdict) {
        return switch (verdict) {
            case HOLDS -> "yes";
            case FAILS -> "no";
            case UNDECIDED -> "open";
        };
    }

    private static Prose found(CriterionFinding c, Judged judged) {
        if (c.form().isPresent()) {
            return Prose.math(
                    Typesetter.of(judged.subject().problem()).of(c.form().get()));
        }
        if (!Double.isFinite(c.measured())) {
            return Prose.text(
                    c.verdict() == Verdict.UNDECIDED ? "—" : c.note().isEmpty() ? word(c.verdict()) : c.note());
        }
        Prose value = Prose.number(c.measured(), DIGITS);
        return Double.isFinite(c.error()) ? value.and(" ± ").and(Prose.number(c.error(), 1)) : value;
    }

    private static Prose claimed(CriterionFinding c, ClaimProse prose) {
        if (c.criterion() instanceof Criterion.ClosedForm form) {
            return prose.of("`" + form.claimed() + "`");
        }
        if (c.criterion() instanceof Criterion.Passed) {
            return Prose.text("none significant");
        }
        if (c.criterion() instanceof Criterion.Same) {
            return Prose.text("none");
        }
        if (Double.isFinite(c.claimed())) {
            return Prose.number(c.claimed(), DIGITS).and(" ± ").and(Prose.number(c.high() - c.claimed(), 2));
        }
        if (Double.isFinite(c.low()) && Double.isFinite(c.high())) {
            return Prose.number(c.low(), DIGITS).and(" to ").and(Prose.number(c.high(), DIGITS));
        }
        return Double.isFinite(c.low())
                ? Prose.text("above ").and(Prose.number(c.low(), DIGITS))
                : Double.isFinite(c.high())
                        ? Prose.text("below ").and(Prose.number(c.high(), DIGITS))
                        : Prose.text("—");
    }

    /** All claims at a glance. */
    static Block overview(List<Judged> claims) {
        List<List<Prose>> rows = new ArrayList<>();
        for (Judged judged : claims) {
            ClaimFinding finding = judged.finding();
            rows.add(List.of(
                    Prose.EMPTY.andRef(ClaimSection.label(finding.claim())),
                    new ClaimProse(judged).of(finding.claim().title()),
                    Prose.text(finding.met() + " of " + finding.criteria().size()),
                    Prose.text(ClaimVerdict.strength(finding))));
        }
        return new Block.TableBlock(
                "claims",
                Prose.text("The claims, how many of their criteria are met, and the verdicts."),
                List.of(
                        Block.Column.left("section"),
                        Block.Column.left("claim"),
                        Block.Column.right("criteria met"),
                        Block.Column.left("verdict")),
                rows);
    }
}
