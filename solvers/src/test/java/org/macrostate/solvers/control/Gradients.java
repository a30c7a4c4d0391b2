package org.macrostate.solvers.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.macrostate.solvers.integrate.Tolerances;

/** Gradients beside central differences of fourth order. */
final class Gradients {
    private static final double STEP = 1e-4;

    private Gradients() {}

    /** At random controls, at tolerances at which differences have digits to compare. */
    static void requireCentral(ControlProblem problem, ControlGrid grid, long seed) {
        ControlObjective objective = ControlObjective.of(problem.to(new Tolerances(1e-13, 1e-15)), grid);
        double[] at = new Random(seed).doubles(objective.dimension(), 0.2, 0.9).toArray();
        double[] gradient = objective.at(at).gradient();
        double largest = 0;
        double[] central = new double[at.length];
        for (int i = 0; i < at.length; i++) {
            central[i] = central(objective, at, i);
            largest = Math.max(largest, Math.abs(central[i]));
        }
        assertTrue(largest > 0);
        for (int i = 0; i < at.length; i++) {
            assertEquals(central[i], gradient[i], 1e-6 * largest, "component " + i + " of " + largest);
        }
    }

    static double central(ControlObjective objective, double[] at, int i) {
        return (8 * (moved(objective, at, i, STEP) - moved(objective, at, i, -STEP))
                        - (moved(objective, at, i, 2 * STEP) - moved(objective, at, i, -2 * STEP)))
                / (12 * STEP);
    }

    private static double moved(ControlObjective objective, double[] at, int i, double by) {
        double[] other = at.clone();
        other[i] += by;
        return objective.at(other).value();
    }
}
