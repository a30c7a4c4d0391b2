/**
 * Claims of a study: sentences about what was found, each with criteria that the answers meet or do not.
 *
 * <p>The door is {@link org.macrostate.engine.study.claim.Judge}. It measures numbers in the answers' tables and compares
 * them with what the claim says; the verdict is a value. Comes in: answers and claims as they were read; no file, no
 * report.
 */
@NullMarked
package org.macrostate.engine.study.claim;

import org.jspecify.annotations.NullMarked;
