package org.macrostate.solvers.fixedpoint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.macrostate.solvers.nonlinear.Vector;

/** Lists the images of a state under the group that some symmetries generate. */
final class OrbitList {
    private static final double SAME = 1e-7;

    private final List<SignedPermutation> generators;
    private final double[] weights;

    /** @param n elements of a state */
    OrbitList(List<SignedPermutation> generators, int n) {
        this.generators = generators;
        this.weights = new double[n];
        Arrays.setAll(weights, i -> Math.sin(1.0 + i));
    }

    /** The images, the state itself first; as many as are wanted at most, or a few more. */
    List<double[]> of(double[] state, int most) {
        double tolerance = SAME * (1 + Vector.maxNorm(state));
        List<double[]> orbit = new ArrayList<>(List.of(state.clone()));
        TreeMap<Double, List<double[]>> byShadow = new TreeMap<>();
        byShadow.computeIfAbsent(shadow(state), s -> new ArrayList<>()).add(state);
        for (int i = 0; i < orbit.size() && orbit.size() < most; i++) {
            for (SignedPermutation generator : generators) {
                double[] image = generator.apply(orbit.get(i));
                double shadow = shadow(image);
                double reach = state.length * tolerance;
                if (!holds(byShadow.subMap(shadow - reach, true, shadow + reach, true), image, tolerance)) {
                    orbit.add(image);
                    byShadow.computeIfAbsent(shadow, s -> new ArrayList<>()).add(image);
                }
            }
        }
        return orbit;
    }

    private static boolean holds(Map<Double, List<double[]>> known, double[] state, double tolerance) {
        for (List<double[]> together : known.values()) {
            for (double[] other : together) {
                if (Vector.distance(other, state) <= tolerance) {
                    return true;
                }
            }
        }
        return false;
    }

    /** A projection with coefficients at most 1, different for different states: near states have near shadows. */
    private double shadow(double[] state) {
        return Vector.dot(weights, state);
    }
}
