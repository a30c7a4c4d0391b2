/**
 * The questions that can be asked of a model, a file each, and their answers as records.
 *
 * <p>A question is what a command and an item of a study file have in common: its options, checked. {@code answer} runs
 * derivation and solvers on a {@link org.macrostate.engine.study.question.ModelInstance} and never prints. An answer knows its
 * tables and its JSON (LANGUAGE.md, section 4).
 */
@NullMarked
package org.macrostate.engine.study.question;

import org.jspecify.annotations.NullMarked;
