package org.macrostate.equations.adjoint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import org.macrostate.equations.derive.Formula;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.graph.GenericState;
import org.macrostate.equations.graph.Interpreter;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.tensor.Expression;

/** Expressions in state and costates at random points. */
record Probe(CostateSystem costates, Sizes sizes) {
    void assertZero(Expression expression) {
        var joined = costates.joined();
        BoundSystem bound =
                BoundSystem.of(joined.with(joined.problem(), List.of(new Formula("probe", expression))), sizes);
        for (int seed = 0; seed < 5; seed++) {
            double[] out = new double[1];
            new Interpreter(bound.observables())
                    .eval(
                            0,
                            GenericState.of(bound, new Random(seed)),
                            bound.parameters().defaults(),
                            out);
            assertEquals(0, out[0], 1e-12);
        }
    }
}
