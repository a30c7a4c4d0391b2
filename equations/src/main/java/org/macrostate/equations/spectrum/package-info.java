/**
 * Spectra of covariances as few nodes: the Gauss quadrature of a spectral measure, from a formula, a density or a list of
 * eigenvalues. Numbers go in and come out; what a spectrum means to a learning problem is the model's business.
 */
@NullMarked
package org.macrostate.equations.spectrum;

import org.jspecify.annotations.NullMarked;
