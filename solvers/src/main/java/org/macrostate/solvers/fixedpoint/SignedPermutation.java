package org.macrostate.solvers.fixedpoint;

import java.util.ArrayList;
import java.util.List;

/**
 * A symmetry that moves elements of a state and changes their signs: {@code image[target[i]] = sign[i] · state[i]}.
 *
 * @param target a permutation of 0 … n−1
 * @param sign each 1 or −1
 */
record SignedPermutation(int[] target, int[] sign) {
    double[] apply(double[] state) {
        double[] image = new double[state.length];
        for (int i = 0; i < state.length; i++) {
            image[target[i]] = sign[i] * state[i];
        }
        return image;
    }

    /** Exchanges and changes of sign, elements that stay left out; a cycle of more than two as its steps. */
    String told(List<String> labels) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < target.length; i++) {
            String to = (sign[i] < 0 ? "-" : "") + labels.get(target[i]);
            boolean exchange = target[target[i]] == i && sign[target[i]] == sign[i];
            if (exchange && target[i] != i) {
                if (i < target[i]) {
                    parts.add(labels.get(i) + " <-> " + to);
                }
            } else if (target[i] != i || sign[i] < 0) {
                parts.add(labels.get(i) + " -> " + to);
            }
        }
        return String.join(", ", parts);
    }

    boolean isSame(SignedPermutation other) {
        return java.util.Arrays.equals(target, other.target) && java.util.Arrays.equals(sign, other.sign);
    }

    boolean isIdentity() {
        for (int i = 0; i < target.length; i++) {
            if (target[i] != i || sign[i] != 1) {
                return false;
            }
        }
        return true;
    }
}
