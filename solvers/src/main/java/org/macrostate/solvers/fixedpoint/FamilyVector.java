package org.macrostate.solvers.fixedpoint;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One vector of a model, or its projection on one block of directions: projections on different blocks are orthogonal, so
 * that each block has a Gram matrix of its own.
 *
 * @param copy from 1, the last index fastest where there are two; 0 in a family of one without index
 * @param block from 1; 0 where there are no blocks
 */
record FamilyVector(String family, int copy, int block, boolean trained) {
    /** True of projections of one vector. */
    boolean isOfSameVector(FamilyVector other) {
        return family.equals(other.family) && copy == other.copy;
    }

    /** How many copies trained families have at most; 0 if none has any. */
    static int copies(List<FamilyVector> vectors) {
        return vectors.stream()
                .filter(FamilyVector::trained)
                .mapToInt(FamilyVector::copy)
                .max()
                .orElse(0);
    }

    /** Of each fixed vector among all, its place among the fixed ones. */
    static Map<Integer, Integer> fixedPlaces(List<FamilyVector> vectors) {
        Map<Integer, Integer> places = new TreeMap<>();
        for (int i = 0; i < vectors.size(); i++) {
            if (!vectors.get(i).trained()) {
                places.put(i, places.size());
            }
        }
        return Collections.unmodifiableMap(places);
    }
}
