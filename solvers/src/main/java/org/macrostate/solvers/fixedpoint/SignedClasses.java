package org.macrostate.solvers.fixedpoint;

/** Elements that are equal or opposite, joined pair by pair; those that are their own opposite are zero. Mutable. */
final class SignedClasses {
    private final int[] parent;
    private final int[] sign;
    private final boolean[] zero;

    SignedClasses(int n) {
        parent = new int[n];
        sign = new int[n];
        zero = new boolean[n];
        for (int i = 0; i < n; i++) {
            parent[i] = i;
            sign[i] = 1;
        }
    }

    /** Element i is {@code relative} times element j. */
    void join(int i, int j, int relative) {
        int one = root(i);
        int other = root(j);
        int between = sign(i) * relative * sign(j);
        if (one == other) {
            zero[one] |= between < 0;
            return;
        }
        int low = Math.min(one, other);
        int high = Math.max(one, other);
        parent[high] = low;
        sign[high] = between;
        zero[low] |= zero[high];
    }

    /** The first element of a class. */
    int root(int i) {
        int at = i;
        while (parent[at] != at) {
            at = parent[at];
        }
        return at;
    }

    /** 1 if an element equals the first one of its class, −1 if it is its opposite. */
    int sign(int i) {
        int product = 1;
        for (int at = i; parent[at] != at; at = parent[at]) {
            product *= sign[at];
        }
        return product;
    }

    boolean isZero(int i) {
        return zero[root(i)];
    }
}
