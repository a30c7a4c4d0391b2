package org.macrostate.solvers.fixedpoint;

import java.util.Optional;
import java.util.function.Function;
import org.macrostate.solvers.nonlinear.Vector;

/** Roots near the straight line between two others tell whether these belong to one continuous family. */
final class RootChords {
    private static final double[] BETWEEN = {0.5, 0.6, 0.4, 0.7, 0.3, 0.8, 0.2};

    private final Function<double[], Optional<double[]>> newton;

    /** @param newton the root that is reached from a state */
    RootChords(Function<double[], Optional<double[]>> newton) {
        this.newton = newton;
    }

    /** Whether roots near the chord lead from one to the other in short steps. */
    boolean connect(double[] from, double[] to) {
        int pieces = 8;
        double length = Vector.distance(from, to);
        double[] last = from;
        for (int i = 1; i < pieces; i++) {
            double[] chord = from.clone();
            for (int j = 0; j < chord.length; j++) {
                chord[j] += (to[j] - from[j]) * i / pieces;
            }
            double[] next = newton.apply(chord).orElse(new double[0]);
            if (next.length == 0
                    || Vector.distance(next, chord) > length / 4
                    || Vector.distance(next, last) > 3 * length / pieces
                    || Vector.distance(next, last) < length / pieces / 10) {
                return false;
            }
            last = next;
        }
        return Vector.distance(last, to) <= 3 * length / pieces;
    }

    /** Whether there is a root between two others, near the chord: undecided roots are then no isolated ones. */
    boolean hasBetween(double[] from, double[] to) {
        double length = Vector.distance(from, to);
        for (double part : BETWEEN) {
            double[] chord = Vector.moved(from, part, Vector.moved(to, -1, from));
            Optional<double[]> root = newton.apply(chord);
            if (root.isPresent()
                    && Vector.distance(root.get(), chord) <= length / 2
                    && Vector.distance(root.get(), from) > length / 20
                    && Vector.distance(root.get(), to) > length / 20) {
                return true;
            }
        }
        return false;
    }
}
