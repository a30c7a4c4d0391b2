/**
 * Phase diagrams over two parameters: which states are stable where, and the curves at which that changes.
 *
 * <p>The door is {@link org.macrostate.solvers.phase.PhaseDiagramSolver}. Phases are decided by fixed points and their
 * eigenvalues, never by integrating for long; boundaries are roots of eigenvalues along branches, not read off the
 * grid. What cannot be decided is marked. Results do not depend on the number of threads.
 */
@NullMarked
package org.macrostate.solvers.phase;

import org.jspecify.annotations.NullMarked;
