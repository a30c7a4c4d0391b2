package org.macrostate.solvers.control;

import java.util.List;
import org.macrostate.solvers.integrate.Tolerances;

/**
 * What is to be controlled, from where, to what end.
 *
 * @param parameters values of all parameters; those of the controls are not looked at; not modified
 * @param start n elements; not modified
 * @param costs weights of the integrals in the objective, q elements; not modified
 * @param budgets integrals that may not exceed a value
 * @param domain trajectories that leave it are no candidates
 * @param tolerances of a step
 * @param mostSteps of a trajectory; one that takes more is no candidate
 */
public record ControlProblem(
        ControlledSystem system,
        double[] parameters,
        double[] start,
        ControlGoal goal,
        double[] costs,
        List<Budget> budgets,
        Admissibility domain,
        Tolerances tolerances,
        int mostSteps) {
    /** The tolerances where nothing is said: the objective then is smooth to about nine digits. */
    public static final Tolerances TOLERANCES = new Tolerances(1e-10, 1e-12);

    private static final int STEPS = 20_000;

    /** An integral that may not exceed a value. */
    public record Budget(int integral, double most) {}

    /** @throws IllegalArgumentException if a length is wrong */
    public ControlProblem {
        budgets = List.copyOf(budgets);
        if (start.length != system.length() || costs.length != system.integrals()) {
            throw new IllegalArgumentException("a start of " + system.length() + " elements and " + system.integrals()
                    + " costs are needed, had " + start.length + " and " + costs.length);
        }
    }

    /** Without integrals in goal or budget. */
    public static ControlProblem of(ControlledSystem system, double[] parameters, double[] start, ControlGoal goal) {
        return new ControlProblem(
                system,
                parameters,
                start,
                goal,
                new double[system.integrals()],
                List.of(),
                Admissibility.ANY,
                TOLERANCES,
                STEPS);
    }

    public ControlProblem costing(double... weights) {
        return new ControlProblem(system, parameters, start, goal, weights, budgets, domain, tolerances, mostSteps);
    }

    public ControlProblem within(List<Budget> limits) {
        return new ControlProblem(system, parameters, start, goal, costs, limits, domain, tolerances, mostSteps);
    }

    public ControlProblem inside(Admissibility region) {
        return new ControlProblem(system, parameters, start, goal, costs, budgets, region, tolerances, mostSteps);
    }

    public ControlProblem to(ControlGoal other) {
        return new ControlProblem(system, parameters, start, other, costs, budgets, domain, tolerances, mostSteps);
    }

    /** With so many steps at most. */
    public ControlProblem taking(int steps) {
        return new ControlProblem(system, parameters, start, goal, costs, budgets, domain, tolerances, steps);
    }

    public ControlProblem to(Tolerances other) {
        return new ControlProblem(system, parameters, start, goal, costs, budgets, domain, other, mostSteps);
    }
}
