package org.macrostate.solvers.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macrostate.equations.derive.Derivation;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.graph.LoopProgram;
import org.macrostate.equations.graph.LoopSystem;
import org.macrostate.equations.graph.Program;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.graph.StateLayout;
import org.macrostate.equations.model.BundledModels;

/** Loops have the values of the same equations with all sums written out; means that are integrated have eight digits of them. */
class LoopKernelTest {
    @ParameterizedTest
    @CsvSource({
        "soft-committee, K=5;M=4, 1e-12",
        "soft-committee, K=2;M=7, 1e-12",
        "soft-committee-blocks, K=4;M=3;B=4, 1e-12",
        "linear-vae-graded, M=4;Ms=5, 1e-12",
        "linear-vae-blocks, M=4;Ms=4;B=5, 1e-12",
        "relu-committee, K=2;M=2, 1e-8",
        "switched-teacher, K=6, 1e-12",
        "simsiam, M=5, 1e-12",
    })
    void equal_sums_written_out(String model, String sizes, double digits) {
        BoundSystem bound = bound(model, sizes);
        LoopSystem loops = LoopSystem.of(bound);
        double[] state = state(bound);
        assertClose(bound.rightHandSide(), loops.rightHandSide(), bound, state, digits);
        assertClose(bound.observables(), loops.formulas(bound.system().observables()), bound, state, digits);
        double[] along = java.util.Arrays.copyOf(state, 2 * state.length);
        System.arraycopy(new Random(8).doubles(state.length, -1, 1).toArray(), 0, along, state.length, state.length);
        assertClose(bound.directionalDerivative(), loops.directionalDerivative(), bound, along, 10 * digits);
    }

    private static BoundSystem bound(String model, String sizes) {
        OrderParameterSystem system = Derivation.of(BundledModels.problem(model));
        Map<String, Integer> chosen = new HashMap<>();
        for (String size : sizes.split(";")) {
            chosen.put(size.split("=")[0], Integer.parseInt(size.split("=")[1]));
        }
        return BoundSystem.of(system, Sizes.of(system.problem(), chosen));
    }

    /** Vectors of length about one and almost at right angles. */
    private static double[] state(BoundSystem bound) {
        List<StateLayout.Element> elements = bound.state().elements();
        double[] state = new Random(7).doubles(elements.size(), 0, 0.02).toArray();
        for (int i = 0; i < state.length; i++) {
            List<Integer> places = elements.get(i).places();
            boolean own = elements.get(i).variable().symmetric()
                    && places.size() > 1
                    && places.get(places.size() - 1).equals(places.get(places.size() - 2));
            state[i] += own ? 1 : 0;
        }
        return state;
    }

    private static void assertClose(
            Program written, LoopProgram loops, BoundSystem bound, double[] state, double digits) {
        double[] parameters = bound.parameters().defaults();
        double[] expected = KernelCompiler.compile(written).eval(0.3, state, parameters);
        double[] found = LoopKernel.of(loops).eval(0.3, state, parameters);
        assertEquals(expected.length, found.length);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], found[i], digits * Math.max(1, Math.abs(expected[i])), "output " + i);
        }
    }
}
