package org.macrostate.reports.figure;

import java.util.Arrays;
import java.util.List;

/** A growing row of points x, y, x, y, … */
final class Points {
    private double[] values = new double[16];
    private int size;

    void add(double x, double y) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = x;
        values[size++] = y;
    }

    boolean endsAt(double x, double y) {
        return size > 0 && values[size - 2] == x && values[size - 1] == y;
    }

    /** Whether the last point is less than {@code distance} away. */
    boolean endsNear(double x, double y, double distance) {
        return size > 0 && Math.hypot(values[size - 2] - x, values[size - 1] - y) < distance;
    }

    double[] toArray() {
        return Arrays.copyOf(values, size);
    }

    /** Appends what there is to the list, and starts anew. */
    void closeInto(List<double[]> pieces) {
        if (size > 0) {
            pieces.add(toArray());
        }
        size = 0;
    }
}
