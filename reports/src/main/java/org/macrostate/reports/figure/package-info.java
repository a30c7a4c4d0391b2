/**
 * Figures from one description: a {@link org.macrostate.reports.figure.Figure} of plain numbers and labels is drawn as
 * SVG, as PNG, or written as pgfplots code.
 *
 * <p>The doors are {@link org.macrostate.reports.figure.SvgFigure}, {@link org.macrostate.reports.figure.PngFigure}
 * and {@link org.macrostate.reports.figure.PgfFigure}. SVG and PNG are the same strokes on two canvases; the pgfplots
 * code reads the CSV files beside it. What may come in: arrays, strings and records. Nothing here computes a result,
 * reads a file or knows of the other packages.
 */
@NullMarked
package org.macrostate.reports.figure;

import org.jspecify.annotations.NullMarked;
