package org.macrostate.engine.study.report;

import java.util.List;
import org.macrostate.reports.document.Block;
import org.macrostate.reports.document.Prose;
import org.macrostate.reports.document.Section;
import org.macrostate.reports.typeset.Layout;

/** The claims at a glance, and what a verdict means. */
final class ClaimsSection {
    private ClaimsSection() {}

    private static Prose sections(ReportInput input) {
        List<Judged> claims = input.claims();
        String first = ClaimSection.label(claims.get(0).finding().claim());
        String last = ClaimSection.label(claims.get(claims.size() - 1).finding().claim());
        return first.equals(last)
                ? Prose.text("Section ").andRef(first)
                : Prose.text("Each of Sections ").andRef(first).and(" to ").andRef(last);
    }

    static Section of(ReportInput input) {
        Prose prose = sections(input)
                .and(
                        " states a claim and criteria that would contradict it, and what was derived or measured. For each "
                                + "claim it is said how many of its criteria are met and, if all are, how much of its tolerance "
                                + "the tightest of them used. A time ")
                .andMath(Layout.italic("t"))
                .and(" is a number of steps divided by ")
                .andMath(Layout.italic("N"))
                .and(", throughout. Table ")
                .andRef("claims")
                .and(" gathers the verdicts.");
        return new Section(
                "Claims and verdicts",
                "",
                List.of(new Block.Paragraph(prose), ClaimTable.overview(input.claims())),
                List.of());
    }
}
