package org.macrostate.engine.analysis.sweep;

import java.util.List;
import org.macrostate.equations.BadInput;
import org.macrostate.solvers.phase.ParameterAxis;

/** The values of one parameter in a sweep. */
public sealed interface SweepAxis {
    String parameter();

    int count();

    /** The i-th value, i from 0. */
    double value(int i);

    /** A grid, linear or logarithmic. */
    record Grid(ParameterAxis axis) implements SweepAxis {
        @Override
        public String parameter() {
            return axis.parameter();
        }

        @Override
        public int count() {
            return axis.count();
        }

        @Override
        public double value(int i) {
            return axis.value(i);
        }
    }

    /** Values as they are given. */
    record Listed(String parameter, List<Double> values) implements SweepAxis {
        public Listed {
            values = List.copyOf(values);
            if (values.isEmpty()) {
                throw new BadInput("the axis of " + parameter + " is empty");
            }
        }

        @Override
        public int count() {
            return values.size();
        }

        @Override
        public double value(int i) {
            return values.get(i);
        }
    }

    /**
     * One coordinate of points that fill a box evenly, Sobol's sequence without its first point. All such axes of a sweep
     * are one set of points.
     *
     * @param fractions of the range, from 0 to 1, one a point
     */
    record Sobol(String parameter, double from, double to, boolean isLogarithmic, double[] fractions)
            implements SweepAxis {
        public Sobol {
            if (!(from < to) || !Double.isFinite(to - from)) {
                throw new BadInput("range of " + parameter + " must rise, was " + from + " to " + to);
            }
            if (isLogarithmic && !(from > 0)) {
                throw new BadInput("a logarithmic range of " + parameter + " must begin above 0, was " + from);
            }
        }

        @Override
        public int count() {
            return fractions.length;
        }

        @Override
        public double value(int i) {
            return isLogarithmic
                    ? from * StrictMath.exp(StrictMath.log(to / from) * fractions[i])
                    : from + (to - from) * fractions[i];
        }
    }
}
