package org.macrostate.equations.derive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.graph.Interpreter;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.graph.StateLayout;
import org.macrostate.equations.model.BundledModels;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.tensor.ExpressionText;

/** The derived linear VAE against the equations written down by hand, at random states and parameters. */
class LinearVaeDerivationTest {
    private static final LearningProblem PROBLEM = BundledModels.problem("linear-vae");
    private static final OrderParameterSystem SYSTEM = Derivation.of(PROBLEM);

    @Test
    void six_families_of_equations_hold_for_any_sizes() {
        assertEquals(
                List.of("m", "d", "Q", "E", "R", "D"),
                SYSTEM.variables().stream().map(StateVariable::name).toList());
        String text = SYSTEM.equations().stream()
                .map(e -> ExpressionText.of(e.rate()))
                .toList()
                .toString();
        assertTrue(text.contains("Sum["), text);
    }

    @ParameterizedTest
    @CsvSource({"1,1", "1,2", "1,4", "2,1", "2,2", "2,4", "3,1", "3,2", "3,4", "5,1", "5,2", "5,4"})
    void agrees_with_the_published_equations_at_random_states(int size, int signals) {
        Random random = new Random(1000L * size + signals);
        BoundSystem bound = BoundSystem.of(SYSTEM, Sizes.of(PROBLEM, Map.of("M", size, "Ms", signals)));
        Interpreter interpreter = new Interpreter(bound.rightHandSide());
        for (int trial = 0; trial < 20; trial++) {
            double[] p = random.doubles(6, 0.05, 2).toArray();
            LinearVaeOracle oracle = new LinearVaeOracle(p[0], p[1], p[2], p[3], p[4], p[5]);
            LinearVaeOracle.State state = randomState(random, size, signals);
            double[] rates = new double[bound.state().length()];
            interpreter.eval(0, flatten(bound, state), parameters(bound, oracle), rates);
            assertClose(flatten(bound, oracle.rate(state)), rates, bound.state().labels());
        }
    }

    private static void assertClose(double[] expected, double[] actual, List<String> labels) {
        double scale = 0;
        for (double value : expected) {
            scale = Math.max(scale, Math.abs(value));
        }
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], actual[i], 1e-13 * scale, labels.get(i));
        }
    }

    private static double[] parameters(BoundSystem bound, LinearVaeOracle o) {
        return bound.parameters()
                .with(Map.of(
                        "rho",
                        o.rho(),
                        "eta",
                        o.eta(),
                        "beta",
                        o.beta(),
                        "lambda",
                        o.lambda(),
                        "tau",
                        o.tau(),
                        "tauD",
                        o.tauD()));
    }

    private static LinearVaeOracle.State randomState(Random random, int size, int signals) {
        RealMatrix q = matrix(random, size, size);
        RealMatrix e = matrix(random, size, size);
        return new LinearVaeOracle.State(
                matrix(random, size, signals),
                matrix(random, size, signals),
                q.add(q.transpose()),
                e.add(e.transpose()),
                matrix(random, size, size),
                random.doubles(size, 0.1, 2).toArray());
    }

    private static RealMatrix matrix(Random random, int rows, int columns) {
        RealMatrix matrix = MatrixUtils.createRealMatrix(rows, columns);
        for (int i = 0; i < rows; i++) {
            matrix.setRow(i, random.doubles(columns, -1, 1).toArray());
        }
        return matrix;
    }

    private static double[] flatten(BoundSystem bound, LinearVaeOracle.State state) {
        Map<String, RealMatrix> matrices =
                Map.of("m", state.m(), "d", state.d(), "Q", state.q(), "E", state.e(), "R", state.r());
        return bound.state().elements().stream()
                .mapToDouble(element -> value(element, state, matrices))
                .toArray();
    }

    private static double value(
            StateLayout.Element element, LinearVaeOracle.State state, Map<String, RealMatrix> matrices) {
        int row = element.places().get(0) - 1;
        String name = element.variable().name();
        return name.equals("D")
                ? state.bigD()[row]
                : matrices.get(name).getEntry(row, element.places().get(1) - 1);
    }
}
