package org.macrostate.solvers.control;

/**
 * Controls as functions of time, in coordinates from 0 to 1.
 *
 * @param coordinates control by control; not to be modified
 */
record Schedule(ControlGrid grid, double[] coordinates) {
    /** As near as another grid of the same end comes to it: its values at the middles of pieces, or at knots. */
    Schedule on(ControlGrid other) {
        int controls = coordinates.length / grid.values();
        double[] sampled = new double[controls * other.values()];
        for (int c = 0; c < controls; c++) {
            for (int k = 0; k < other.values(); k++) {
                sampled[c * other.values() + k] = at(c, moment(other, k) * grid.end() / other.end());
            }
        }
        return new Schedule(other, sampled);
    }

    /** The time that a value of a grid stands for. */
    static double moment(ControlGrid grid, int value) {
        return grid.linear() ? grid.knots()[value] : (grid.knots()[value] + grid.knots()[value + 1]) / 2;
    }

    /** The coordinate of a control at a time. */
    double at(int control, double t) {
        return grid.value(coordinates, control, grid.piece(t), t);
    }

    Schedule stretched(double end) {
        return new Schedule(grid.stretched(end), coordinates);
    }

    /** The same functions of time, on a grid that is said to end elsewhere: to be sampled, on a grid of that end. */
    Schedule cutAt(double end) {
        int fine = 16 * grid.pieces();
        ControlGrid dense = ControlGrid.even(end, fine, grid.linear());
        int controls = coordinates.length / grid.values();
        double[] sampled = new double[controls * dense.values()];
        for (int i = 0; i < sampled.length; i++) {
            sampled[i] = at(i / dense.values(), moment(dense, i % dense.values()));
        }
        return new Schedule(dense, sampled);
    }

    /** Root mean square distance in coordinates, on the same number of values. */
    double distance(Schedule other) {
        double sum = 0;
        for (int i = 0; i < coordinates.length; i++) {
            double d = coordinates[i] - other.coordinates[i];
            sum += d * d;
        }
        return Math.sqrt(sum / coordinates.length);
    }
}
