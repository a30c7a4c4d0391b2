package org.macrostate.solvers.fixedpoint;

/**
 * Whether all fixed points were found.
 *
 * @param all true if it is known: real solutions of the equations were counted, those outside the physical region and
 *     symmetric images included, and as many were found
 * @param solutions complex solutions of the equations, with multiplicity; negative where they were not counted
 * @param real those of them that are real; negative where they were not counted
 * @param missing an estimate of how many solutions were missed, from how many random starts reached only once or twice (A. Chao,
 *     Scand. J. Statist. 11, 265 (1984)); 0 if all are known, NaN if there is no estimate
 */
public record Completeness(boolean all, int solutions, int real, double missing) {}
