package org.macrostate.solvers.fixedpoint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What exchanges and changes of sign leave as it is: moduli of a state's elements, sorted among those that are exchanged for
 * one another. States that are no farther apart than some distance have invariants that are no farther apart.
 */
final class OrbitInvariants {
    /** Places of the state, class by class. */
    private final List<int[]> classes;

    /** @param generators of the group that acts on states of n elements */
    OrbitInvariants(List<SignedPermutation> generators, int n) {
        SignedClasses joined = new SignedClasses(n);
        for (SignedPermutation generator : generators) {
            for (int i = 0; i < n; i++) {
                joined.join(i, generator.target()[i], 1);
            }
        }
        List<List<Integer>> places = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            places.add(new ArrayList<>());
            places.get(joined.root(i)).add(i);
        }
        classes = places.stream()
                .filter(together -> !together.isEmpty())
                .map(together -> together.stream().mapToInt(Integer::intValue).toArray())
                .toList();
    }

    /** n moduli. */
    double[] of(double[] state) {
        double[] invariants = new double[state.length];
        int from = 0;
        for (int[] places : classes) {
            int to = from + places.length;
            for (int place : places) {
                invariants[from++] = Math.abs(state[place]);
            }
            Arrays.sort(invariants, to - places.length, to);
        }
        return invariants;
    }
}
