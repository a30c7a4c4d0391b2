package org.macrostate.solvers.fixedpoint;

/**
 * One vector of a model, or its projection on one block of directions: projections on different blocks are orthogonal, so
 * that each block has a Gram matrix of its own.
 *
 * @param copy from 1; 0 in a family of one without index
 * @param block from 1; 0 where there are no blocks
 */
record FamilyVector(String family, int copy, int block, boolean trained) {
    /** True of projections of one vector. */
    boolean isOfSameVector(FamilyVector other) {
        return family.equals(other.family) && copy == other.copy;
    }
}
