package org.macrostate.solvers.fixedpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.macrostate.solvers.kernel.CompiledSystem;
import org.macrostate.solvers.nonlinear.Vector;
import org.macrostate.solvers.problems.LinearVae;

/** Searches in many unknowns, by what is known of one copy: copies along different signals do not act on one another. */
class LargeSearchTest {
    private final CompiledSystem one = LinearVae.of(1, 1);
    private final CompiledSystem many = LinearVae.of(3, 3);

    /** D of the three states of a single copy, by falling overlap with the signal: learned, noise only, collapsed. */
    private List<Double> kinds() {
        return FixedPointSearch.of(one).find(one.bound().parameters().defaults()).points().stream()
                .map(point -> point.state()[one.bound().state().position("D", List.of(1))])
                .sorted()
                .toList();
    }

    private double[] variances(FixedPoint point) {
        double[] variances = new double[3];
        for (int k = 1; k <= 3; k++) {
            variances[k - 1] = point.state()[many.bound().state().position("D", List.of(k))];
        }
        Arrays.sort(variances);
        return variances;
    }

    @Test
    void copies_of_every_three_states_of_a_single_one_are_found_together() {
        List<Double> kinds = kinds();
        assertEquals(3, kinds.size(), kinds.toString());
        FixedPoints found =
                FixedPointSearch.of(many).find(many.bound().parameters().defaults());
        for (double a : kinds) {
            for (double b : kinds) {
                for (double c : kinds) {
                    double[] expected = {a, b, c};
                    Arrays.sort(expected);
                    assertTrue(
                            found.points().stream()
                                    .anyMatch(point -> Vector.distance(expected, variances(point)) <= 1e-8),
                            Arrays.toString(expected));
                }
            }
        }
        List<FixedPoint> stable = found.stable();
        assertEquals(1, stable.size());
        double least = kinds.get(0);
        assertArrayEquals(new double[] {least, least, least}, variances(stable.get(0)), 1e-8);
    }

    @Test
    void no_fixed_point_is_told_twice() {
        List<FixedPoint> points = FixedPointSearch.of(many)
                .find(many.bound().parameters().defaults())
                .points();
        List<String> told = new ArrayList<>();
        for (FixedPoint point : points) {
            assertTrue(point.residual() <= 1e-11, "residual " + point.residual());
            StringBuilder spectrum = new StringBuilder();
            point.eigenvalues().forEach(value -> spectrum.append(Math.round(value.getRealPart() * 1e7))
                    .append(' '));
            told.add(spectrum.toString());
        }
        assertEquals(told.size(), told.stream().distinct().count());
    }

    /** Elements exchanged with others, whatever their signs. */
    @Test
    void all_images_of_a_state_have_the_same_invariants() {
        SystemAt system = new SystemAt(many, many.bound().parameters().defaults());
        Starts starts = new Starts(system, PhysicalRegion.of(many.bound(), system.parameters()), 4);
        Symmetries symmetries = Symmetries.of(system, starts, 1);
        double[] state = starts.next(0);
        double[] other = starts.next(0);
        assertTrue(Vector.distance(symmetries.invariants(state), symmetries.invariants(other)) > 1e-3);
        for (double[] image : symmetries.orbit(state)) {
            assertArrayEquals(symmetries.invariants(state), symmetries.invariants(image), 0);
            double far = Vector.distance(symmetries.invariants(other), symmetries.invariants(image));
            assertTrue(far <= Vector.distance(other, image), "invariants are never farther apart than states");
        }
    }

    /** Three copies along one signal and nothing else: they turn round together, which takes three changes of sign. */
    @Test
    void clusters_of_copies_lie_in_small_subspaces() {
        SystemAt system = new SystemAt(many, many.bound().parameters().defaults());
        PhysicalRegion region = PhysicalRegion.of(many.bound(), system.parameters());
        Starts starts = new Starts(system, region, 4);
        Symmetries symmetries = Symmetries.of(system, starts, 1);
        int smallest = system.length();
        for (int i = 0; i < 40; i++) {
            double[] state = starts.symmetric().next();
            assertTrue(region.contains(state), Arrays.toString(state));
        }
        SymmetricStarts symmetric = starts.symmetric();
        for (int i = 0; i < 40; i++) {
            double[] state = symmetric.next();
            InvariantSubspace inside = symmetries.kept(state).orElseThrow();
            assertTrue(inside.contains(state));
            assertEquals(Vector.norm(state), Vector.norm(inside.coordinates(state)), 1e-9 * Vector.norm(state));
            assertTrue(inside.dimension() <= 26, "dimension " + inside.dimension());
            smallest = Math.min(smallest, inside.dimension());
        }
        assertTrue(smallest <= 6, "smallest " + smallest);
    }
}
