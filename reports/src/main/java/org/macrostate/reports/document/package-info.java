/**
 * What a report says, apart from how it looks: sections of paragraphs, equations, tables, figures and commands.
 *
 * <p>The door is {@link org.macrostate.reports.document.Document}. The packages latex and html each write the same
 * document; labels are references in both. Comes in: text, layouts and finished figures; no results of solvers.
 */
@NullMarked
package org.macrostate.reports.document;

import org.jspecify.annotations.NullMarked;
