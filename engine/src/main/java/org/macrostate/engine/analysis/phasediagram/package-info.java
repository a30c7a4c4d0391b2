/**
 * {@code phase-diagram}: the phase of every point of a plane of parameters, and its boundaries.
 */
@NullMarked
package org.macrostate.engine.analysis.phasediagram;

import org.jspecify.annotations.NullMarked;
