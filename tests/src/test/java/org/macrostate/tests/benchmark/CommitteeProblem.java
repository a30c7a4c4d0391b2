package org.macrostate.tests.benchmark;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.macrostate.equations.derive.Derivation;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.model.BundledModels;
import org.macrostate.solvers.kernel.CompiledSystem;

/** The erf committee with as many student as teacher units, at a state near the plateau. */
final class CommitteeProblem {
    static final double RATE = 0.1;

    /** More students and teachers with such overlaps would be no vectors. */
    private static final double LARGEST_WITH_SUCH = 8;

    final CompiledSystem compiled;
    final double[] parameters;
    final double[] state;
    private final int[] places;

    CommitteeProblem(int units) {
        OrderParameterSystem system = Derivation.of(BundledModels.problem("soft-committee"));
        BoundSystem bound = BoundSystem.of(system, Sizes.of(system.problem(), Map.of("K", units, "M", units)));
        compiled = CompiledSystem.of(bound);
        parameters = bound.parameters().with(Map.of("eta", RATE));
        places = places(bound, units);
        double[] inOrder = new double[places.length];
        Random random = new Random(5);
        int at = 0;
        for (int i = 0; i < units; i++) {
            for (int k = i; k < units; k++) {
                inOrder[at++] = (i == k ? 1 : 0.1) + 0.05 * random.nextDouble();
            }
        }
        while (at < inOrder.length) {
            inOrder[at++] = (0.1 + 0.05 * random.nextDouble()) * Math.min(1, LARGEST_WITH_SUCH / units);
        }
        state = new double[places.length];
        for (int i = 0; i < places.length; i++) {
            state[places[i]] = inOrder[i];
        }
    }

    private static int[] places(BoundSystem bound, int units) {
        int[] places = new int[units * (units + 1) / 2 + units * units];
        int at = 0;
        for (int i = 1; i <= units; i++) {
            for (int k = i; k <= units; k++) {
                places[at++] = bound.state().position("Q", List.of(i, k));
            }
        }
        for (int i = 1; i <= units; i++) {
            for (int n = 1; n <= units; n++) {
                places[at++] = bound.state().position("R", List.of(i, n));
            }
        }
        return places;
    }

    /** Elements of a vector of the derived system, in the order of the C program: Q's upper triangle, R, row by row. */
    double[] inOrder(double[] vector) {
        double[] ordered = new double[places.length];
        for (int i = 0; i < places.length; i++) {
            ordered[i] = vector[places[i]];
        }
        return ordered;
    }
}
