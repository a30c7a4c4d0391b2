/**
 * {@code fixed-points}: all fixed points up to symmetry, with eigenvalues and observables.
 */
@NullMarked
package org.macrostate.engine.analysis.fixedpoints;

import org.jspecify.annotations.NullMarked;
