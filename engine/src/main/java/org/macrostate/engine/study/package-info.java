/**
 * Studies: files that name a model and the questions asked of it.
 *
 * <p>The door is {@link org.macrostate.engine.study.StudyRun}: it answers all questions of a {@link
 * org.macrostate.engine.study.StudyFile} and leaves results, figures and a report in a folder. A question that fails
 * leaves the others' results alone.
 */
@NullMarked
package org.macrostate.engine.study;

import org.jspecify.annotations.NullMarked;
