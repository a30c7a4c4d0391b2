package org.macrostate.solvers.phase;

import java.util.List;

/**
 * Phases of many points of parameters.
 *
 * @param names one a point, as in {@link PhaseDiagram#categories}
 * @param stable how many stable fixed points there are at each point
 * @param observables of the first stable state, {@code double[points][observables]}; NaN where there is none
 * @param notes what is doubtful at each point; empty if nothing is
 */
public record PhasesOfPoints(List<String> names, int[] stable, double[][] observables, List<String> notes) {
    public PhasesOfPoints {
        names = List.copyOf(names);
        notes = List.copyOf(notes);
    }
}
