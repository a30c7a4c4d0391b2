package org.macrostate.engine.study.claim;

import java.util.List;

/**
 * What an author writes around the claims: {@code `rho + eta`} is a formula, {@code {collapse.late}} what the claim called
 * collapse measured as late.
 *
 * @param summary the abstract; empty for one that is made of the claims
 * @param introduction paragraphs before the claims
 * @param discussion paragraphs after them
 */
public record StudyText(String summary, List<String> introduction, List<String> discussion) {
    /** Nothing. */
    public static final StudyText NONE = new StudyText("", List.of(), List.of());

    public StudyText {
        introduction = List.copyOf(introduction);
        discussion = List.copyOf(discussion);
    }
}
