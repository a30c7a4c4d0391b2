/**
 * A study's answers told as a paper's results section: prose, equations, tables and figures.
 *
 * <p>One file a section. Comes in: answers and the derived system; goes out: a document of {@code reports.document},
 * written as LaTeX and HTML by the packages of that name.
 */
@NullMarked
package org.macrostate.engine.study.report;

import org.jspecify.annotations.NullMarked;
