package org.macrostate.solvers.integrate;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.macrostate.equations.derive.Derivation;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.graph.StateLayout;
import org.macrostate.equations.model.BundledModels;
import org.macrostate.equations.model.Domain;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.model.ModelFile;
import org.macrostate.solvers.integrate.Trajectory.Status;
import org.macrostate.solvers.kernel.CompiledSystem;

/** From random admissible starts, every bundled model stays in its domains, or says when it left. */
class BundledTrajectoriesTest {
    private static final int STARTS = 6;
    private static final double END = 200;

    static Stream<String> models() {
        return BundledModels.names().stream().filter(model -> isClosed(model));
    }

    static Stream<String> integrated() {
        return BundledModels.names().stream().filter(model -> !isClosed(model));
    }

    /** Whether no expectation of a model is integrated numerically. */
    private static boolean isClosed(String model) {
        return Derivation.of(ModelFile.read(BundledModels.text(model), model))
                .numericalPieces()
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("integrated")
    void the_same_of_models_whose_expectations_are_integrated(String model) {
        every_row_is_inside_its_domains_and_a_trajectory_that_leaves_says_so(model);
    }

    @ParameterizedTest
    @MethodSource("models")
    void every_row_is_inside_its_domains_and_a_trajectory_that_leaves_says_so(String model) {
        LearningProblem problem = ModelFile.read(BundledModels.text(model), model);
        CompiledSystem system = CompiledSystem.of(BoundSystem.of(Derivation.of(problem), Sizes.of(problem, Map.of())));
        double[] parameters = system.bound().parameters().defaults();
        RealVectorsJudge judge = RealVectorsJudge.of(system.bound(), parameters);
        Random random = new Random(model.hashCode());
        int tried = 0;
        for (int i = 0; i < 200 && tried < STARTS; i++) {
            double[] start = start(system, random);
            if (!judge.allows(start, 0, 0)) {
                continue;
            }
            tried++;
            Trajectory found = Integration.with(Tolerances.DEFAULT)
                    .withMaxEvaluations(300_000)
                    .integrate(TrajectoryProblem.fromZero(
                            system, parameters, start, TrajectoryProblem.evenTimes(0, END, 81)));
            for (double[] row : found.states()) {
                assertTrue(judge.allows(row, 1e-5, 1e-7), () -> model + " is outside without a word");
            }
            if (!found.completed()) {
                assertTrue(found.message().contains("t = "), found.message());
            }
            assertNotEquals(Status.UNDETERMINED, found.status(), found.message());
        }
        assertTrue(tried > 0, "no admissible start of " + model);
    }

    private static double[] start(CompiledSystem system, Random random) {
        List<StateLayout.Element> elements = system.bound().state().elements();
        double[] start = new double[elements.size()];
        for (int i = 0; i < start.length; i++) {
            StateLayout.Element element = elements.get(i);
            boolean norm = element.variable().symmetric()
                    && element.places().stream().distinct().count() < 2;
            boolean bounded = element.variable().domain() != Domain.REAL;
            start[i] = norm || bounded
                    ? 0.05 + 0.9 * random.nextDouble()
                    : 0.2 * random.nextGaussian() / Math.sqrt(start.length);
        }
        return start;
    }
}
