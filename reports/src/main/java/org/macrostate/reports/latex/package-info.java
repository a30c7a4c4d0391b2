/**
 * LaTeX: formulas, documents, and a careful run of pdfLaTeX where one is installed.
 *
 * <p>Doors: {@link org.macrostate.reports.latex.ExpressionLatex}, {@link org.macrostate.reports.latex.LatexDocument},
 * {@link org.macrostate.reports.latex.PdfLatex}. All text is escaped here; what is written compiles under pdfLaTeX with
 * Debian's texlive-latex-recommended and texlive-pictures. Comes in: layouts and the document model.
 */
@NullMarked
package org.macrostate.reports.latex;

import org.jspecify.annotations.NullMarked;
