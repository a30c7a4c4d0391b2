/**
 * Trajectories of order-parameter equations: Hipparchus' Dormand–Prince 8(5,3) on compiled kernels, with dense output at
 * the times asked for and exact location of crossings; a lean loop for the same method where many are integrated; the
 * Rosenbrock method Rodas5P where a system turns out stiff.
 *
 * <p>In come a {@link org.macrostate.solvers.integrate.TrajectoryProblem} and an
 * {@link org.macrostate.solvers.integrate.Integration} (how to integrate); out comes a
 * {@link org.macrostate.solvers.integrate.Trajectory}, whose status says whether and why it ends early. Numerical failure
 * is never an exception here.
 */
@NullMarked
package org.macrostate.solvers.integrate;

import org.jspecify.annotations.NullMarked;
