/**
 * Optimal schedules: parameters as functions of time, piecewise constant or linear, that serve a goal best. Gradients are
 * those of the integrator's own steps, by the discrete adjoint ({@link org.macrostate.solvers.control.ControlledRun}); many
 * starts are improved by a quasi-Newton method within bounds ({@link org.macrostate.solvers.control.BoundedQuasiNewton}).
 *
 * <p>The door is {@link org.macrostate.solvers.control.ControlSearch}. What it finds is the best of its starts, no proof of
 * a global optimum. Knows nothing of texts: goals are outputs of kernels, controls positions in the parameter vector.
 */
@NullMarked
package org.macrostate.solvers.control;

import org.jspecify.annotations.NullMarked;
