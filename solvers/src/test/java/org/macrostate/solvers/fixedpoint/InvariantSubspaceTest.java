package org.macrostate.solvers.fixedpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.macrostate.solvers.kernel.CompiledSystem;
import org.macrostate.solvers.nonlinear.NonlinearSystem;
import org.macrostate.solvers.problems.LinearVae;

class InvariantSubspaceTest {
    private final CompiledSystem compiled = LinearVae.of(3, 3);
    private final double[] parameters = compiled.bound().parameters().defaults();
    private final SystemAt system = new SystemAt(compiled, parameters);
    private final Starts starts = new Starts(system, PhysicalRegion.of(compiled.bound(), parameters), 4);
    private final Symmetries symmetries = Symmetries.of(system, starts, 1);

    @Test
    void rates_and_their_derivatives_stay_in_the_subspace_of_a_symmetric_state() {
        int smaller = 0;
        for (int i = 0; i < 24; i++) {
            double[] state = starts.next(i);
            for (InvariantSubspace inside : symmetries.kept(state).stream().toList()) {
                smaller++;
                assertArrayEquals(state, inside.state(inside.coordinates(state)), 1e-9 * (1 + norm(state)));
                double[] exact = inside.state(inside.coordinates(state));
                double[] rates = new double[state.length];
                double size = system.rates(exact, rates);
                assertArrayEquals(rates, inside.state(inside.coordinates(rates)), 1e-11 * (1 + size));
                NonlinearSystem few = inside.of(system);
                checkDerivatives(few, inside.coordinates(exact));
            }
        }
        assertTrue(smaller >= 12, "symmetric starts: " + smaller);
    }

    /** Against central differences of the restricted rates. */
    private static void checkDerivatives(NonlinearSystem few, double[] at) {
        int m = few.unknowns();
        double[] jacobian = few.jacobian(at);
        double size = norm(jacobian);
        for (int j = 0; j < m; j++) {
            double step = at[j] == 0 ? 1e-6 : 1e-5 * Math.abs(at[j]);
            double[] above = at.clone();
            double[] below = at.clone();
            above[j] += step;
            below[j] -= step;
            double[] up = new double[m];
            double[] down = new double[m];
            few.residual(above, up);
            few.residual(below, down);
            for (int i = 0; i < m; i++) {
                assertEquals((up[i] - down[i]) / (2 * step), jacobian[i * m + j], 1e-6 * (1 + size));
            }
        }
    }

    private static double norm(double[] x) {
        return Arrays.stream(x).map(Math::abs).max().orElse(0);
    }

    /** An exchange with a change of sign, and an element that is its own opposite. */
    @Test
    void equal_opposite_and_zero_elements_are_classes() {
        double[] state = {2, -2, 0, 5};
        SignedPermutation exchange = new SignedPermutation(new int[] {1, 0, 2, 3}, new int[] {-1, -1, -1, 1});
        InvariantSubspace inside =
                InvariantSubspace.of(state, List.of(exchange)).orElseThrow();
        assertEquals(2, inside.dimension());
        assertArrayEquals(new double[] {2 * Math.sqrt(2), 5}, inside.coordinates(state), 1e-15);
        assertArrayEquals(state, inside.state(inside.coordinates(state)), 1e-15);
        assertTrue(inside.contains(state));
        assertFalse(inside.contains(new double[] {2, -2, 1, 5}));
        assertTrue(InvariantSubspace.of(state, List.of()).isEmpty());
    }
}
