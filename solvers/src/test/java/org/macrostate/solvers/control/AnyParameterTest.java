package org.macrostate.solvers.control;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Parameters of every kind are controls: the gradient by each is that of central differences. */
class AnyParameterTest {
    private static final Map<String, Double> ORIGIN = Map.of("R", 0.1, "Q", 0.8);
    private static final Map<String, Double> STUDENT =
            Map.of("Q[1,1]", 0.3, "Q[1,2]", 0.05, "Q[2,2]", 0.2, "R[1]", 0.1, "R[2]", 0.02);

    static Stream<Arguments> parameters() {
        return Stream.of(
                Arguments.of("a learning rate", ControlCases.COMMITTEE, Map.of("Q", 0.5, "R", 0.01), "eta=0.1:3"),
                Arguments.of("a weight in the loss", ControlCases.VAE, ControlCases.VAE_START, "beta=0.5:3"),
                Arguments.of("noise of labels", ControlCases.REGRESSION, ORIGIN, "sigma=0.1:1"),
                Arguments.of("weight decay", ControlCases.RIDGE, ORIGIN, "lambda=0:2"),
                Arguments.of("a batch size", ControlCases.BATCHES, ORIGIN, "B=0.5:20"),
                Arguments.of("a probability of dropout", ControlCases.DROPOUT, STUDENT, "keep=0.2:0.95"),
                Arguments.of("a share of clean samples", ControlCases.CURRICULUM, ORIGIN, "clean=0.05:0.95"),
                Arguments.of("a probability of flipped labels", ControlCases.FLIPPED, ORIGIN, "flip=0.01:0.5"),
                Arguments.of("a variance of data", ControlCases.OJA, Map.of("q", 0.3, "Q", 0.9), "omega=0.5:3"),
                Arguments.of(
                        "an eigenvalue of a spectrum",
                        ControlCases.SPECTRUM,
                        Map.of("R[1]", 0.03, "R[2]", 0.1, "Q[1]", 0.2, "Q[2]", 0.5),
                        "a=0.5:3"),
                Arguments.of(
                        "a parameter of a flow",
                        ControlCases.LORENZ,
                        Map.of("X", 1.0, "Y", 1.0, "Z", 1.0),
                        "rho=5:20"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("parameters")
    void the_gradient_by_a_parameter_is_that_of_central_differences(
            String kind, String model, Map<String, Double> start, String control) {
        ControlProblem problem = ControlCases.problem(model, start, new ControlGoal.AtTime(2, 1), List.of(), control);
        for (boolean linear : new boolean[] {false, true}) {
            Gradients.requireCentral(problem, ControlGrid.even(2, 5, linear), 11);
        }
    }
}
