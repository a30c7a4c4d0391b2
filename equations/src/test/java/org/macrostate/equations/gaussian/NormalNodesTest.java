package org.macrostate.equations.gaussian;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.hipparchus.special.Gamma;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NormalNodesTest {

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 10, 20, 32, 40, 64, 100})
    void smooth_nodes_give_the_moments_of_a_normal_variable(int n) {
        NormalNodes nodes = NormalNodes.smooth(n);
        assertEquals(n, nodes.points().size());
        for (int degree = 0; degree < Math.min(2 * n, 40); degree++) {
            assertMoment(nodes, degree, degree % 2 == 0 ? absoluteMoment(degree) : 0, false);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 10, 20, 32, 40, 64, 100})
    void kinked_nodes_give_the_moments_of_either_half(int n) {
        NormalNodes nodes = NormalNodes.kinked(n);
        assertEquals(n, nodes.points().size());
        for (int degree = 0; degree < Math.min(n, 40); degree++) {
            assertMoment(nodes, degree, absoluteMoment(degree) / 2, true);
        }
    }

    private static void assertMoment(NormalNodes nodes, int degree, double expected, boolean positiveOnly) {
        double moment = 0;
        for (int i = 0; i < nodes.points().size(); i++) {
            double x = nodes.points().get(i);
            moment += x > 0 || !positiveOnly ? nodes.weights().get(i) * Math.pow(x, degree) : 0;
        }
        assertEquals(expected, moment, 1e-11 * Math.max(1, absoluteMoment(degree)), "degree " + degree);
    }

    /** {@code E|ζ|^k = 2^{k/2} Γ((k+1)/2)/√π}. */
    private static double absoluteMoment(int k) {
        return Math.pow(2, k / 2.0) * Gamma.gamma((k + 1) / 2.0) / Math.sqrt(Math.PI);
    }
}
