/**
 * The necessary conditions of optimal control in symbols: the Hamiltonian of an order-parameter system, its costate equations,
 * switching functions of parameters and singular controls in closed form (docs/theory.md, section on optimal schedules).
 *
 * <p>The public door is {@link org.macrostate.equations.adjoint.CostateSystem}. Nothing here searches for a schedule.
 */
@NullMarked
package org.macrostate.equations.adjoint;

import org.jspecify.annotations.NullMarked;
