package org.macrostate.solvers.fixedpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.hipparchus.complex.Complex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macrostate.solvers.kernel.CompiledSystem;
import org.macrostate.solvers.nonlinear.Spectrum;
import org.macrostate.solvers.problems.Flows;
import org.macrostate.solvers.problems.LinearVae;

class FixedPointSearchTest {
    private static FixedPoints find(CompiledSystem system, Map<String, Double> values) {
        return FixedPointSearch.of(system).find(system.bound().parameters().with(values));
    }

    private static FixedPoint only(List<FixedPoint> points) {
        assertEquals(1, points.size(), points.toString());
        return points.get(0);
    }

    /** Numbers from AUTO-07p on the same equations, to the digits it prints. */
    @Test
    void the_linear_vae_has_the_learned_state_that_auto_07p_finds() {
        FixedPoints found = find(LinearVae.of(1, 1), Map.of("beta", 0.05));
        FixedPoint learned = only(found.stable());
        double[] auto = {1.46163, 0.665987, 2.14468, 0.444973, 0.976567, 0.0227823};
        for (int i = 0; i < auto.length; i++) {
            assertEquals(auto[i], learned.state()[i], 6e-6 * auto[i]);
        }
        assertEquals("learned", learned.phase());
        assertEquals(2, learned.images(), "m and d change sign together");
        assertEquals(0, learned.neutralModes());
        assertEquals(learned.state()[2], learned.observables()[0], 1e-15);
    }

    @Test
    void the_linear_vae_has_collapsed_learned_and_noise_only_states() {
        FixedPoints found = find(LinearVae.of(1, 1), Map.of("beta", 0.5));
        assertEquals(FixedPoints.Status.FOUND, found.status());
        assertTrue(found.points().stream().anyMatch(p -> p.phase().equals("collapsed") && !p.stable()));
        assertTrue(
                found.points().stream()
                        .anyMatch(p -> Math.abs(p.state()[0]) < 1e-9 && p.state()[2] > 0.1 && !p.stable()),
                "a latent that fits noise only: " + found);
        assertTrue(found.points().get(0).stable());
        for (FixedPoint point : found.points()) {
            assertTrue(point.residual() <= 1e-12, point.toString());
            assertTrue(point.state()[2] >= -1e-9 && point.state()[3] >= -1e-9, "norms are not negative");
            assertTrue(point.state()[2] * point.state()[3] - point.state()[4] * point.state()[4] >= -1e-7);
        }
    }

    @ParameterizedTest
    @CsvSource({"1.9, learned", "1.999, learned", "1.99999, learned", "2.00001, collapsed", "2.1, collapsed"})
    void the_stable_state_of_the_linear_vae_changes_at_rho_plus_eta(double beta, String phase) {
        assertEquals(
                phase,
                only(find(LinearVae.of(1, 1), Map.of("beta", beta)).stable()).phase());
    }

    /** The second eigenvalue; the first is the signal's. */
    @Test
    void the_noise_sector_of_the_collapsed_state_loses_stability_where_auto_07p_says() {
        CompiledSystem system = LinearVae.of(1, 1);
        double low = 0.9;
        double high = 1.1;
        while (high - low > 1e-13) {
            double beta = (low + high) / 2;
            SystemAt at = new SystemAt(system, system.bound().parameters().with(Map.of("beta", beta)));
            double[] jacobian = new double[36];
            at.jacobian(new double[] {0, 0, 0, 0, 0, 1}, jacobian);
            if (Spectrum.of(jacobian, 6).get(1).getReal() > 0) {
                low = beta;
            } else {
                high = beta;
            }
        }
        assertEquals(1.00250307847009, low, 1e-12, "root of the block's determinant in exact rational arithmetic");
        assertEquals(1.0025030848, low, 1e-8, "AUTO-07p, to its tolerance");
    }

    @Test
    void at_the_branch_point_itself_the_flow_along_the_centre_direction_decides() {
        FixedPoint point = only(find(LinearVae.of(1, 1), Map.of("beta", 2.0)).stable());
        assertEquals("collapsed", point.phase());
        assertEquals(0, point.eigenvalues().get(0).getReal(), 1e-12);
        assertEquals(0, point.neutralModes());
    }

    @Test
    void two_latents_share_two_signals_in_a_continuous_family_that_is_stable() {
        FixedPoints found = find(LinearVae.of(2, 2), Map.of("beta", 0.5));
        FixedPoint learned = only(found.stable());
        double[] x = learned.state();
        CompiledSystem system = LinearVae.of(2, 2);
        double first = x[system.bound().state().position("Q", List.of(1, 1))];
        double second = x[system.bound().state().position("Q", List.of(2, 2))];
        assertEquals(1, learned.neutralModes(), found.toString());
        assertEquals(first, second, 1e-9, "equal strengths");
        double[] single =
                only(find(LinearVae.of(1, 1), Map.of("beta", 0.5)).stable()).state();
        assertTrue(Math.abs(first - single[2]) < 0.1 * single[2]);
    }

    @Test
    void a_circle_of_fixed_points_counts_once_and_its_zero_mode_is_neutral() {
        FixedPoints found = find(Flows.circle(), Map.of("mu", 2.0));
        FixedPoint circle = only(found.stable());
        assertEquals(2, circle.state()[0] * circle.state()[0] + circle.state()[1] * circle.state()[1], 1e-12);
        assertEquals(1, circle.neutralModes());
        assertEquals(2, found.points().size(), "the circle and the origin: " + found);
    }

    @ParameterizedTest
    @CsvSource({"0.5, 1, 1", "5, 2, 1", "24, 2, 1", "28, 2, 0"})
    void lorenz_fixed_points_are_the_origin_and_a_pair(double rho, int points, int stable) {
        FixedPoints found = find(Flows.lorenz(), Map.of("rho", rho));
        assertEquals(points, found.points().size(), found.toString());
        assertEquals(stable, found.stable().size());
        for (FixedPoint point : found.points()) {
            if (point.phase().equals("broken")) {
                double x = Math.sqrt(8.0 / 3 * (rho - 1));
                assertArrayEquals(new double[] {x, x, rho - 1}, point.state(), 1e-12 * rho);
                assertEquals(2, point.images());
            } else {
                assertArrayEquals(new double[3], point.state(), 1e-13);
            }
        }
    }

    @Test
    void symmetric_images_are_fixed_points_too() {
        CompiledSystem system = LinearVae.of(2, 2);
        double[] parameters = system.bound().parameters().with(Map.of("beta", 0.5));
        Symmetries symmetries = FixedPointSearch.of(system).symmetries(parameters);
        SystemAt at = new SystemAt(system, parameters);
        int images = 0;
        for (FixedPoint point : FixedPointSearch.of(system).find(parameters).points()) {
            for (double[] image : symmetries.orbit(point.state())) {
                assertTrue(at.rates(image, new double[at.length()]) <= 1e-12);
                images++;
            }
        }
        assertTrue(images > 8, "latents and signals may be exchanged and turned round: " + images);
    }

    @Test
    void eigenvalues_are_those_of_the_finite_difference_jacobian() {
        CompiledSystem system = LinearVae.of(1, 1);
        double[] parameters = system.bound().parameters().with(Map.of("beta", 0.5));
        FixedPoint learned = only(FixedPointSearch.of(system).find(parameters).stable());
        SystemAt at = new SystemAt(system, parameters);
        int n = at.length();
        double[] jacobian = new double[n * n];
        double h = 1e-5;
        for (int j = 0; j < n; j++) {
            double[] above = learned.state().clone();
            double[] below = learned.state().clone();
            above[j] += h;
            below[j] -= h;
            double[] upper = new double[n];
            double[] lower = new double[n];
            at.rates(above, upper);
            at.rates(below, lower);
            for (int i = 0; i < n; i++) {
                jacobian[i * n + j] = (upper[i] - lower[i]) / (2 * h);
            }
        }
        List<Complex> expected = Spectrum.of(jacobian, n);
        for (int i = 0; i < n; i++) {
            assertEquals(
                    0, expected.get(i).subtract(learned.eigenvalues().get(i)).norm(), 1e-8);
        }
    }

    @Test
    void where_nothing_stands_still_the_status_says_so() {
        FixedPoints found = find(Flows.saddleNode(), Map.of("a", -1.0));
        assertEquals(FixedPoints.Status.NONE_CONVERGED, found.status());
        assertTrue(found.points().isEmpty());
        assertTrue(found.starts() > 0);
        assertEquals(0, found.converged());
    }

    @Test
    void rates_that_vanish_at_infinity_are_no_fixed_point_but_a_far_one_is() {
        assertEquals(
                List.of(),
                find(Flows.tail(), Map.of("a", 0.0)).points().stream()
                        .map(p -> p.state()[0])
                        .toList());
        double tau = 2 - 1e-5;
        FixedPoint far = only(find(Flows.leastMeanSquares(), Map.of("tau", tau)).points());
        assertEquals(1 + tau * 0.25 / (2 - tau), far.state()[1], 1e-2);
    }

    @Test
    void the_same_seed_finds_the_same_points() {
        double[] one =
                find(LinearVae.of(2, 1), Map.of("beta", 0.5)).points().get(0).state();
        double[] two =
                find(LinearVae.of(2, 1), Map.of("beta", 0.5)).points().get(0).state();
        assertArrayEquals(one, two, 0);
        assertFalse(one.length == 0);
    }
}
