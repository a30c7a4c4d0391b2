package org.macrostate.solvers.fixedpoint;

/**
 * One vector of a model.
 *
 * @param copy from 1; 0 in a family of one without index
 */
record FamilyVector(String family, int copy, boolean trained) {}
