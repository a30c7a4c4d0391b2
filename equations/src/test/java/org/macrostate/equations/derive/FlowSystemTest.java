package org.macrostate.equations.derive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.graph.Interpreter;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.model.ModelFile;
import org.macrostate.equations.tensor.ExpressionText;

/** Coupled rotators: a system that is stated, with copies, observables and phases. */
class FlowSystemTest {
    private static final LearningProblem KURAMOTO = ModelFile.read("""
            model: kuramoto
            sizes: {M: 3}
            parameters: {g: {value: 0.7}, w: {copies: M, value: [1, 2, 4]}}
            scalars: {phi: {copies: M, start: 0.25}, s: {start: 2}}
            flow:
              phi[k]: w[k] + g/M Sum[Sin[phi[l] - phi[k]], {l, M}]
              s: t - s
            observables: {c: "Sum[Cos[phi[k]], {k, M}]/M"}
            phases: {locked: "c > 1/2", loose: True}
            """, "kuramoto.yaml");

    @Test
    void the_equations_are_those_stated_in_letters_of_their_own() {
        OrderParameterSystem system = Derivation.of(KURAMOTO);
        assertEquals(Limit.FINITE_RATE, system.limit());
        assertEquals(
                List.of("phi", "s"),
                system.variables().stream().map(StateVariable::name).toList());
        StateVariable phi = system.variable("phi").orElseThrow();
        assertEquals("phi[k]", ExpressionText.of(phi.symbol()));
        assertEquals(0.25, phi.start().orElseThrow());
        assertEquals("c", system.observables().get(0).name());
        assertEquals(
                List.of("locked", "loose"),
                system.phases().stream().map(Formula::name).toList());
        assertEquals(
                "w[k] + g Sum[Sin[phi[l] - phi[k]], {l, M}]/M",
                ExpressionText.of(system.equations().get(0).rate()));
    }

    @Test
    void their_values_are_those_of_the_formulas() {
        BoundSystem bound = BoundSystem.of(Derivation.of(KURAMOTO), Sizes.of(KURAMOTO, Map.of()));
        double[] phi = {0.3, -0.4, 1.1};
        double[] out = new double[4];
        new Interpreter(bound.rightHandSide())
                .eval(
                        5,
                        new double[] {phi[0], phi[1], phi[2], 2},
                        bound.parameters().defaults(),
                        out);
        double[] expected = {1, 2, 4, 3};
        for (int k = 0; k < 3; k++) {
            for (int l = 0; l < 3; l++) {
                expected[k] += 0.7 / 3 * Math.sin(phi[l] - phi[k]);
            }
        }
        assertArrayEquals(expected, out, 1e-15);
    }
}
