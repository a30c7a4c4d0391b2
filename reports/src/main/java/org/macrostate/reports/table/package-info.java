/**
 * Results as text: formulas and tables for the terminal, CSV and JSON for other programs.
 *
 * <p>Doors: {@link org.macrostate.reports.table.ExpressionUnicode}, {@link org.macrostate.reports.table.TextTable},
 * {@link org.macrostate.reports.table.CsvWriter}, {@link org.macrostate.reports.table.JsonText}. Writes to what it is given,
 * never to standard output. Comes in: layouts, the document model's tables, plain numbers and strings.
 */
@NullMarked
package org.macrostate.reports.table;

import org.jspecify.annotations.NullMarked;
