package org.macrostate.solvers.control;

/** How schedules on a grid are made of fewer constants, these too from 0 to 1. */
enum ScheduleForm {
    /** Every value its own constant. */
    FREE {
        @Override
        double[] coordinates(ControlGrid grid, double[] constants) {
            return constants;
        }

        @Override
        double[] chain(ControlGrid grid, double[] constants, double[] gradient) {
            return gradient;
        }
    },
    /** Each control the lower end of its range plus {@code height · tanh(rate · t / end)}: height and rate. */
    TANH {
        @Override
        double[] coordinates(ControlGrid grid, double[] constants) {
            double[] coordinates = new double[constants.length / 2 * grid.values()];
            for (int i = 0; i < coordinates.length; i++) {
                int c = i / grid.values();
                coordinates[i] = constants[2 * c] * StrictMath.tanh(rate(constants[2 * c + 1]) * part(grid, i));
            }
            return coordinates;
        }

        @Override
        double[] chain(ControlGrid grid, double[] constants, double[] gradient) {
            double[] chained = new double[constants.length];
            for (int i = 0; i < gradient.length; i++) {
                int c = i / grid.values();
                double rate = rate(constants[2 * c + 1]);
                double tanh = StrictMath.tanh(rate * part(grid, i));
                double slope = constants[2 * c] * (1 - tanh * tanh) * part(grid, i) * rate * DECADES * Math.log(10);
                chained[2 * c] += gradient[i] * tanh;
                chained[2 * c + 1] += gradient[i] * slope;
            }
            return chained;
        }
    };

    private static final double SLOWEST = 0.1;
    private static final double DECADES = 3;

    /** Coordinates of the controls' values. */
    abstract double[] coordinates(ControlGrid grid, double[] constants);

    /** The gradient by the constants. */
    abstract double[] chain(ControlGrid grid, double[] constants, double[] gradient);

    /** The rate that a constant stands for, in units of 1/end: from 0.1 to 100. */
    static double rate(double constant) {
        return SLOWEST * Math.pow(10, DECADES * constant);
    }

    private static double part(ControlGrid grid, int value) {
        return Schedule.moment(grid, value % grid.values()) / grid.end();
    }

    /** The objective as a function of the constants. */
    SmoothFunction of(ControlObjective objective) {
        return constants -> {
            SmoothFunction.Point point = objective.at(coordinates(objective.grid(), constants));
            return new SmoothFunction.Point() {
                @Override
                public double value() {
                    return point.value();
                }

                @Override
                public double[] gradient() {
                    return chain(objective.grid(), constants, point.gradient());
                }
            };
        };
    }
}
