package org.macrostate.solvers.phase;

import java.util.List;
import java.util.TreeMap;

/**
 * A cell whose points were reached along branches from its first corner.
 *
 * @param origin place of that corner
 * @param observables of the first stable state at each point, row by row, one point's after the other's; NaN where
 *     nothing is stable
 * @param rim stable states by place on the cell's outline
 */
record FilledCell(
        TileSearch.Cell cell,
        GridPoint.Kind kind,
        int origin,
        double[] observables,
        TreeMap<Integer, List<double[]>> rim) {}
