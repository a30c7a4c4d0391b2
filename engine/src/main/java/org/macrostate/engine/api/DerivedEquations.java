package org.macrostate.engine.api;

/**
 * The order-parameter equations, t = steps / N.
 *
 * @param text equations, named parts, observables and conditions in the language of model files
 * @param latex the same as {@code align*} environments for amsmath
 */
public record DerivedEquations(String text, String latex) {}
