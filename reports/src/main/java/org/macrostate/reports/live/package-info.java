/**
 * The theory as one page that computes: derived equations as JavaScript, with sliders, plots and a phase diagram. Comes in:
 * the code, the numbers and the equations to show. Leaves: one HTML file that loads nothing. No solver is run here; the
 * page runs its own.
 */
@NullMarked
package org.macrostate.reports.live;

import org.jspecify.annotations.NullMarked;
