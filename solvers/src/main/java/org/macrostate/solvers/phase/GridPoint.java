package org.macrostate.solvers.phase;

import java.util.ArrayList;
import java.util.List;
import org.macrostate.solvers.fixedpoint.FixedPoint;
import org.macrostate.solvers.fixedpoint.FixedPoints;
import org.macrostate.solvers.fixedpoint.Stability;

/** What is known at one point of a grid. */
record GridPoint(FixedPoints found) {

    List<FixedPoint> stable() {
        return found.stable();
    }

    boolean hasMarginal() {
        return found.points().stream().anyMatch(p -> p.stability() == Stability.MARGINAL);
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
}
