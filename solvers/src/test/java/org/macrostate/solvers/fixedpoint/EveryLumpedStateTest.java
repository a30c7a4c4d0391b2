package org.macrostate.solvers.fixedpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macrostate.solvers.kernel.CompiledSystem;
import org.macrostate.solvers.nonlinear.Vector;
import org.macrostate.solvers.problems.LinearVae;

/**
 * All fixed points of the linear VAE without decay at small rates, counted by hand. With W = U S Pᵀ, stationary encoders and
 * decoders have V = (β + WWᵀ)⁻¹W and D u = βλ/(β + s²)² u for every column u of U, of a signal (λ = ρ + η) or of the noise
 * (λ = η); and D = β/(β + diag WWᵀ). So latents form groups of equal D: n of them with p columns along signals and q along the
 * noise, where b = β + s² of the noise is the root of a quadratic (see {@link Group#spread}); and
 * there are such U for every p + q ≤ n, by Schur and Horn. Groups whose n, p and q are in one proportion have the same D and
 * are one family.
 */
class EveryLumpedStateTest {
    private static final double BETA = 0.7;
    private static final double TAU = 1e-3;

    /** Corrections are of the order of the rate. */
    private static final double NEAR = 1e-3;

    /** Latents of one D. */
    private record Group(int latents, int signals, int noise) {
        boolean isPrimitive() {
            for (int k = 2; k <= latents; k++) {
                if (latents % k == 0 && signals % k == 0 && noise % k == 0) {
                    return false;
                }
            }
            return true;
        }

        /** D; one if nothing is learned. */
        double spread() {
            if (signals + noise == 0) {
                return 1;
            }
            // at rho = eta = 1: n b² − (√2 p + q) b − β (n − p − q) = 0
            double half = (Math.sqrt(2) * signals + noise) / 2;
            double b = (half + Math.sqrt(half * half + latents * BETA * (latents - signals - noise))) / latents;
            assertTrue(noise == 0 || b > BETA, "the noise is learned");
            assertTrue(signals == 0 || Math.sqrt(2) * b > BETA, "the signal is learned");
            return BETA / (b * b);
        }
    }

    private static List<double[]> expected(int latents, int signals) {
        List<Group> groups = new ArrayList<>();
        for (int n = 1; n <= latents; n++) {
            for (int p = 0; p <= n; p++) {
                for (int q = 0; p + q <= n; q++) {
                    Group group = new Group(n, p, q);
                    if (group.isPrimitive()) {
                        groups.add(group);
                    }
                }
            }
        }
        List<double[]> all = new ArrayList<>();
        collect(groups, 0, latents, signals, new double[0], all);
        return all;
    }

    private static void collect(
            List<Group> groups, int from, int latents, int signals, double[] spreads, List<double[]> all) {
        if (latents == 0) {
            double[] sorted = spreads.clone();
            Arrays.sort(sorted);
            all.add(sorted);
            return;
        }
        for (int i = from; i < groups.size(); i++) {
            Group group = groups.get(i);
            if (group.latents() <= latents && group.signals() <= signals) {
                double[] more = Arrays.copyOf(spreads, spreads.length + group.latents());
                Arrays.fill(more, spreads.length, more.length, group.spread());
                collect(groups, i, latents - group.latents(), signals - group.signals(), more, all);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 3", "2, 2, 9", "3, 3, 26", "3, 1, 19", "4, 4, 69"})
    void every_state_of_groups_of_latents_is_found_and_no_other(int latents, int signals, int count) {
        List<double[]> expected = expected(latents, signals);
        assertEquals(count, expected.size());
        CompiledSystem system = LinearVae.of(latents, signals);
        double[] parameters = system.bound().parameters().with(Map.of("beta", BETA, "tau", TAU, "tauD", TAU));
        List<double[]> found = new ArrayList<>();
        for (FixedPoint point :
                FixedPointSearch.of(system).thorough().find(parameters).points()) {
            double[] spreads = new double[latents];
            for (int k = 1; k <= latents; k++) {
                spreads[k - 1] = point.state()[system.bound().state().position("D", List.of(k))];
            }
            Arrays.sort(spreads);
            found.add(spreads);
        }
        List<String> missed = expected.stream()
                .filter(want -> found.stream().noneMatch(one -> Vector.distance(one, want) <= NEAR))
                .map(Arrays::toString)
                .toList();
        assertEquals(List.of(), missed, "missed");
        for (double[] one : found) {
            assertFalse(
                    expected.stream().noneMatch(want -> Vector.distance(one, want) <= NEAR),
                    "no such state: " + Arrays.toString(one));
        }
    }
}
