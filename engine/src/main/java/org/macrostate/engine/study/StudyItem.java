package org.macrostate.engine.study;

import org.macrostate.engine.study.question.Question;
import org.macrostate.engine.study.question.Settings;
import org.macrostate.equations.Place;

/**
 * One question of a study.
 *
 * @param settings its own, over those of the study
 * @param place where it stands in the file
 */
public record StudyItem(Question question, Settings settings, Place place) {}
