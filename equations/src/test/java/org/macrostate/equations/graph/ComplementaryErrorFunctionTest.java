package org.macrostate.equations.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.hipparchus.special.Erf;
import org.junit.jupiter.api.Test;

/** Against mpmath with 30 digits. */
class ComplementaryErrorFunctionTest extends GraphRuleContract {
    @Override
    GraphRule rule() {
        return new ComplementaryErrorFunction();
    }

    private double at(int node, double value) {
        double[] out = new double[1];
        new Interpreter(Program.of(graph, List.of(node), 2, 1)).eval(0, new double[] {value, 0}, new double[1], out);
        return out[0];
    }

    @Test
    void one_more_or_less_than_an_error_function_is_not_lost_in_rounding() {
        int error = graph.apply(Operation.ERF, x);
        int one = graph.number(1);
        double small = Erf.erfc(10);
        assertEquals(2.0884875837625447e-45, small, 1e-12 * small);
        assertEquals(small, at(graph.subtract(one, error), 10), 1e-14 * small);
        assertEquals(small, at(graph.add(one, error), -10), 1e-14 * small);
        assertEquals(-small, at(graph.subtract(error, one), 10), 1e-14 * small);
        assertEquals(1 + Erf.erf(0.3), at(graph.add(one, error), 0.3), 1e-15);
    }

    @Test
    void its_logarithm_is_known_where_it_is_no_number() {
        double[][] known = {
            {0.3, -0.398430051440085289650920},
            {-2, 0.690805573646587656763244},
            {5, -27.2008895455374344224420360},
            {19.9, -399.574343308274990065895},
            {20.1, -407.584318545200407091229},
            {30, -903.974117110643878079600},
            {200, -40005.8706948090821358509}
        };
        for (double[] pair : known) {
            assertEquals(pair[1], LogErfc.of(pair[0]), 1e-14 * Math.max(1, Math.abs(pair[1])), "x = " + pair[0]);
        }
    }

    @Test
    void derivatives_are_difference_quotients() {
        for (Operation operation : new Operation[] {Operation.ERFC, Operation.LOG_ERFC}) {
            ExpressionGraph own = new ExpressionGraph();
            int node = own.apply(operation, own.input(Node.Source.STATE, 0));
            int slope = new GraphDerivative(own).gradient(node).getOrDefault(0, own.number(0));
            double[] out = new double[1];
            for (double at : new double[] {-1.5, 0.2, 3}) {
                new Interpreter(Program.of(own, List.of(slope), 1, 0)).eval(0, new double[] {at}, new double[0], out);
                double h = 1e-5;
                double expected = (operation.apply(at + h, 0) - operation.apply(at - h, 0)) / (2 * h);
                assertEquals(expected, out[0], 1e-8 * Math.max(1, Math.abs(expected)), operation + " at " + at);
            }
        }
    }
}
