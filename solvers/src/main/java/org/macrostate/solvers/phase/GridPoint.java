package org.macrostate.solvers.phase;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.macrostate.solvers.fixedpoint.FixedPoint;
import org.macrostate.solvers.fixedpoint.FixedPointSearch;
import org.macrostate.solvers.fixedpoint.FixedPoints;

/**
 * What is known at one point of a grid.
 *
 * @param found its fixed points
 * @param motion what runs do where nothing is stable
 */
record GridPoint(FixedPoints found, Motion motion) {
    /** What runs do that end at no stable fixed point. */
    enum Motion {
        /** Nothing is known, or there is a stable fixed point. */
        UNKNOWN,
        /** They grow without bound. */
        RUNS_AWAY,
        /** They end on a stable limit cycle. */
        CYCLES
    }

    /**
     * What a point has in common with others of its region.
     *
     * @param phases names of the stable points' phases, in order
     * @param motion what runs do where nothing is stable
     */
    record Kind(List<String> phases, Motion motion) implements Comparable<Kind> {
        Kind {
            phases = List.copyOf(phases);
        }

        @Override
        public int compareTo(Kind other) {
            int order = motion.compareTo(other.motion);
            return order != 0 ? order : phases.toString().compareTo(other.phases.toString());
        }
    }

    /** What the search found, with what runs do where that is nothing stable. */
    static GridPoint of(FixedPointSearch search, double[] parameters, FixedPoints found) {
        GridPoint point = new GridPoint(found, Motion.UNKNOWN);
        if (!found.stable().isEmpty() || point.hasMarginal()) {
            return point;
        }
        // an attractor that is near is told before runs from elsewhere that grow
        if (new CycleSearch(search.system(), parameters).isReached(found.points())) {
            return new GridPoint(found, Motion.CYCLES);
        }
        return new GridPoint(found, search.runsAway(parameters) ? Motion.RUNS_AWAY : Motion.UNKNOWN);
    }

    /** Whether a limit cycle may have been missed because it was not looked for from every fixed point. */
    boolean mayCycle(FixedPointSearch search, double[] parameters) {
        return motion != Motion.CYCLES
                && found.stable().isEmpty()
                && !hasMarginal()
                && new CycleSearch(search.system(), parameters).isBounded(found.points());
    }

    Kind kind() {
        return new Kind(phases(), motion);
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
