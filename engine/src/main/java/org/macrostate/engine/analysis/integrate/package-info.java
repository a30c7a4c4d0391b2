/**
 * {@code integrate}: trajectories of the order parameters, with finite-N bands on request.
 */
@NullMarked
package org.macrostate.engine.analysis.integrate;

import org.jspecify.annotations.NullMarked;
