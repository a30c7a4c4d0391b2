/**
 * {@code branch}: branches of fixed points followed in a parameter, with their bifurcations.
 */
@NullMarked
package org.macrostate.engine.analysis.branch;

import org.jspecify.annotations.NullMarked;
