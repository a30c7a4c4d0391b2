package org.macrostate.solvers.fixedpoint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.macrostate.solvers.nonlinear.GlobalNewton;
import org.macrostate.solvers.nonlinear.NonlinearSystem;
import org.macrostate.solvers.nonlinear.Vector;

/**
 * The states that the symmetries of one state keep: elements are equal or opposite in classes, others zero. Neither flow
 * nor Newton's method leaves it, so that both take its few coordinates (Golubitsky, Stewart and Schaeffer, "Singularities
 * and Groups in Bifurcation Theory II", section XIII.2). These are orthonormal: lengths, and with them steps of least norm,
 * are those of the whole space.
 *
 * @param place of each element among the coordinates, or −1 where it is zero
 * @param sign of each element, 1 or −1
 * @param first an element of each class, whose sign is 1
 * @param length of a state with coordinate 1 whose elements in a class are equal: the square root of their number
 */
record InvariantSubspace(int[] place, int[] sign, int[] first, double[] length) {
    private static final double INSIDE = 1e-9;

    /** That of a state with the symmetries that keep it; empty if it is not smaller than the whole space. */
    static Optional<InvariantSubspace> of(double[] state, List<SignedPermutation> keeping) {
        int n = state.length;
        SignedClasses classes = new SignedClasses(n);
        for (SignedPermutation symmetry : keeping) {
            for (int i = 0; i < n; i++) {
                classes.join(i, symmetry.target()[i], symmetry.sign()[i]);
            }
        }
        int[] place = new int[n];
        int[] sign = new int[n];
        int[] first = new int[n];
        int count = 0;
        for (int i = 0; i < n; i++) {
            int root = classes.root(i);
            sign[i] = classes.sign(i);
            if (root == i && !classes.isZero(i)) {
                first[count] = i;
                place[i] = count++;
            } else {
                place[i] = -1;
            }
        }
        for (int i = 0; i < n; i++) {
            place[i] = place[classes.root(i)];
        }
        double[] length = new double[count];
        for (int i = 0; i < n; i++) {
            if (place[i] >= 0) {
                length[place[i]]++;
            }
        }
        Arrays.setAll(length, k -> Math.sqrt(length[k]));
        return count < n && count > 0
                ? Optional.of(new InvariantSubspace(place, sign, Arrays.copyOf(first, count), length))
                : Optional.empty();
    }

    /** How many coordinates. */
    int dimension() {
        return first.length;
    }

    /** The coordinates of a state in it. */
    double[] coordinates(double[] state) {
        double[] coordinates = new double[first.length];
        for (int k = 0; k < first.length; k++) {
            coordinates[k] = length[k] * state[first[k]];
        }
        return coordinates;
    }

    /** The state with these coordinates. */
    double[] state(double[] coordinates) {
        double[] state = new double[place.length];
        for (int i = 0; i < state.length; i++) {
            state[i] = place[i] < 0 ? 0 : sign[i] * coordinates[place[i]] / length[place[i]];
        }
        return state;
    }

    /** One number a class: what its first element is. */
    double[] numbers(double[] coordinates) {
        double[] numbers = new double[first.length];
        for (int k = 0; k < first.length; k++) {
            numbers[k] = coordinates[k] / length[k];
        }
        return numbers;
    }

    /** Of a Jacobian n·n at a state in it, what acts on its coordinates; row by row. */
    double[] restricted(double[] jacobian) {
        int n = place.length;
        int m = first.length;
        double[] restricted = new double[m * m];
        for (int k = 0; k < m; k++) {
            int row = first[k] * n;
            for (int j = 0; j < n; j++) {
                int l = place[j];
                if (l >= 0) {
                    restricted[k * m + l] += sign[j] * jacobian[row + j] * length[k] / length[l];
                }
            }
        }
        return restricted;
    }

    /** The states whose coordinates are 1, one after the other, and else 0. */
    List<double[]> axes() {
        List<double[]> axes = new ArrayList<>();
        for (int k = 0; k < first.length; k++) {
            double[] unit = new double[first.length];
            unit[k] = 1;
            axes.add(state(unit));
        }
        return axes;
    }

    /** The matrix whose columns are the coordinates of states; row by row. */
    private double[] columns(List<double[]> states) {
        int m = first.length;
        double[] matrix = new double[m * m];
        for (int l = 0; l < m; l++) {
            double[] column = coordinates(states.get(l));
            for (int k = 0; k < m; k++) {
                matrix[k * m + l] = column[k];
            }
        }
        return matrix;
    }

    /** The state in it that is nearest to one. */
    double[] projected(double[] state) {
        double[] coordinates = new double[first.length];
        for (int i = 0; i < state.length; i++) {
            if (place[i] >= 0) {
                coordinates[place[i]] += sign[i] * state[i] / length[place[i]];
            }
        }
        return state(coordinates);
    }

    /** Whether a state lies in it, up to rounding. */
    boolean contains(double[] state) {
        return Vector.distance(state(coordinates(state)), state) <= INSIDE * (1 + Vector.maxNorm(state));
    }

    /** The system's equations in it. */
    NonlinearSystem of(SystemAt system) {
        return new Restricted(this, system);
    }

    /** The bounds of the whole state, in its coordinates. */
    GlobalNewton.StepLimit of(GlobalNewton.StepLimit limit) {
        return new GlobalNewton.StepLimit() {
            @Override
            public double stepInside(double[] x, double[] step) {
                return limit.stepInside(state(x), state(step));
            }

            @Override
            public boolean inDomains(double[] x) {
                return limit.inDomains(state(x));
            }
        };
    }

    private record Restricted(InvariantSubspace inside, SystemAt system) implements NonlinearSystem {
        @Override
        public int equations() {
            return inside.dimension();
        }

        @Override
        public int unknowns() {
            return inside.dimension();
        }

        @Override
        public void residual(double[] y, double[] residual) {
            double[] rates = new double[system.length()];
            system.residual(inside.state(y), rates);
            System.arraycopy(inside.coordinates(rates), 0, residual, 0, residual.length);
        }

        @Override
        public double[] jacobian(double[] y) {
            double[] state = inside.state(y);
            return system.along(state, inside.axes())
                    .map(inside::columns)
                    .orElseGet(() -> inside.restricted(system.jacobian(state)));
        }
    }
}
