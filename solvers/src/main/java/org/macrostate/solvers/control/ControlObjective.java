package org.macrostate.solvers.control;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A problem's objective on a grid, in coordinates from 0 to 1, with budgets as an augmented Lagrangian: of each budget z ≤ c
 * with multiplier y and penalty r the term {@code (max(0, y + r (z − c))² − y²) / (2r)}.
 *
 * <p>Nocedal and Wright, Numerical Optimization, 2nd edition, section 17.4.
 *
 * @param multipliers one a budget
 * @param penalties one a budget, positive
 */
record ControlObjective(ControlProblem problem, ControlGrid grid, double[] multipliers, double[] penalties)
        implements SmoothFunction {
    static ControlObjective of(ControlProblem problem, ControlGrid grid) {
        return new ControlObjective(problem, grid, new double[0], new double[0]);
    }

    /** Coordinates of all controls. */
    int dimension() {
        return problem.system().controls().size() * grid.values();
    }

    /** The values of the controls at coordinates. */
    double[] values(double[] coordinates) {
        double[] values = new double[coordinates.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = problem.system().controls().get(i / grid.values()).at(coordinates[i]);
        }
        return values;
    }

    double[] coordinates(double[] values) {
        double[] coordinates = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            coordinates[i] = problem.system().controls().get(i / grid.values()).coordinate(values[i]);
        }
        return coordinates;
    }

    ControlledRun run(double[] coordinates) {
        return ControlledRun.of(problem, grid, values(coordinates));
    }

    @Override
    public Point at(double[] coordinates) {
        return new Trial(this, run(coordinates));
    }

    /** How much of a budget is exceeded; negative where it is not. */
    static double excess(ControlProblem.Budget budget, ControlledRun run) {
        return run.integral(budget.integral()) - budget.most();
    }

    private double pressure(int budget, ControlledRun run) {
        return Math.max(
                0,
                multipliers[budget]
                        + penalties[budget] * excess(problem.budgets().get(budget), run));
    }

    private static final class Trial implements Point {
        private final ControlObjective objective;
        private final ControlledRun run;
        private double @Nullable [] gradient;

        Trial(ControlObjective objective, ControlledRun run) {
            this.objective = objective;
            this.run = run;
        }

        @Override
        public double value() {
            if (!run.reached()) {
                return Double.POSITIVE_INFINITY;
            }
            double value = run.objective();
            for (int b = 0; b < objective.multipliers.length; b++) {
                double pressure = objective.pressure(b, run);
                double multiplier = objective.multipliers[b];
                value += (pressure * pressure - multiplier * multiplier) / (2 * objective.penalties[b]);
            }
            return Double.isFinite(value) ? value : Double.POSITIVE_INFINITY;
        }

        @Override
        public double[] gradient() {
            double[] known = gradient;
            if (known == null) {
                known = run.gradient(objective.weights(run));
                List<Control> controls = objective.problem.system().controls();
                for (int i = 0; i < known.length; i++) {
                    Control control = controls.get(i / objective.grid.values());
                    known[i] *= control.upper() - control.lower();
                }
                gradient = known;
            }
            return known;
        }
    }

    /** Derivatives of objective and budgets' terms by the integrals. */
    double[] weights(ControlledRun run) {
        double[] weights = problem.costs().clone();
        for (int b = 0; b < multipliers.length; b++) {
            weights[problem.budgets().get(b).integral()] += pressure(b, run);
        }
        return weights;
    }
}
