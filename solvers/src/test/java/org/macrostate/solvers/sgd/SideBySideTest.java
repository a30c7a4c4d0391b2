package org.macrostate.solvers.sgd;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.model.BundledModels;
import org.macrostate.equations.model.LearningProblem;

/** Runs of the overlap process that are made at once: what each is by itself, to the last bit. */
class SideBySideTest {
    private static Simulation simulation(LearningProblem problem, Map<String, Double> values) {
        return Simulation.of(problem, Sizes.of(problem, Map.of()), values, Map.of());
    }

    private static List<Run> assertSame(
            Simulation simulation, RunSettings settings, int dimension, int first, int count) {
        int[] indices = IntStream.range(first, first + count).toArray();
        List<Run> atOnce = simulation.runs(settings, dimension, indices, steps -> true);
        assertEquals(count, atOnce.size());
        for (int i = 0; i < count; i++) {
            Run alone = simulation.run(settings, dimension, indices[i]);
            Run run = atOnce.get(i);
            assertEquals(alone.index(), run.index());
            assertEquals(alone.outcome(), run.outcome(), "run " + indices[i]);
            assertEquals(alone.states().size(), run.states().size());
            for (int k = 0; k < alone.states().size(); k++) {
                assertArrayEquals(alone.states().get(k), run.states().get(k), "run " + indices[i] + ", time " + k);
            }
        }
        return atOnce;
    }

    @ParameterizedTest
    @ValueSource(strings = {"linear-vae", "soft-committee", "perceptron", "linear-regression"})
    void runs_at_once_are_those_by_themselves(String model) {
        Simulation simulation = simulation(BundledModels.problem(model), Map.of());
        RunSettings settings = new RunSettings(List.of(0.0, 0.3, 0.3, 2.0), new Start.Random(Map.of()), true, 11);
        assertEquals(64, simulation.runsAtOnce(settings));
        assertSame(simulation, settings, 100, 5, 64);
        assertSame(simulation, settings, 37, 0, 3);
    }

    @Test
    void a_start_without_variance_in_a_direction_and_a_space_that_vectors_span_are_the_same_too() {
        Simulation simulation = simulation(Problems.linearVae(1, 1, 1), Map.of());
        Start collapsed = new Start.Prescribed(Map.of("m", 0.5, "Q", 0.25, "d", 0.0, "E", 0.0, "R", 0.0, "D", 1.0));
        assertSame(simulation, new RunSettings(List.of(0.1, 1.0), collapsed, true, 3), 50, 0, 64);
        assertSame(simulation, new RunSettings(List.of(2.0), collapsed, true, 3), 3, 0, 20);
    }

    @Test
    void runs_that_leave_a_domain_or_diverge_end_when_they_do_alone() {
        Start start = new Start.Random(Map.of());
        List<Run> runs = assertSame(
                simulation(BundledModels.problem("linear-vae"), Map.of("tauD", 3.0, "tau", 2.5)),
                new RunSettings(List.of(0.5, 20.0), start, true, 1),
                20,
                0,
                64);
        assertTrue(runs.stream().anyMatch(run -> run.outcome() instanceof Run.LeftDomain));
        Simulation fast = simulation(BundledModels.problem("linear-regression"), Map.of("eta", 50.0));
        List<Run> diverged = assertSame(fast, new RunSettings(List.of(0.5, 400.0), start, true, 1), 10, 0, 64);
        assertTrue(diverged.stream().anyMatch(run -> run.outcome() instanceof Run.Diverged));
    }

    @Test
    void interrupted_runs_end_where_they_are_and_more_than_there_are_lanes_are_refused() {
        Simulation simulation = simulation(BundledModels.problem("linear-vae"), Map.of());
        RunSettings settings = new RunSettings(List.of(0.0, 1e3), new Start.Random(Map.of()), true, 1);
        List<Run> runs = simulation.runs(settings, 1000, new int[] {4, 7}, steps -> false);
        for (Run run : runs) {
            assertInstanceOf(Run.Interrupted.class, run.outcome());
            assertEquals(1, run.states().size());
        }
        assertThrows(IllegalArgumentException.class, () -> simulation.runs(settings, 10, new int[65], steps -> true));
        RunSettings vectors = new RunSettings(List.of(1.0), new Start.Random(Map.of()), false, 1);
        assertEquals(1, simulation.runsAtOnce(vectors));
    }

    @Test
    void models_of_two_samples_or_of_batches_are_made_one_by_one() {
        RunSettings settings = new RunSettings(List.of(1.0), new Start.Random(Map.of()), true, 1);
        assertEquals(1, simulation(Problems.critic(), Map.of()).runsAtOnce(settings));
        assertEquals(1, simulation(Problems.linearVae(1, 1, 3), Map.of()).runsAtOnce(settings));
    }
}
