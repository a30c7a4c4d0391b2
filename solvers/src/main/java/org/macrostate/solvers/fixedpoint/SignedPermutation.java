package org.macrostate.solvers.fixedpoint;

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

    boolean isIdentity() {
        for (int i = 0; i < target.length; i++) {
            if (target[i] != i || sign[i] != 1) {
                return false;
            }
        }
        return true;
    }
}
