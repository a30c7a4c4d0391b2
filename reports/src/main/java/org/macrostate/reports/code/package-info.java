/**
 * A derived system as a program of another language: its right-hand side and observables, stand-alone.
 *
 * <p>The door is {@link org.macrostate.reports.code.SystemCode}. The index form is kept: named parts stay named, sums stay
 * loops, and one text serves every number of copies. Comes in: systems of equations with sizes and parameter values.
 */
@NullMarked
package org.macrostate.reports.code;

import org.jspecify.annotations.NullMarked;
