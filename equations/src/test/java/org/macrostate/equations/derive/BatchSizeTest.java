package org.macrostate.equations.derive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.graph.Interpreter;
import org.macrostate.equations.graph.Program;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.model.BatchSize;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.model.ModelFile;

/** A batch size that is a parameter is a real number in the equations, and a whole one where samples are drawn. */
class BatchSizeTest {
    private static final String MODEL = """
            model: minibatch
            parameters: {tau: {value: 3/4}, B: {value: 4, domain: positive}, r: 2}
            vectors: {u: {fixed: identity}, w: {rate: tau}}
            samples: {x: noise}
            fields: {h: w . x, y: u . x}
            loss: 1/2 (h - y)^2
            order: {R: w . u, Q: w . w}
            """;

    private static double[] rates(String batch, double value) {
        LearningProblem problem = ModelFile.read(MODEL + "batch: " + batch + "\n", "model");
        BoundSystem bound = BoundSystem.of(Derivation.of(problem), Sizes.of(problem, Map.of()));
        Program program = bound.rightHandSide();
        double[] out = new double[2];
        double[] parameters = bound.parameters().with(Map.of("B", value));
        new Interpreter(program).eval(0, new double[] {0.3, 1.7}, parameters, out);
        return out;
    }

    @Test
    void a_parameter_stands_where_the_number_does() {
        assertArrayEquals(rates("4", 1), rates("B", 4), 1e-15);
        // dQ/dt = 2τ(R − Q) + τ²(Q − 2R + 1)/B
        double[] half = rates("B", 2.5);
        assertEquals(0.75 * (1 - 0.3), half[0], 1e-15);
        assertEquals(2 * 0.75 * (0.3 - 1.7) + 0.5625 * (1.7 - 0.6 + 1) / 2.5, half[1], 1e-14);
    }

    @Test
    void samples_are_drawn_in_whole_numbers() {
        BatchSize size = new BatchSize.ByParameter("B");
        assertEquals(7, size.samples(name -> 7));
        for (double none : new double[] {2.5, 0, 1001, Double.NaN}) {
            String why = assertThrows(BadInput.class, () -> size.samples(name -> none))
                    .what();
            assertTrue(why.contains("must be whole and from 1 to 1000, was " + none), why);
        }
    }

    @Test
    void a_parameter_that_need_not_be_positive_is_no_batch_size() {
        for (String name : new String[] {"tau", "r", "none"}) {
            assertThrows(BadInput.class, () -> ModelFile.read(MODEL + "batch: " + name + "\n", "model"));
        }
    }
}
