package org.macrostate.equations.derive;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.graph.Interpreter;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.model.BundledModels;
import org.macrostate.equations.model.Dynamics;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.tensor.Expansion;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Symbol;

/** The rates derived for every bundled model against the mean of steps drawn at random. */
class BundledDerivationsTest {
    private static final int DRAWS = Integer.getInteger("macrostate.draws", 40_000);

    static Stream<Arguments> models() {
        return BundledModels.names().stream()
                .map(BundledModels::problem)
                .filter(p -> !(p.dynamics() instanceof Dynamics.Flow))
                .flatMap(p -> sizes(p).map(s -> Arguments.of(p, s)));
    }

    /** The model's own sizes, and others where it has any that may be set; blocks stay as many as their weights. */
    private static Stream<Map<String, Integer>> sizes(LearningProblem problem) {
        Map<String, Integer> larger = new java.util.TreeMap<>();
        for (var size : problem.sizes()) {
            if (!size.countsSamples()
                    && problem.blocks().filter(b -> names(b, size.name())).isEmpty()) {
                larger.put(size.name(), larger.isEmpty() ? 2 : 1);
            }
        }
        return larger.isEmpty() ? Stream.of(Map.of()) : Stream.of(Map.of(), larger);
    }

    /** True of the parameters of weights and shares, which cannot be drawn one by one. */
    private static boolean addsUpToOne(LearningProblem problem, String label) {
        String parameter = label.replaceAll("\\[.*", "");
        return problem.spectra().stream().anyMatch(s -> names(s.weight(), parameter))
                || problem.vectors().stream()
                        .anyMatch(
                                v -> v.share().filter(s -> names(s, parameter)).isPresent());
    }

    private static boolean names(Expression expression, String name) {
        return Expansion.contains(
                expression, e -> e instanceof Symbol s && s.name().equals(name));
    }

    @ParameterizedTest
    @MethodSource("models")
    void drawn_steps_have_the_derived_mean(LearningProblem problem, Map<String, Integer> sizes) {
        BoundSystem bound = BoundSystem.of(Derivation.of(problem), Sizes.of(problem, sizes));
        Random random = new Random(17);
        double[] parameters = bound.parameters().defaults();
        for (int i = 0; i < parameters.length; i++) {
            double drawn = 0.3 + 0.6 * random.nextDouble();
            parameters[i] = addsUpToOne(problem, bound.parameters().labels().get(i)) ? parameters[i] : drawn;
        }
        SampledStep step = new SampledStep(bound, parameters, random);
        double[] derived = new double[bound.state().length()];
        new Interpreter(bound.rightHandSide()).eval(0, step.state(), parameters, derived);
        SampledStep.Estimate drawn = step.draw(DRAWS);
        List<String> labels = bound.state().labels();
        double scale = Arrays.stream(derived).map(Math::abs).max().orElse(0);
        for (int i = 0; i < derived.length; i++) {
            double off = Math.abs(derived[i] - drawn.mean()[i]);
            String message = problem.name() + " " + labels.get(i) + ": derived " + derived[i] + ", drawn "
                    + drawn.mean()[i] + " +- " + drawn.error()[i];
            assertTrue(off <= 5 * drawn.error()[i] + 1e-6 * scale, message);
            assertTrue(drawn.error()[i] <= 0.1 * scale, "too few draws to tell: " + message);
        }
    }
}
