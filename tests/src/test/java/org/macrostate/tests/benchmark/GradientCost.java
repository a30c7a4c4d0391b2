package org.macrostate.tests.benchmark;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.macrostate.equations.derive.Derivation;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.model.BundledModels;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.solvers.control.Control;
import org.macrostate.solvers.control.ControlGoal;
import org.macrostate.solvers.control.ControlGrid;
import org.macrostate.solvers.control.ControlProblem;
import org.macrostate.solvers.control.ControlledRun;
import org.macrostate.solvers.control.ControlledSystem;

/** The gradient of {@code eps_g} at t = 600 by 100 values of beta, beside the trajectory it is the gradient of. */
final class GradientCost {
    private static final int PIECES = 100;
    private static final int ROUNDS = 40;
    private static final int RUNS = 50;
    private static final double[] START = {0.009783953, 0.121690713, 1.106815815, 0.861331224, -0.107836276, 1};

    private GradientCost() {}

    static void print() {
        LearningProblem model = BundledModels.problem("linear-vae");
        BoundSystem bound = BoundSystem.of(Derivation.of(model), Sizes.of(model, Map.of("M", 1, "Ms", 1)));
        Control beta = new Control("beta", List.of(bound.parameters().position("beta")), 0, 3);
        ControlledSystem system = ControlledSystem.of(bound, 0, List.of(), List.of(beta));
        ControlProblem problem =
                ControlProblem.of(system, bound.parameters().defaults(), START, new ControlGoal.AtTime(600, 1));
        ControlGrid grid = ControlGrid.even(600, PIECES, false);
        double[] values = new double[PIECES];
        Arrays.fill(values, 0.7);
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        double forward = Double.POSITIVE_INFINITY;
        double gradient = Double.POSITIVE_INFINITY;
        for (int round = 0; round < ROUNDS; round++) {
            List<ControlledRun> runs = new ArrayList<>();
            long begin = clock.getCurrentThreadCpuTime();
            for (int i = 0; i < RUNS; i++) {
                runs.add(ControlledRun.of(problem, grid, values));
            }
            long middle = clock.getCurrentThreadCpuTime();
            runs.forEach(run -> run.gradient(new double[0]));
            forward = Math.min(forward, (double) (middle - begin) / RUNS);
            gradient = Math.min(gradient, (double) (clock.getCurrentThreadCpuTime() - middle) / RUNS);
        }
        Ratios.print("gradient by 100 values of beta, trajectory", (forward + gradient) / 1e3, forward / 1e3, "us");
    }

    public static void main(String[] arguments) {
        print();
    }
}
