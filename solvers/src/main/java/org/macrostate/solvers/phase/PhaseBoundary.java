package org.macrostate.solvers.phase;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One curve on which a state ceases to be stable, as points in order along it.
 *
 * @param curve its number, from 1
 * @param phase of the state that is stable on one side only
 * @param x first parameter at each point; not to be modified
 * @param y second parameter at each point; not to be modified
 * @param types of the transition at each point; where the type changes the same point stands twice
 */
public record PhaseBoundary(int curve, Kind kind, String phase, double[] x, double[] y, List<TransitionType> types) {
    public PhaseBoundary {
        types = List.copyOf(types);
        if (x.length != y.length || x.length != types.size()) {
            throw new IllegalArgumentException("a boundary's points need two parameters and a type each, were "
                    + x.length + ", " + y.length + " and " + types.size());
        }
    }

    /**
     * A part of a boundary along which the type is the same.
     *
     * @param x not to be modified
     * @param y not to be modified
     */
    public record Piece(Kind kind, TransitionType type, double[] x, double[] y) {
        /** What it is called in figures: the type, and whether the transition is continuous. */
        public String text() {
            return switch (type) {
                case SUPERCRITICAL_PITCHFORK -> "supercritical pitchfork (continuous)";
                case SUBCRITICAL_PITCHFORK -> "subcritical pitchfork (jump)";
                case TRANSCRITICAL -> "transcritical";
                case SADDLE_NODE -> "fold (jump)";
                case SUPERCRITICAL_HOPF -> "supercritical Hopf (continuous)";
                case SUBCRITICAL_HOPF -> "subcritical Hopf (jump)";
                case UNKNOWN -> kind.text();
            };
        }
    }

    /** In order along the curve. */
    public List<Piece> pieces() {
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= x.length; i++) {
            if (i == x.length || types.get(i) != types.get(from)) {
                pieces.add(new Piece(
                        kind, types.get(from), Arrays.copyOfRange(x, from, i), Arrays.copyOfRange(y, from, i)));
                from = i;
            }
        }
        return pieces;
    }

    /** What happens to the state. */
    public enum Kind {
        /** A real eigenvalue passes zero and the state goes on, unstable. */
        BRANCH_POINT("branch point"),
        /** A real eigenvalue reaches zero and the state ends. */
        FOLD("fold"),
        /** A complex pair of eigenvalues passes the imaginary axis. */
        HOPF("hopf"),
        /** The state stays stable and runs to infinity. */
        DIVERGENCE("divergence"),
        /** The state stays stable and meets the condition of another phase. */
        CROSSOVER("crossover"),
        /** The state stays stable and leaves the physical region. */
        PHYSICAL_LIMIT("physical limit");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }
}
