/**
 * Data of a user: a table of numbers, one observation a row, and the spectrum of its covariance.
 *
 * <p>What comes out is what a model reads under {@code spectra: {S: {values: FILE}}}. The door is
 * {@link org.macrostate.engine.dataset.DataSpectrum}.
 */
@NullMarked
package org.macrostate.engine.dataset;

import org.jspecify.annotations.NullMarked;
