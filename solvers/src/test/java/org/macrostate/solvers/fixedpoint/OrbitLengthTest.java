package org.macrostate.solvers.fixedpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macrostate.solvers.kernel.CompiledSystem;
import org.macrostate.solvers.problems.LinearVae;

/** Images that are counted and not listed: by known orders of groups, and against lists where these are short. */
class OrbitLengthTest {
    private static SignedPermutation exchange(int n, int i, int j) {
        int[] target = PermutationGroup.identity(n);
        target[i] = j;
        target[j] = i;
        return new SignedPermutation(target, ones(n));
    }

    private static SignedPermutation flip(int n, int i) {
        int[] sign = ones(n);
        sign[i] = -1;
        return new SignedPermutation(PermutationGroup.identity(n), sign);
    }

    private static int[] ones(int n) {
        int[] ones = new int[n];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static List<SignedPermutation> signed(int n) {
        List<SignedPermutation> generators = new ArrayList<>(List.of(flip(n, 0)));
        for (int i = 0; i + 1 < n; i++) {
            generators.add(exchange(n, i, i + 1));
        }
        return generators;
    }

    /** The signed permutations of n elements are 2ⁿ n!; a state has n!/Π nᵢ! 2^(elements that are not zero) images. */
    @Test
    void images_under_all_signed_permutations_are_multinomial_coefficients_times_powers_of_two() {
        OrbitLength orbits = new OrbitLength(signed(12), 12);
        assertEquals(BigInteger.valueOf(479001600L).shiftLeft(12), orbits.order());
        double[] state = {1, -1, 1, 2, 2, 0, 0, 0, 3, 4, 5, -3};
        // 12!/(3! 2! 3! 2! 1! 1!) times 2⁹
        long expected = 479001600L / (6 * 2 * 6 * 2) * 512;
        assertEquals(OptionalLong.of(expected), orbits.of(state));
        assertEquals(OptionalLong.of(1), orbits.of(new double[12]));
    }

    /** A Mathieu group is no product of symmetric ones: M₁₁ of order 7920 is four times transitive on 11 points. */
    @Test
    void the_order_of_a_mathieu_group_is_that_of_the_literature() {
        int[] one = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 0};
        int[] two = {0, 1, 6, 9, 5, 3, 10, 2, 8, 4, 7};
        assertEquals(BigInteger.valueOf(7920), new PermutationGroup(List.of(one, two), 11).order());
    }

    @Test
    void counts_are_the_lengths_of_lists() {
        Random random = new Random(3);
        for (int trial = 0; trial < 40; trial++) {
            int n = 6;
            List<SignedPermutation> generators = new ArrayList<>();
            for (int g = 0; g < 2; g++) {
                SignedPermutation any = exchange(n, random.nextInt(n), random.nextInt(n));
                int i = random.nextInt(n);
                any.sign()[i] = random.nextBoolean() ? -1 : 1;
                generators.add(any);
            }
            double[] state = new double[n];
            Arrays.setAll(state, i -> random.nextInt(5) - 2);
            List<double[]> images = new ArrayList<>(List.of(state));
            for (int i = 0; i < images.size(); i++) {
                for (SignedPermutation generator : generators) {
                    double[] image = generator.apply(images.get(i));
                    if (images.stream().noneMatch(known -> same(known, image))) {
                        images.add(image);
                    }
                }
            }
            assertEquals(OptionalLong.of(images.size()), new OrbitLength(generators, n).of(state));
        }
    }

    private static boolean same(double[] one, double[] other) {
        for (int i = 0; i < one.length; i++) {
            if (one[i] != other[i]) {
                return false;
            }
        }
        return true;
    }

    /** Partial matchings of latents and signals: k pairs are C(M, k)² k! ways, each with 2ᵏ signs. */
    @ParameterizedTest
    @CsvSource({"3, 2", "4, 3", "4, 4", "5, 2"})
    void latents_along_signals_have_as_many_images_as_there_are_signed_matchings(int copies, int pairs) {
        CompiledSystem system = LinearVae.of(copies, copies);
        SystemAt at = new SystemAt(system, system.bound().parameters().defaults());
        Starts starts = new Starts(at, PhysicalRegion.of(system.bound(), at.parameters()), 1);
        Symmetries symmetries = Symmetries.of(at, starts, 1);
        double[] state = new double[system.length()];
        long expected = 1;
        for (int k = 1; k <= pairs; k++) {
            for (String name : List.of("m", "d", "Q", "E", "R")) {
                state[system.bound().state().position(name, List.of(k, k))] = 1;
            }
            expected = expected * 2 * (copies - k + 1) * (copies - k + 1) / k;
        }
        assertEquals(OptionalLong.of(expected), symmetries.orbitLength().of(state));
    }
}
