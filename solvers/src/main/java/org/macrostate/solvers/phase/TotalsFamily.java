package org.macrostate.solvers.phase;

import java.util.ArrayList;
import java.util.List;
import org.macrostate.solvers.fixedpoint.ConservedTotals;
import org.macrostate.solvers.fixedpoint.FixedPoint;
import org.macrostate.solvers.fixedpoint.SystemAt;
import org.macrostate.solvers.kernel.CompiledSystem;
import org.macrostate.solvers.nonlinear.Newton;
import org.macrostate.solvers.nonlinear.Vector;

/** Fixed points that differ in conserved totals only: one attractor, of which each start reaches its own member. */
final class TotalsFamily {
    private static final int STEPS = 16;

    private final CompiledSystem system;
    private final double[] parameters;
    private final ConservedTotals totals;

    TotalsFamily(CompiledSystem system, double[] parameters, ConservedTotals totals) {
        this.system = system;
        this.parameters = parameters;
        this.totals = totals;
    }

    /** Whether the totals of one fixed point, changed step by step to those of another, lead from one to the other. */
    boolean joins(double[] one, double[] other) {
        if (totals.isEmpty()) {
            return false;
        }
        double[] state = one;
        for (int k = 1; k <= STEPS; k++) {
            double[] between = Vector.moved(one, (double) k / STEPS, Vector.moved(other, -1, one));
            SystemAt at = new SystemAt(system, parameters, totals.through(between));
            var next = Newton.of(at).from(state);
            if (next.isEmpty()) {
                return false;
            }
            state = next.get();
        }
        return SameState.are(state, other);
    }

    List<String> notes(List<FixedPoint> attractors) {
        List<String> notes = new ArrayList<>();
        if (!attractors.isEmpty()) {
            for (String total : totals.through(attractors.get(0).state()).told(system)) {
                notes.add("the flow conserves " + total.substring(0, total.lastIndexOf(" = "))
                        + ": each start reaches the fixed point of its own total, and attractors are shown as the first"
                        + " start reaches them");
            }
        }
        return notes;
    }
}
