/**
 * How a formula is set, decided once: expressions become a small tree of rows, fractions, scripts and sums.
 *
 * <p>The door is {@link org.macrostate.reports.typeset.Typesetter}; what comes out is a
 * {@link org.macrostate.reports.typeset.Layout}, which the packages latex, html and table only print. Brackets, the order
 * of factors, what goes into a fraction, how a name looks and where a long equation breaks are settled here, so that the
 * three cannot differ. Comes in: expressions, numbers, the model's {@code tex} entries.
 */
@NullMarked
package org.macrostate.reports.typeset;

import org.jspecify.annotations.NullMarked;
