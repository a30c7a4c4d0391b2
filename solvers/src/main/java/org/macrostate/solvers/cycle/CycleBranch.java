package org.macrostate.solvers.cycle;

import java.util.List;

/**
 * A curve of limit cycles from a Hopf point.
 *
 * @param number from 1
 * @param hopf the parameter's value at the Hopf point it begins at
 * @param points in order along it
 * @param bifurcations in order along it
 * @param end why there is nothing after the last point
 * @param limit the parameter's value where it ends: at a Hopf point, or where the period is infinite; else that of the last
 *     point
 */
public record CycleBranch(
        int number,
        double hopf,
        List<CyclePoint> points,
        List<CycleBifurcation> bifurcations,
        CycleEnd end,
        double limit) {
    public CycleBranch {
        points = List.copyOf(points);
        bifurcations = List.copyOf(bifurcations);
    }
}
