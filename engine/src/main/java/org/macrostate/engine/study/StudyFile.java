package org.macrostate.engine.study;

import java.util.List;
import java.util.Map;
import org.macrostate.engine.model.Settings;
import org.macrostate.engine.model.Theory;
import org.macrostate.engine.study.claim.Claim;
import org.macrostate.engine.study.claim.StudyText;
import org.macrostate.equations.derive.Length;

/**
 * A model and the questions asked of it.
 *
 * @param name short, as in {@code study: posterior-collapse}
 * @param model a bundled name, or a path relative to the study's folder
 * @param items all questions, those of claims last
 * @param cite works that its report refers to beside those of the model
 * @param text what the author writes around the claims
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
        StudyText text,
        List<String> formats,
        Length derivation,
        String hash) {
    public StudyFile {
        items = List.copyOf(items);
        claims = List.copyOf(claims);
        cite = List.copyOf(cite);
        formats = List.copyOf(formats);
    }

    /** The same with parameters set over those that it sets itself. */
    public StudyFile under(Map<String, Double> parameters) {
        Settings over = settings.with(new Settings(parameters, Map.of(), Theory.UNSTATED));
        return new StudyFile(name, title, model, over, items, claims, cite, text, formats, derivation, hash);
    }

    /** The same with its report in these formats. */
    public StudyFile writtenAs(List<String> forms) {
        return new StudyFile(name, title, model, settings, items, claims, cite, text, forms, derivation, hash);
    }

    /** The same without its claims; their questions stay. */
    StudyFile withoutClaims() {
        return new StudyFile(
                name, title, model, settings, items, List.of(), cite, StudyText.NONE, formats, derivation, hash);
    }
}
