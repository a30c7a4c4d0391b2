package org.macrostate.engine.study;

import org.macrostate.engine.analysis.Question;
import org.macrostate.engine.model.Settings;
import org.macrostate.equations.Place;

/**
 * One question of a study.
 *
 * @param settings its own, over those of the study
 * @param place where it stands in the file
 * @param alias what claims call it, and its files; empty for the name of its kind
 * @param model it is asked of; empty for the study's
 * @param quiet whether the report leaves it to claims to tell of it
 */
public record StudyItem(Question question, Settings settings, Place place, String alias, String model, boolean quiet) {
    /** The same of a claim: what the claim sets holds where the question itself sets nothing. */
    StudyItem under(String model, Settings settings) {
        return new StudyItem(
                question, settings.with(this.settings), place, alias, this.model.isEmpty() ? model : this.model, quiet);
    }
}
