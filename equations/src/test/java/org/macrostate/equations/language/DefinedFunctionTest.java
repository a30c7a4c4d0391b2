package org.macrostate.equations.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.derive.Derivation;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.graph.Interpreter;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.model.ModelFile;

/** Functions that are written in others, at 0.3; values by mpmath. */
class DefinedFunctionTest {
    private static double rate(String of) {
        LearningProblem problem = ModelFile.read("model: m\nflow: {X: \"" + of + "\"}\n", "m.yaml");
        double[] out = new double[1];
        new Interpreter(BoundSystem.of(Derivation.of(problem), Sizes.of(problem, Map.of()))
                        .rightHandSide())
                .eval(0, new double[] {0.3}, new double[0], out);
        return out[0];
    }

    @ParameterizedTest
    @CsvSource({
        "Erfc,0.671373240540872583810382",
        "LogErfc,-0.398430051440085289650921",
        "LogisticSigmoid,0.574442516811659103446541",
        "Softplus,0.854355244468526982209186",
        "SiLU,0.172332755043497731033962",
        "GELU,0.185373426656685778766"
    })
    void each_has_its_value(String name, double expected) {
        assertEquals(expected, rate(name + "[X]"), 1e-14);
    }

    @Test
    void the_scaled_one_is_the_complement_times_a_growing_bell() {
        assertEquals(Math.exp(0.09) * 0.671373240540872583810382, rate("Erfcx[X]"), 1e-14);
    }

    @Test
    void each_takes_one_argument() {
        BadInput refused = assertThrows(BadInput.class, () -> rate("GELU[X, X]"));
        assertTrue(refused.getMessage().contains("'GELU' takes 1 argument, found 2"), refused.getMessage());
    }
}
