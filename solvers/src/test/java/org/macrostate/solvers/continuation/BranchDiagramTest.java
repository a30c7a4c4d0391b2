package org.macrostate.solvers.continuation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.derive.Derivation;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.model.ModelFile;
import org.macrostate.solvers.kernel.CompiledSystem;
import org.macrostate.solvers.problems.Flows;
import org.macrostate.solvers.problems.LinearVae;

class BranchDiagramTest {
    private static final double LOCATED = 1e-10;

    private static BranchDiagram branches(CompiledSystem system, String parameter, double from, double to) {
        return BranchDiagramSolver.of(system).solve(Map.of(), new ParameterRange(parameter, from, to));
    }

    private static BranchDiagram branches(String model, double from, double to) {
        LearningProblem problem = ModelFile.read(text(model + ".yaml"), model + ".yaml");
        CompiledSystem system = CompiledSystem.of(BoundSystem.of(Derivation.of(problem), Sizes.of(problem, Map.of())));
        String parameter = system.bound().parameters().labels().get(0);
        return branches(system, parameter, from, to);
    }

    private static String text(String name) {
        try (InputStream in = BranchDiagramTest.class.getResourceAsStream(name)) {
            return new String(java.util.Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double[] parameters(List<Bifurcation> found) {
        return found.stream().mapToDouble(Bifurcation::parameter).sorted().toArray();
    }

    /** mu = x³ − x is extreme where 3x² = 1. */
    @Test
    void the_cusp_has_two_folds_and_one_branch_that_is_unstable_between_them() {
        BranchDiagram diagram = branches("cusp", -1, 1);
        double fold = 2 / (3 * Math.sqrt(3));
        assertArrayEquals(new double[] {-fold, fold}, parameters(diagram.bifurcations()), LOCATED);
        assertEquals(2, diagram.bifurcations(Bifurcation.Kind.FOLD).size());
        assertEquals(1, diagram.branches().size());
        for (BranchPoint point : diagram.branches().get(0).points()) {
            double x = point.state()[0];
            assertEquals(x * x * x - x, point.parameter(), 1e-12);
            if (Math.abs(3 * x * x - 1) > 1e-6) {
                assertEquals(3 * x * x > 1, point.stable(), "at x = " + x);
            }
        }
    }

    /** E. N. Lorenz 1963: the pitchfork is where rho = 1, the Hopf point at sigma (sigma + b + 3) / (sigma − b − 1). */
    /** The Lorenz system's is subcritical (Marsden and McCracken, 1976), the Brusselator's supercritical. */
    @Test
    void hopf_points_are_told_apart_by_the_cycles_that_are_born() {
        List<Bifurcation> lorenz = branches(Flows.lorenz(), "rho", 0, 30).bifurcations().stream()
                .filter(b -> b.kind() == Bifurcation.Kind.HOPF)
                .toList();
        assertEquals(2, lorenz.size());
        lorenz.forEach(hopf -> assertTrue(hopf.lyapunov() > 0, "" + hopf.lyapunov()));
        Bifurcation brusselator = branches(
                        Flows.of("{B: {value: 1, domain: positive}}", "{x: 1 + x^2 y - (B + 1) x, y: B x - x^2 y}"),
                        "B",
                        0.5,
                        3)
                .bifurcations()
                .get(0);
        assertEquals(Bifurcation.Kind.HOPF, brusselator.kind());
        assertEquals(2, brusselator.parameter(), 1e-10);
        assertTrue(brusselator.lyapunov() < 0, "" + brusselator.lyapunov());
    }

    /** Both directions of a square's symmetry grow at p = 0: one branch point of two eigenvalues. */
    @Test
    void a_double_eigenvalue_under_symmetry_is_one_branch_point() {
        BranchDiagram diagram = branches(
                Flows.of("{p: {value: 0}}", "{x: p x - x^3 - 1/2 x y^2, y: p y - y^3 - 1/2 x^2 y}"), "p", -1, 1.3);
        List<Bifurcation> origin = diagram.bifurcations().stream()
                .filter(b -> Math.abs(b.parameter()) < 1e-6)
                .toList();
        assertEquals(1, origin.size(), diagram.bifurcations().toString());
        assertEquals(Bifurcation.Kind.BRANCH_POINT, origin.get(0).kind());
        assertEquals(2, origin.get(0).multiplicity());
        assertTrue(origin.get(0).symmetryBreaking());
        assertTrue(Double.isNaN(origin.get(0).lyapunov()));
    }

    @Test
    void lorenz_has_a_pitchfork_and_a_pair_of_hopf_points() {
        BranchDiagram diagram = branches(Flows.lorenz(), "rho", 0, 30);
        Bifurcation pitchfork = only(diagram.bifurcations(Bifurcation.Kind.BRANCH_POINT));
        assertEquals(1, pitchfork.parameter(), LOCATED);
        assertTrue(pitchfork.symmetryBreaking());
        List<Bifurcation> hopf = diagram.bifurcations(Bifurcation.Kind.HOPF);
        assertArrayEquals(new double[] {470.0 / 19, 470.0 / 19}, parameters(hopf), LOCATED);
        double rho = 470.0 / 19;
        assertEquals(Math.sqrt(8.0 / 3 * (10 + rho)), hopf.get(0).frequency(), 1e-9);
        assertEquals(3, diagram.bifurcations().size());
        assertEquals(2, diagram.branches().size(), "the rest state, and both rolls as one curve");
        for (BranchPoint point : diagram.branches().get(1).points()) {
            assertEquals(point.parameter() - 1, point.state()[2], 1e-9);
            if (Math.abs(point.parameter() - rho) > 1e-6) {
                assertEquals(point.parameter() < rho, point.stable(), "at rho = " + point.parameter());
            }
        }
    }

    /** Noise-only branch point: 40-digit bisection of the determinant; AUTO-07p prints 1.0025030848 for it. */
    @Test
    void the_linear_vae_has_its_two_branch_points_in_beta() {
        BranchDiagram diagram = branches(LinearVae.of(1, 1), "beta", 0, 3);
        List<Bifurcation> found = diagram.bifurcations();
        assertEquals(2, diagram.bifurcations(Bifurcation.Kind.BRANCH_POINT).size(), found.toString());
        assertArrayEquals(new double[] {1.0025030785, 2}, parameters(found), LOCATED);
        assertEquals(1.0025030848, parameters(found)[0], 1e-8);
        assertEquals(
                List.of(2.0),
                found.stream()
                        .filter(Bifurcation::symmetryBreaking)
                        .map(b -> (double) Math.round(b.parameter() * 1e9) / 1e9)
                        .toList(),
                "only the signal's branch point breaks the symmetry of sign");
        assertEquals(3, diagram.branches().size());
    }

    /** AUTO-07p's numbers for the learned arm, to the digits it prints. */
    @ParameterizedTest
    @ValueSource(ints = {1, -1})
    void the_learned_arms_of_the_linear_vae_are_those_of_auto_07p(int sign) {
        BranchDiagram diagram = branches(LinearVae.of(1, 1), "beta", 0.05, 3);
        double[] auto = {sign * 1.46163, sign * 0.665987, 2.14468, 0.444973, 0.976567, 0.0227823};
        BranchPoint end = diagram.branches().stream()
                .flatMap(b -> b.points().stream())
                .filter(p -> p.parameter() == 0.05 && p.stable() && p.state()[0] * sign > 0)
                .findFirst()
                .orElseThrow();
        for (int i = 0; i < auto.length; i++) {
            assertEquals(auto[i], end.state()[i], 6e-6 * Math.abs(auto[i]));
        }
    }

    /** A single latent collapses for good at rho + eta; without it the learned state is stable all along. */
    @Test
    void the_linear_vae_is_stable_on_its_arms_and_beyond_them_only() {
        BranchDiagram diagram = branches(LinearVae.of(1, 1), "beta", 0.05, 3);
        for (Branch branch : diagram.branches()) {
            for (BranchPoint point : branch.points()) {
                boolean collapsed = Math.abs(point.state()[0]) < 1e-9 && Math.abs(point.state()[2]) < 1e-6;
                boolean learned = Math.abs(point.state()[0]) > 1e-3;
                if (Math.abs(point.parameter() - 2) > 1e-6) {
                    assertEquals(learned || collapsed && point.parameter() > 2, point.stable(), point.toString());
                }
            }
        }
    }

    @Test
    void two_latents_have_every_branch_point_of_one_latent_and_it_is_double() {
        BranchDiagram diagram = branches(LinearVae.of(2, 1), "beta", 0.05, 3);
        Bifurcation signal = diagram.bifurcations().stream()
                .filter(b -> Math.abs(b.parameter() - 2) < 1e-6)
                .findFirst()
                .orElseThrow();
        assertEquals(2, signal.parameter(), LOCATED);
        assertEquals(2, signal.multiplicity());
        assertTrue(
                diagram.bifurcations(Bifurcation.Kind.FOLD).isEmpty(),
                diagram.bifurcations().toString());
        assertTrue(
                diagram.branches().stream()
                        .flatMap(b -> b.points().stream())
                        .anyMatch(p -> Math.abs(p.state()[0] - p.state()[1]) < 1e-9 && p.state()[0] > 0.5),
                "an arm on which both latents share the signal");
    }

    /** x = sin p and x = p − 1 + sin p cross where p = 1. */
    @Test
    void a_transcritical_point_away_from_symmetric_states_is_located_as_sharply() {
        BranchDiagram diagram = branches("transcritical", 0, 2);
        Bifurcation crossing = only(diagram.bifurcations());
        assertEquals(Bifurcation.Kind.BRANCH_POINT, crossing.kind());
        assertEquals(1, crossing.parameter(), LOCATED);
        assertEquals(Math.sin(1), crossing.state()[0], LOCATED);
        assertFalse(crossing.symmetryBreaking());
        assertEquals(2, diagram.branches().size());
    }

    @Test
    void a_neutral_saddle_is_no_hopf_point() {
        assertTrue(branches("saddle", -1, 1).bifurcations().isEmpty());
    }

    @Test
    void a_hopf_point_on_a_branch_that_goes_on_has_its_frequency() {
        Bifurcation hopf = only(branches("hopf", 0, 1).bifurcations());
        assertEquals(Bifurcation.Kind.HOPF, hopf.kind());
        assertEquals(1.0 / 3, hopf.parameter(), LOCATED);
        assertEquals(2, hopf.frequency(), 1e-9);
    }

    @Test
    void a_closed_curve_ends_where_it_began() {
        BranchDiagram diagram = branches("isola", -2, 2);
        Branch branch = only(diagram.branches());
        assertEquals(BranchEnd.CLOSED, branch.end());
        assertArrayEquals(new double[] {-1, 1}, parameters(diagram.bifurcations()), LOCATED);
    }

    @Test
    void a_circle_of_fixed_points_is_one_branch_whose_zero_mode_is_no_bifurcation() {
        BranchDiagram diagram = branches(Flows.circle(), "mu", -1, 1);
        Bifurcation birth = only(diagram.bifurcations());
        assertEquals(0, birth.parameter(), LOCATED);
        assertEquals(2, birth.multiplicity());
        assertEquals(
                1,
                diagram.branches().stream().filter(b -> b.neutralModes() == 1).count());
    }

    @Test
    void a_range_that_leaves_the_domain_or_names_no_parameter_is_refused() {
        CompiledSystem system = LinearVae.of(1, 1);
        BadInput outside = assertThrows(BadInput.class, () -> branches(system, "beta", -1, 3));
        assertEquals("parameter beta must be nonnegative, its range is -1.0 to 3.0", outside.what());
        assertThrows(BadInput.class, () -> branches(system, "betta", 0, 3));
        BadInput empty = assertThrows(BadInput.class, () -> new ParameterRange("beta", 3, 0));
        assertEquals("range of beta must rise, was 3.0 to 0.0", empty.what());
    }

    private static <T> T only(List<T> items) {
        assertEquals(1, items.size(), items.toString());
        return items.get(0);
    }
}
