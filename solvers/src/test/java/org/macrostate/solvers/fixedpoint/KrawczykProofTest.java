package org.macrostate.solvers.fixedpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.macrostate.equations.graph.Interpreter;
import org.macrostate.equations.graph.Program;
import org.macrostate.solvers.kernel.CompiledSystem;
import org.macrostate.solvers.problems.Flows;

/** Roots that exist are proved, states that are none and roots that are not isolated are not. */
class KrawczykProofTest {
    private static KrawczykProof proof(CompiledSystem system) {
        return new KrawczykProof(
                new SystemAt(system, system.bound().parameters().defaults()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{x: 4/(1+y^2) - x, y: 3.9/(1+x^2) - y}",
                "{x: Tanh[2 y] - x, y: x - y + x^3/10}",
                "{x: Exp[-x] - y, y: Sin[x] - y/2}",
                "{x: Sqrt[1 + x^2] - 2 + y, y: Erf[x] - y}"
            })
    void simple_roots_are_proved(String flow) {
        CompiledSystem system = Flows.of("{a: 1}", flow);
        FixedPoints found =
                FixedPointSearch.of(system).find(system.bound().parameters().defaults());
        assertFalse(found.points().isEmpty());
        for (FixedPoint point : found.points()) {
            assertTrue(proof(system).radius(point.state()).isPresent(), flow);
            assertTrue(proof(system).radius(point.state()).getAsDouble() <= 1e-9);
            double[] beside = point.state().clone();
            beside[0] += 1e-4 * (1 + Math.abs(beside[0]));
            assertTrue(proof(system).radius(beside).isEmpty(), "no root lies there");
        }
    }

    /** A double root, a circle of roots and a kink. */
    @Test
    void what_is_not_isolated_or_not_smooth_is_not_proved() {
        assertTrue(proof(Flows.of("{a: 1}", "{x: (x - 1)^2, y: -y}"))
                .radius(new double[] {1, 0})
                .isEmpty());
        assertTrue(proof(Flows.of("{a: 1}", "{x: x^2 + y^2 - 1, y: x (x^2 + y^2 - 1)}"))
                .radius(new double[] {0.6, 0.8})
                .isEmpty());
        assertTrue(proof(Flows.of("{a: 1}", "{x: Abs[x] + x/2, y: -y}"))
                .radius(new double[] {0, 0})
                .isEmpty());
    }

    /** Values at random states of a box lie within the intervals of the box; factors of one interval need not be equal. */
    @Test
    void intervals_hold_all_values_over_a_box() {
        CompiledSystem system = Flows.of(
                "{a: 1}",
                "{x: x y - Sin[3 x] + x^3, y: Exp[x y]/(2 + y^2) + Cos[x], z: Tanh[x - z] z^2 + Sqrt[2 + x z] + Abs[z]}");
        Program program = system.bound().rightHandSide();
        double[] parameters = system.bound().parameters().defaults();
        Interval[] box = {new Interval(-1, 1), new Interval(-1, 1), new Interval(-0.5, 1.2)};
        Interval[] values = new IntervalProgram(program, parameters).at(box).orElseThrow();
        Random random = new Random(3);
        for (int k = 0; k < 2000; k++) {
            double[] state = new double[3];
            for (int i = 0; i < 3; i++) {
                state[i] = box[i].low() + random.nextDouble() * (box[i].high() - box[i].low());
            }
            double[] out = new double[3];
            new Interpreter(program).eval(0, state, parameters, out);
            for (int i = 0; i < 3; i++) {
                assertTrue(values[i].contains(out[i]), i + ": " + out[i] + " in " + values[i]);
            }
        }
        assertEquals(3, values.length);
    }
}
