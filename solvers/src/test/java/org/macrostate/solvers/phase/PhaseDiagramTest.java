package org.macrostate.solvers.phase;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.macrostate.equations.BadInput;
import org.macrostate.solvers.kernel.CompiledSystem;
import org.macrostate.solvers.problems.Flows;
import org.macrostate.solvers.problems.LinearVae;

class PhaseDiagramTest {
    private static PhaseDiagram linearVae(int nx, int ny, int threads) {
        return PhaseDiagramSolver.of(LinearVae.of(1, 1))
                .withThreads(threads)
                .solve(Map.of(), new ParameterAxis("beta", 0, 3, nx), new ParameterAxis("eta", 0, 2, ny));
    }

    @Test
    void posterior_collapse_sets_in_at_beta_equal_rho_plus_eta_to_eight_digits() {
        PhaseDiagram diagram = linearVae(31, 21, 2);
        assertEquals(0, diagram.unresolved());
        assertEquals(1, diagram.boundaries().size(), diagram.boundaries().toString());
        PhaseBoundary boundary = diagram.boundaries().get(0);
        assertEquals(PhaseBoundary.Kind.BRANCH_POINT, boundary.kind());
        assertEquals("collapsed", boundary.phase());
        for (int i = 0; i < boundary.x().length; i++) {
            assertEquals(1 + boundary.y()[i], boundary.x()[i], 1e-8, "point " + i);
        }
        for (double eta : diagram.y().values()) {
            assertTrue(java.util.Arrays.stream(boundary.y()).anyMatch(y -> y == eta), "the boundary passes eta " + eta);
        }
        for (int i = 1; i < boundary.x().length; i++) {
            assertTrue(Math.abs(boundary.y()[i] - boundary.y()[i - 1]) <= 0.1 + 1e-9, "points are in order");
        }
    }

    @Test
    void every_grid_point_has_the_phase_of_the_closed_form() {
        PhaseDiagram diagram = linearVae(31, 21, 2);
        for (int j = 1; j < 21; j++) {
            for (int i = 1; i < 31; i++) {
                double margin = diagram.x().value(i) - 1 - diagram.y().value(j);
                String expected = margin > -1e-9 ? "collapsed" : "learned";
                assertEquals(expected, diagram.categoryAt(i, j), i + ", " + j);
                assertEquals(1, diagram.stableCounts()[j * 31 + i]);
            }
            assertEquals(PhaseDiagram.UNDECIDED, diagram.categoryAt(0, j), "at beta = 0 D runs to 0");
        }
    }

    @Test
    void decay_moves_the_boundary_to_its_closed_form() {
        PhaseDiagram diagram = PhaseDiagramSolver.of(LinearVae.of(1, 1))
                .solve(
                        Map.of("eta", 1.0),
                        new ParameterAxis("beta", 0.5, 2.5, 11),
                        new ParameterAxis("lambda", 0, 0.5, 6));
        int points = 0;
        for (PhaseBoundary boundary : diagram.boundaries()) {
            for (int i = 0; i < boundary.x().length; i++) {
                double lambda = boundary.y()[i];
                assertEquals((4 / (1 + lambda) - lambda) / 2, boundary.x()[i], 1e-8);
                points++;
            }
        }
        assertTrue(points >= 6);
    }

    @Test
    void the_number_of_threads_changes_nothing() {
        PhaseDiagram one = linearVae(25, 17, 1);
        PhaseDiagram two = linearVae(25, 17, 2);
        assertEquals(one.categories(), two.categories());
        assertArrayEquals(one.category(), two.category());
        assertArrayEquals(one.stableCounts(), two.stableCounts());
        assertTrue(java.util.Arrays.deepEquals(one.observables(), two.observables()));
        assertEquals(one.boundaries().size(), two.boundaries().size());
        for (int i = 0; i < one.boundaries().size(); i++) {
            assertArrayEquals(
                    one.boundaries().get(i).x(), two.boundaries().get(i).x());
            assertArrayEquals(
                    one.boundaries().get(i).y(), two.boundaries().get(i).y());
        }
    }

    @Test
    void the_pitchfork_and_the_hopf_points_of_lorenz_are_where_they_should_be() {
        PhaseDiagram diagram = PhaseDiagramSolver.of(Flows.lorenz())
                .solve(Map.of(), new ParameterAxis("rho", 0, 30, 16), new ParameterAxis("sigma", 8, 12, 5));
        int pitchforks = 0;
        int hopfs = 0;
        for (PhaseBoundary boundary : diagram.boundaries()) {
            for (int i = 0; i < boundary.x().length; i++) {
                double sigma = boundary.y()[i];
                double b = 8.0 / 3;
                if (boundary.kind() == PhaseBoundary.Kind.BRANCH_POINT) {
                    assertEquals(1, boundary.x()[i], 1e-9);
                    pitchforks++;
                } else {
                    assertEquals(PhaseBoundary.Kind.HOPF, boundary.kind());
                    assertEquals(sigma * (sigma + b + 3) / (sigma - b - 1), boundary.x()[i], 1e-8);
                    hopfs++;
                }
            }
        }
        assertTrue(pitchforks >= 5 && hopfs >= 5, pitchforks + ", " + hopfs);
        assertEquals(PhaseDiagram.UNDECIDED, diagram.categoryAt(15, 2), "chaos is bounded and no fixed point");
    }

    /** Prigogine and Lefever: the fixed point (a, b/a) is stable for b < 1 + a²; beyond, the only attractor is a limit cycle. */
    @Test
    void where_the_only_attractor_is_a_limit_cycle_the_phase_is_called_so() {
        CompiledSystem system = Flows.of("{b: 1.5, a: 1}", "{x: a - (b + 1) x + x^2 y, y: b x - x^2 y}");
        ParameterAxis b = new ParameterAxis("b", 1.1, 3.9, 4);
        ParameterAxis a = new ParameterAxis("a", 0.8, 1.3, 2);
        PhaseDiagram diagram = PhaseDiagramSolver.of(system).solve(Map.of(), b, a);
        for (int i = 0; i < b.count(); i++) {
            for (int j = 0; j < a.count(); j++) {
                boolean rests = b.value(i) < 1 + a.value(j) * a.value(j);
                assertEquals(rests ? "fixed point" : PhaseDiagram.LIMIT_CYCLE, diagram.categoryAt(i, j));
            }
        }
        assertEquals(0, diagram.unresolved());
        assertEquals(
                List.of(PhaseDiagram.LIMIT_CYCLE),
                PhaseDiagramSolver.of(system)
                        .phases(List.of(system.bound().parameters().with(Map.of("b", 3.0))))
                        .names());
    }

    @Test
    void beyond_a_fold_a_system_that_runs_away_is_divergent() {
        PhaseDiagram diagram = PhaseDiagramSolver.of(Flows.saddleNode())
                .solve(Map.of(), new ParameterAxis("a", -1, 1, 12), new ParameterAxis("c", 1, 2, 3));
        assertEquals(PhaseDiagram.DIVERGENT, diagram.categoryAt(0, 0));
        assertEquals(1, diagram.stableCounts()[11]);
        assertEquals(1, diagram.boundaries().size());
        PhaseBoundary fold = diagram.boundaries().get(0);
        assertEquals(PhaseBoundary.Kind.FOLD, fold.kind());
        for (double a : fold.x()) {
            assertEquals(0, a, 1e-9);
        }
    }

    @Test
    void a_large_learning_rate_makes_the_linear_vae_divergent_at_strong_noise() {
        PhaseDiagram diagram = PhaseDiagramSolver.of(LinearVae.of(1, 1))
                .solve(Map.of("tau", 1.0), new ParameterAxis("beta", 1.5, 3, 4), new ParameterAxis("eta", 0.2, 2, 4));
        assertEquals(PhaseDiagram.DIVERGENT, diagram.categoryAt(0, 3));
        assertEquals(PhaseDiagram.DIVERGENT, diagram.categoryAt(3, 3));
        assertEquals("collapsed", diagram.categoryAt(3, 0));
    }

    @Test
    void the_cusp_has_two_stable_states_between_its_folds() {
        PhaseDiagram diagram = PhaseDiagramSolver.of(Flows.cusp())
                .solve(Map.of(), new ParameterAxis("mu", -1.03, 1, 30), new ParameterAxis("alpha", -0.5, 2, 26));
        int folds = 0;
        for (PhaseBoundary boundary : diagram.boundaries()) {
            assertEquals(PhaseBoundary.Kind.FOLD, boundary.kind());
            for (int i = 0; i < boundary.x().length; i++) {
                double fold = 2 * Math.pow(boundary.y()[i] / 3, 1.5);
                assertEquals(fold, Math.abs(boundary.x()[i]), 1e-9);
                folds++;
            }
        }
        assertTrue(folds > 40, "points on the folds: " + folds);
        assertEquals(0, diagram.unresolved());
        for (int j = 0; j < 26; j++) {
            for (int i = 0; i < 30; i++) {
                double alpha = diagram.y().value(j);
                boolean two = alpha > 0 && Math.abs(diagram.x().value(i)) < 2 * Math.pow(alpha / 3, 1.5);
                assertEquals(two ? PhaseDiagram.COEXISTENCE : "fixed point", diagram.categoryAt(i, j));
                assertEquals(two ? 2 : 1, diagram.stableCounts()[j * 30 + i]);
            }
        }
    }

    @Test
    void progress_rises_to_the_total() {
        List<Integer> heard = new ArrayList<>();
        int[] last = new int[1];
        PhaseDiagramSolver.of(Flows.lorenz())
                .withThreads(1)
                .withProgress((done, total) -> {
                    heard.add(done);
                    last[0] = total;
                })
                .solve(Map.of(), new ParameterAxis("rho", 0, 20, 5), new ParameterAxis("sigma", 8, 12, 5));
        assertEquals(last[0], heard.get(heard.size() - 1));
        assertEquals(heard.stream().sorted().toList(), heard);
    }

    @Test
    void bad_axes_are_refused_with_value_and_bound() {
        CompiledSystem system = LinearVae.of(1, 1);
        ParameterAxis good = new ParameterAxis("beta", 0, 1, 3);
        assertMessage("range of beta must rise, was 2.0 to 1.0", () -> new ParameterAxis("beta", 2, 1, 3));
        assertMessage("points of beta must be from 2 to 10000, were 1", () -> new ParameterAxis("beta", 0, 1, 1));
        PhaseDiagramSolver solver = PhaseDiagramSolver.of(system);
        assertMessage(
                "parameter eta must be positive, its range is -1.0 to 1.0",
                () -> solver.solve(Map.of(), good, new ParameterAxis("eta", -1, 1, 3)));
        assertMessage(
                "the two axes must be different parameters, both were beta",
                () -> solver.solve(Map.of(), good, new ParameterAxis("beta", 0, 2, 3)));
        assertTrue(assertThrows(BadInput.class, () -> solver.solve(Map.of(), good, new ParameterAxis("etta", 0, 2, 3)))
                .getMessage()
                .startsWith("unknown parameter 'etta'"));
    }

    private static void assertMessage(String expected, org.junit.jupiter.api.function.Executable action) {
        assertEquals(expected, assertThrows(BadInput.class, action).getMessage());
    }

    @Test
    void a_fine_grid_is_searched_along_its_boundaries_only_and_names_every_point_rightly() {
        PhaseDiagram diagram = linearVae(201, 201, 2);
        for (int j = 1; j < 201; j++) {
            for (int i = 1; i < 201; i++) {
                double margin = diagram.x().value(i) - 1 - diagram.y().value(j);
                assertEquals(margin > -1e-9 ? "collapsed" : "learned", diagram.categoryAt(i, j), i + ", " + j);
            }
        }
        assertTrue(diagram.searched() < 201 * 201 / 8, "searched " + diagram.searched());
        assertEquals(1, diagram.boundaries().size());
        assertEquals(0, diagram.unresolved());
    }

    @Test
    void what_is_followed_agrees_with_what_is_sought() {
        PhaseDiagram diagram = linearVae(61, 61, 1);
        var search = org.macrostate.solvers.fixedpoint.FixedPointSearch.of(LinearVae.of(1, 1));
        for (int place : new int[] {5 * 61 + 7, 33 * 61 + 12, 44 * 61 + 50, 20 * 61 + 59}) {
            double[] parameters = search.system()
                    .bound()
                    .parameters()
                    .with(Map.of(
                            "beta",
                            diagram.x().value(place % 61),
                            "eta",
                            diagram.y().value(place / 61)));
            double[] expected = search.find(parameters).stable().get(0).observables();
            org.junit.jupiter.api.Assertions.assertArrayEquals(expected, diagram.observables()[place], 1e-9);
        }
    }

    /** The normal form of a Hopf point, beside so many decays that limit cycles are not looked for. */
    @Test
    void where_limit_cycles_are_not_looked_for_the_diagram_says_so() {
        String pair = "x: mu x - y - x (x^2 + y^2), y: x + mu y - y (x^2 + y^2)";
        String decays = IntStream.rangeClosed(1, 11)
                .mapToObj(k -> ", z" + k + ": -nu z" + k)
                .collect(Collectors.joining());
        for (String others : List.of("", decays)) {
            PhaseDiagram diagram = PhaseDiagramSolver.of(
                            Flows.of("{mu: 1, nu: 1}", "{" + pair + (others.isEmpty() ? ", z: -nu z" : others) + "}"))
                    .solve(Map.of(), new ParameterAxis("mu", -1, 1, 3, false), new ParameterAxis("nu", 1, 2, 2, false));
            assertEquals(
                    others.isEmpty(),
                    diagram.categories().contains(PhaseDiagram.LIMIT_CYCLE),
                    diagram.categories().toString());
            assertEquals(
                    others.isEmpty(), diagram.notes().isEmpty(), diagram.notes().toString());
        }
    }
}
