/**
 * Parts of reports that analyses share: figures with their files, phrases with formulas, what a section may know.
 *
 * <p>Comes in: answers and models; goes out: blocks of {@code reports.document} and figures of {@code reports.figure}.
 */
@NullMarked
package org.macrostate.engine.report;

import org.jspecify.annotations.NullMarked;
