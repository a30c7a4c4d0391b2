/**
 * HTML: formulas as MathML and documents as one self-contained file without network.
 *
 * <p>Doors: {@link org.macrostate.reports.html.ExpressionMathml} and {@link org.macrostate.reports.html.HtmlDocument}. What
 * is written is valid HTML5 and well-formed XML at once. All text is escaped here. Comes in: layouts and the document model.
 */
@NullMarked
package org.macrostate.reports.html;

import org.jspecify.annotations.NullMarked;
