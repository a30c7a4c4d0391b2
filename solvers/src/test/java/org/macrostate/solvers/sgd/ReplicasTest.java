package org.macrostate.solvers.sgd;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.model.LearningProblem;

class ReplicasTest {
    private static final LearningProblem VAE = Problems.linearVae(1, 1, 1);
    private static final Simulation SIMULATION =
            Simulation.of(VAE, Sizes.of(VAE, Map.of()), Map.of("tau", 0.1), Map.of());
    private static final RunSettings SETTINGS =
            new RunSettings(List.of(0.0, 1.0, 2.0), new Start.Random(Map.of("Q", 0.5)), false, 11);

    private static String text(List<Run> runs) {
        StringBuilder text = new StringBuilder();
        for (Run run : runs) {
            text.append(run.dimension()).append(' ').append(run.index()).append(run.outcome());
            run.states().forEach(row -> text.append(Arrays.toString(row)));
        }
        return text.toString();
    }

    @Test
    void any_number_of_threads_gives_the_same_numbers() {
        Replicas replicas = new Replicas(SIMULATION, SETTINGS, List.of(50, 120), 5);
        String one = text(replicas.run(1, new Replicas.Listener() {}));
        assertEquals(one, text(replicas.run(2, new Replicas.Listener() {})));
        assertEquals(one, text(replicas.run(7, new Replicas.Listener() {})));
    }

    @Test
    void runs_are_independent_of_what_else_is_run_and_differ_among_each_other() {
        List<Run> many = new Replicas(SIMULATION, SETTINGS, List.of(50, 120), 5).run(2, new Replicas.Listener() {});
        List<Run> few = new Replicas(SIMULATION, SETTINGS, List.of(120), 2).run(1, new Replicas.Listener() {});
        assertEquals(text(many.subList(5, 7)), text(few));
        Set<Double> starts = new HashSet<>();
        many.forEach(run -> starts.add(run.states().get(0)[0]));
        assertEquals(10, starts.size());
    }

    @Test
    void known_runs_are_kept_and_not_made_again() {
        Replicas replicas = new Replicas(SIMULATION, SETTINGS, List.of(50), 3);
        Run known = new Run(50, 1, List.of(new double[] {42}), new Run.Completed());
        List<Run> finished = new ArrayList<>();
        List<Run> all = replicas.run(2, List.of(known), new Replicas.Listener() {
            @Override
            public void finished(Run run) {
                finished.add(run);
            }
        });
        assertEquals(3, all.size());
        assertArrayEquals(new double[] {42}, all.get(1).states().get(0));
        assertEquals(2, finished.size());
    }

    @Test
    void progress_ends_at_all_of_the_work() {
        List<Double> fractions = new ArrayList<>();
        new Replicas(SIMULATION, SETTINGS, List.of(50, 100), 2).run(2, new Replicas.Listener() {
            @Override
            public void progress(double fraction) {
                fractions.add(fraction);
            }
        });
        assertEquals(1.0, fractions.get(fractions.size() - 1), 1e-12);
    }

    @Test
    void an_interrupt_ends_the_runs_and_is_passed_on() {
        RunSettings endless = new RunSettings(List.of(0.0, 1e6), new Start.Random(Map.of()), false, 1);
        Thread.currentThread().interrupt();
        List<Run> runs = new Replicas(SIMULATION, endless, List.of(1000), 3).run(2, new Replicas.Listener() {});
        assertTrue(Thread.interrupted());
        assertEquals(3, runs.size());
        runs.forEach(run -> assertFalse(run.completed()));
    }

    @Test
    void what_cannot_be_run_is_refused_with_the_bound() {
        BadInput small = assertThrows(BadInput.class, () -> new Replicas(SIMULATION, SETTINGS, List.of(2), 5));
        assertEquals("dimension must be at least the number of vectors, 3, was 2", small.getMessage());
        BadInput none = assertThrows(BadInput.class, () -> new Replicas(SIMULATION, SETTINGS, List.of(50), 0));
        assertEquals("a simulation needs at least one dimension and one run, found 1 and 0", none.getMessage());
        BadInput times = assertThrows(
                BadInput.class, () -> new RunSettings(List.of(1.0, 0.5), new Start.Random(Map.of()), false, 1));
        assertEquals("times must ascend from 0 on, found 0.5 after 1.0", times.getMessage());
    }
}
