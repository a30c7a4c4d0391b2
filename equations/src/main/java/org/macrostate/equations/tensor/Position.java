package org.macrostate.equations.tensor;

/** A fixed place of an indexed symbol, from 1. */
public record Position(int value) implements IndexTerm {}
