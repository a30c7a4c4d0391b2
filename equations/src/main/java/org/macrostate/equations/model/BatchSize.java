package org.macrostate.equations.model;

import java.util.function.ToDoubleFunction;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Symbol;

/**
 * How many samples are averaged in one step. Equations contain its inverse alone, in front of every mean of a product of two
 * steps, so that it may be any positive real number there; a simulation draws a whole number of samples.
 */
public sealed interface BatchSize {
    /** The most samples of a step. */
    int MOST = 1000;

    /** As it stands in formulas. */
    Expression expression();

    /** Whether one sample is drawn in a step, whatever the parameters. */
    boolean isOne();

    /** A number, or the parameter's name. */
    String text();

    /**
     * The whole number of samples that a simulation draws.
     *
     * @param values of parameters, by name
     * @throws BadInput if it is a parameter whose value is no whole number from 1 to {@link #MOST}
     */
    int samples(ToDoubleFunction<String> values);

    /** A number that the model states. */
    record Stated(int samples) implements BatchSize {
        @Override
        public Expression expression() {
            return Expression.of(samples);
        }

        @Override
        public boolean isOne() {
            return samples == 1;
        }

        @Override
        public String text() {
            return Integer.toString(samples);
        }

        @Override
        public int samples(ToDoubleFunction<String> values) {
            return samples;
        }
    }

    /** The value of a parameter. */
    record ByParameter(String parameter) implements BatchSize {
        @Override
        public Expression expression() {
            return Symbol.parameter(parameter);
        }

        @Override
        public boolean isOne() {
            return false;
        }

        @Override
        public String text() {
            return parameter;
        }

        @Override
        public int samples(ToDoubleFunction<String> values) {
            double value = values.applyAsDouble(parameter);
            if (value != Math.rint(value) || !(value >= 1 && value <= MOST)) {
                throw new BadInput("a simulation draws a whole number of samples in a step: the batch size " + parameter
                        + " must be whole and from 1 to " + MOST + ", was " + value
                        + "; the equations take any positive number");
            }
            return (int) value;
        }
    }
}
