package org.macrostate.solvers.fixedpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.hipparchus.complex.Complex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.macrostate.solvers.kernel.CompiledSystem;
import org.macrostate.solvers.nonlinear.Vector;
import org.macrostate.solvers.problems.LinearVae;

/** Blocks against the characters of symmetric groups, spectra and kernels against those of the whole system. */
class FixedSpaceTest {
    /** Of n elements i of which the places after a multiple of {@code n} are moved alike. */
    private static SignedPermutation permutation(int... target) {
        int[] sign = new int[target.length];
        Arrays.fill(sign, 1);
        return new SignedPermutation(target, sign);
    }

    /** What exchanges two neighbouring students or teachers, of Q[k,l], k ≤ l, and R[k,a] of n of each. */
    private static List<SignedPermutation> committee(int n) {
        List<int[]> pairs = new ArrayList<>();
        for (int k = 0; k < n; k++) {
            for (int l = k; l < n; l++) {
                pairs.add(new int[] {k, l});
            }
        }
        List<SignedPermutation> generators = new ArrayList<>();
        for (int i = 0; i + 1 < n; i++) {
            for (boolean students : new boolean[] {true, false}) {
                int one = i;
                int[] target = new int[pairs.size() + n * n];
                for (int p = 0; p < pairs.size(); p++) {
                    int k = students ? moved(pairs.get(p)[0], one) : pairs.get(p)[0];
                    int l = students ? moved(pairs.get(p)[1], one) : pairs.get(p)[1];
                    for (int q = 0; q < pairs.size(); q++) {
                        if (pairs.get(q)[0] == Math.min(k, l) && pairs.get(q)[1] == Math.max(k, l)) {
                            target[p] = q;
                        }
                    }
                }
                for (int k = 0; k < n; k++) {
                    for (int a = 0; a < n; a++) {
                        int to = students ? moved(k, one) * n + a : k * n + moved(a, one);
                        target[pairs.size() + k * n + a] = pairs.size() + to;
                    }
                }
                generators.add(permutation(target));
            }
        }
        return generators;
    }

    private static int moved(int i, int one) {
        return i == one ? one + 1 : i == one + 1 ? one : i;
    }

    private static List<List<Integer>> shapes(IsotypicBlocks blocks) {
        return blocks.all().stream()
                .map(block -> List.of(block.rows().length, block.times()))
                .sorted(Comparator.comparing((List<Integer> shape) -> shape.get(1))
                        .thenComparing(shape -> shape.get(0)))
                .toList();
    }

    /**
     * Q of four students is 2 [4] + 2 [3,1] + [2,2] and R is ([4] + [3,1]) times the same of the teachers, of dimensions 1, 3, 2:
     * the plateau's Jacobian has blocks of 3, of 1 twice, of 3 three times, of 1 three times and of 1 nine times.
     */
    @Test
    void the_plateau_of_four_students_has_the_blocks_that_characters_tell() {
        IsotypicBlocks blocks = IsotypicBlocks.of(PairOrbits.of(committee(4), 26));
        assertEquals(
                List.of(List.of(3, 1), List.of(1, 2), List.of(1, 3), List.of(3, 3), List.of(1, 9)), shapes(blocks));
    }

    /** Turning five elements has one real and two complex pairs of characters; a pair's block cannot be split in two equal ones. */
    @Test
    void representations_of_complex_type_stay_whole() {
        IsotypicBlocks blocks = IsotypicBlocks.of(PairOrbits.of(List.of(permutation(1, 2, 3, 4, 0)), 5));
        assertEquals(List.of(List.of(1, 1), List.of(2, 1), List.of(2, 1)), shapes(blocks));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5})
    void powers_of_the_blocks_eigenvalues_add_up_to_traces_of_powers(int n) {
        List<SignedPermutation> generators = committee(n);
        int length = n * (n + 1) / 2 + n * n;
        double[] state = new double[length];
        FixedSpace space = FixedSpace.of(generators, state).orElseThrow();
        assertEquals(3, space.dimension());
        double[] matrix = PairOrbits.of(generators, length).generic(0.7);
        matrix = Vector.moved(new double[matrix.length], 0.1, matrix);
        List<Complex> values = space.spectrum(matrix);
        assertEquals(length, values.size());
        double[] power = matrix;
        for (int k = 1; k <= 12; k++) {
            double trace = 0;
            for (int i = 0; i < length; i++) {
                trace += power[i * length + i];
            }
            int exponent = k;
            double sum = values.stream()
                    .mapToDouble(value -> value.pow(exponent).getRealPart())
                    .sum();
            assertEquals(trace, sum, 1e-11 * length * Math.max(1, Vector.maxNorm(power)), "power " + k);
            power = Vector.product(power, matrix, length);
        }
    }

    /** At states along signals, whose symmetries also change signs. */
    @Test
    void kernels_of_symmetric_states_say_what_those_of_the_whole_system_say() {
        CompiledSystem compiled = LinearVae.of(3, 3);
        double[] parameters = compiled.bound().parameters().defaults();
        SystemAt system = new SystemAt(compiled, parameters);
        Starts starts = new Starts(system, PhysicalRegion.of(compiled.bound(), parameters), 4);
        Symmetries symmetries = Symmetries.of(system, starts, 1);
        int smaller = 0;
        for (int i = 0; i < 12; i++) {
            double[] given = starts.next(i);
            for (FixedSpace space : symmetries.fixedSpace(given).stream().toList()) {
                smaller++;
                double[] state = space.state(space.coordinates(given));
                FixedSpace.Kernels kernels = space.kernels(compiled, List.of(0)).orElseThrow();
                double[] work = new double[kernels.workLength()];
                double[] rates = new double[state.length];
                double size = 1 + system.rates(state, rates);
                assertArrayEquals(
                        space.coordinates(rates),
                        kernels.rates(space.coordinates(state), parameters, work),
                        1e-11 * size);
                double[] jacobian = system.jacobian(state);
                assertArrayEquals(
                        jacobian,
                        kernels.jacobian(space.coordinates(state), parameters, work),
                        1e-11 * (1 + Vector.maxNorm(jacobian)));
                double[] slopes = compiled.parameterDerivative(List.of(0)).eval(0, state, parameters);
                assertArrayEquals(
                        space.coordinates(slopes),
                        kernels.slopes(space.coordinates(state), parameters, work),
                        1e-11 * (1 + Vector.maxNorm(slopes)));
            }
        }
        assertTrue(smaller >= 6, "symmetric starts: " + smaller);
    }

    /** Of 14,400 and 518,400 symmetries, none of which is in a list. */
    @ParameterizedTest
    @ValueSource(ints = {5, 6})
    void images_under_large_groups_are_found_by_search(int n) {
        List<SignedPermutation> generators = committee(n);
        int length = n * (n + 1) / 2 + n * n;
        Symmetries symmetries = Symmetries.of(generators, length);
        Random random = new Random(7);
        for (int trial = 0; trial < 20; trial++) {
            // values of few kinds, so that states have symmetries of their own
            int kinds = trial % 4 + 1;
            double[] state =
                    random.doubles(length).map(v -> Math.rint(kinds * v)).toArray();
            double[] image = state;
            for (int k = 0; k < 40; k++) {
                image = generators.get(random.nextInt(generators.size())).apply(image);
            }
            assertTrue(symmetries.areImages(state, image, 1e-9), "trial " + trial);
            double[] near = Vector.moved(image, 1e-4, random.doubles(length).toArray());
            assertEquals(1, symmetries.imagesNear(state, near, 2e-4).size());
            double[] other = image.clone();
            other[random.nextInt(length)] += 0.5;
            assertTrue(!symmetries.areImages(state, other, 1e-3), "trial " + trial);
        }
        assertTrue(symmetries.bound().isEmpty());
    }
}
