/**
 * A system with its sizes bound: a hash-consed graph of elementary operations on state, parameters and time.
 *
 * <p>Equal subexpressions are one node. {@link org.macrostate.equations.graph.Interpreter} defines what a graph means;
 * compiled kernels are held to it.
 */
@NullMarked
package org.macrostate.equations.graph;

import org.jspecify.annotations.NullMarked;
