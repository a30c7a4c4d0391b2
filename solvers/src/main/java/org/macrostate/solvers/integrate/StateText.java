package org.macrostate.solvers.integrate;

import java.util.function.IntFunction;

/** A state in words. */
final class StateText {
    private static final int SHOWN = 12;

    private StateText() {}

    /** The element that is largest in size. */
    static String largest(double[] state, IntFunction<String> name) {
        int largest = 0;
        for (int i = 1; i < state.length; i++) {
            if (Math.abs(state[i]) > Math.abs(state[largest])) {
                largest = i;
            }
        }
        return name.apply(largest) + " = " + state[largest] + (state.length > 1 ? " is the largest in size" : "");
    }

    /** All elements, the first ones of a long state. */
    static String whole(double[] state, IntFunction<String> name) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < Math.min(state.length, SHOWN); i++) {
            all.append(i == 0 ? "" : ", ").append(name.apply(i)).append(" = ").append((float) state[i]);
        }
        return all + (state.length > SHOWN ? ", …" : "");
    }
}
