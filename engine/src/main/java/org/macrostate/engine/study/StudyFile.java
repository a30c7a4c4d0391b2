package org.macrostate.engine.study;

import java.util.List;
import org.macrostate.engine.model.Settings;
import org.macrostate.engine.study.claim.Claim;
import org.macrostate.equations.derive.Length;

/**
 * A model and the questions asked of it.
 *
 * @param name short, as in {@code study: posterior-collapse}
 * @param model a bundled name, or a path relative to the study's folder
 * @param items all questions, those of claims last
 * @param cite works that its report refers to beside those of the model
 * @param formats of the report: {@code tex}, {@code pdf}, {@code html}
 * @param derivation how much of it the report tells
 * @param hash of its text
 */
public record StudyFile(
        String name,
        String title,
        String model,
        Settings settings,
        List<StudyItem> items,
        List<Claim> claims,
        List<String> cite,
        List<String> formats,
        Length derivation,
        String hash) {
    public StudyFile {
        items = List.copyOf(items);
        claims = List.copyOf(claims);
        cite = List.copyOf(cite);
        formats = List.copyOf(formats);
    }
}
