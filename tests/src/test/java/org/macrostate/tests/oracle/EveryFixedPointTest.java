package org.macrostate.tests.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.macrostate.equations.derive.Derivation;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.graph.Interpreter;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.graph.StateLayout;
import org.macrostate.equations.model.BundledModels;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.solvers.fixedpoint.FixedPoint;
import org.macrostate.solvers.fixedpoint.FixedPointSearch;
import org.macrostate.solvers.fixedpoint.FixedPoints;
import org.macrostate.solvers.fixedpoint.Symmetries;
import org.macrostate.solvers.kernel.CompiledSystem;

/** The fixed points of every bundled model, held to its equations as the interpreter, which compiles nothing, reads them. */
@Tag("slow")
class EveryFixedPointTest {
    /** Vectors grow for ever. */
    private static final Set<String> NOWHERE_AT_REST = Set.of("hebb", "logistic-regression");

    /** Of a rate, in units of the largest order parameter: above the rounding of sums with ten thousand terms. */
    private static final double REST = 1e-8;

    /** By how much squared lengths grow where slopes are measured. */
    private static final double ROOM = 2e-3;

    static List<String> models() {
        return BundledModels.names();
    }

    @ParameterizedTest
    @MethodSource("models")
    void they_and_their_images_are_at_rest_and_have_the_slopes_of_the_rates(String model) {
        LearningProblem problem = BundledModels.problem(model);
        BoundSystem bound = BoundSystem.of(Derivation.of(problem), Sizes.of(problem, Map.of()));
        CompiledSystem system = CompiledSystem.of(bound);
        double[] parameters = bound.parameters().defaults();
        FixedPointSearch search = FixedPointSearch.of(system);
        Symmetries symmetries = search.symmetries(parameters);
        FixedPoints found = search.find(parameters, symmetries);
        assertEquals(NOWHERE_AT_REST.contains(model), found.points().isEmpty(), model);
        Interpreter rates = new Interpreter(bound.rightHandSide());
        for (FixedPoint point : found.points()) {
            List<double[]> images = symmetries.orbit(point.state());
            boolean isWhole = images.size() < Symmetries.LARGEST_ORBIT;
            assertTrue(isWhole ? images.size() == point.images() : images.size() <= point.images(), model);
            for (double[] image : images) {
                double[] rate = rates(rates, image, parameters);
                assertTrue(
                        largest(rate) <= REST * (1 + largest(image)),
                        model + " moves at " + Arrays.toString(image) + ": " + Arrays.toString(rate));
            }
            SlopeSum trace = trace(rates, point.state(), lengths(bound), parameters);
            if (!Double.isNaN(trace.value())) {
                assertEquals(trace.value(), sum(point), slack(point) + trace.error(), model + ' ' + point.phase());
            }
        }
    }

    private static double[] rates(Interpreter rates, double[] state, double[] parameters) {
        double[] out = new double[state.length];
        rates.eval(0, state, parameters, out);
        return out;
    }

    private static double largest(double[] values) {
        return Arrays.stream(values).map(Math::abs).max().orElse(0);
    }

    /** The places of squared lengths. */
    private static int[] lengths(BoundSystem bound) {
        List<StateLayout.Element> elements = bound.state().elements();
        return IntStream.range(0, elements.size())
                .filter(i -> elements.get(i).variable().symmetric())
                .filter(i -> elements.get(i)
                        .places()
                        .equals(elements.get(i)
                                .variable()
                                .exchanged(elements.get(i).places())))
                .toArray();
    }

    /** @param error of the extrapolation: what the one before it, which is four times farther off, differs by */
    private record SlopeSum(double value, double error) {}

    /**
     * Of the Jacobian, to which the eigenvalues add up. A state may lie at the edge of what vectors can have, where rates
     * mean nothing on one side: the trace is that at states of longer vectors, extrapolated, where it tends to the state's
     * as their length does; otherwise that of the state.
     */
    private static SlopeSum trace(Interpreter rates, double[] state, int[] lengths, double[] parameters) {
        double far = longer(rates, state, lengths, parameters, ROOM);
        double middle = longer(rates, state, lengths, parameters, ROOM / 2);
        double near = longer(rates, state, lengths, parameters, ROOM / 4);
        double change = Math.abs(middle - far);
        return Math.abs(2 * (near - middle) - (middle - far)) <= change / 10
                ? new SlopeSum(2 * near - middle, Math.abs(2 * near - middle - (2 * middle - far)))
                : new SlopeSum(trace(rates, state, parameters, 1e-6), 0);
    }

    private static double longer(Interpreter rates, double[] state, int[] lengths, double[] parameters, double by) {
        double[] longer = state.clone();
        for (int i : lengths) {
            longer[i] += by;
        }
        return trace(rates, longer, parameters, by / 20);
    }

    /** By central differences. */
    private static double trace(Interpreter rates, double[] state, double[] parameters, double relative) {
        double trace = 0;
        for (int i = 0; i < state.length; i++) {
            double step = relative * (1 + Math.abs(state[i]));
            double[] moved = state.clone();
            moved[i] = state[i] + step;
            double above = rates(rates, moved, parameters)[i];
            moved[i] = state[i] - step;
            trace += (above - rates(rates, moved, parameters)[i]) / (2 * step);
        }
        return trace;
    }

    private static double sum(FixedPoint point) {
        return point.eigenvalues().stream().mapToDouble(e -> e.getRealPart()).sum();
    }

    private static double slack(FixedPoint point) {
        double size = point.eigenvalues().stream().mapToDouble(e -> e.norm()).sum();
        return 1e-4 * (1e-3 + size);
    }
}
