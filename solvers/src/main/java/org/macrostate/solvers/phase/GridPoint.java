package org.macrostate.solvers.phase;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.macrostate.solvers.fixedpoint.FixedPoint;
import org.macrostate.solvers.fixedpoint.FixedPoints;

/**
 * What is known at one point of a grid.
 *
 * @param found its fixed points
 * @param runsAway whether nothing is stable and runs grow without bound
 */
record GridPoint(FixedPoints found, boolean runsAway) {
    /**
     * What a point has in common with others of its region.
     *
     * @param phases names of the stable points' phases, in order
     * @param runsAway whether nothing is stable and runs grow without bound
     */
    record Kind(List<String> phases, boolean runsAway) implements Comparable<Kind> {
        Kind {
            phases = List.copyOf(phases);
        }

        @Override
        public int compareTo(Kind other) {
            int order = Boolean.compare(runsAway, other.runsAway);
            return order != 0 ? order : phases.toString().compareTo(other.phases.toString());
        }
    }

    Kind kind() {
        return new Kind(phases(), runsAway);
    }

    List<FixedPoint> stable() {
        return found.stable();
    }

    boolean hasMarginal() {
        return found.points().stream().anyMatch(p -> !p.stability().isDecided());
    }

    /** Names of the stable points' phases, in order. */
    List<String> phases() {
        return stable().stream().map(FixedPoint::phase).sorted().toList();
    }

    /** All roots, physical or not, as starts for neighbours. */
    List<double[]> candidates() {
        List<double[]> states = new ArrayList<>();
        found.points().forEach(p -> states.add(p.state()));
        states.addAll(found.outside());
        return states;
    }

    /** Of the first stable state; NaN where there is none. */
    double[] firstObservables(int count) {
        if (stable().isEmpty()) {
            double[] none = new double[count];
            Arrays.fill(none, Double.NaN);
            return none;
        }
        return stable().get(0).observables();
    }
}
