/**
 * Limit cycles: followed from Hopf points by orthogonal collocation, with Floquet multipliers and their bifurcations, and
 * found from trajectories. What may come in: equations of cycles as nonlinear.NonlinearSystem; no analysis of fixed points.
 */
@NullMarked
package org.macrostate.solvers.cycle;

import org.jspecify.annotations.NullMarked;
