/**
 * The theory as one live page: sliders for the parameters, trajectories and fixed points computed in the page, the phase
 * diagram with a point to drag. Comes in: a model. Leaves: one HTML file.
 */
@NullMarked
package org.macrostate.engine.analysis.explore;

import org.jspecify.annotations.NullMarked;
