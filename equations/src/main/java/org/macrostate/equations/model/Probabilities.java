package org.macrostate.equations.model;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.tensor.CommonFactor;
import org.macrostate.equations.tensor.Expansion;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.ExpressionText;
import org.macrostate.equations.tensor.NumericValue;
import org.macrostate.equations.tensor.Plus;
import org.macrostate.equations.tensor.Symbol;

/** Whether expressions are probabilities, wherever the domains of their parameters allow these to lie. */
record Probabilities(String random, ConstantValues constants) {
    private static final int DRAWS = 400;
    private static final double ROUNDING = 1e-9;

    /** @throws BadInput unless the sum is one, wherever parameters may lie */
    List<Expression> requireSum(List<Expression> probabilities) {
        Expression total = CommonFactor.everywhere(Plus.of(probabilities));
        Random values = new Random(5);
        for (int i = 0; i < DRAWS && !total.isOne(); i++) {
            if (!(Math.abs(value(total, i == 0 ? constants.defaults() : constants.drawn(values)) - 1) <= ROUNDING)) {
                throw new BadInput(
                        "the probabilities of " + random + " must add up to 1, found " + LinearityCheck.shown(total));
            }
        }
        return probabilities;
    }

    /** @throws BadInput unless it lies from 0 to 1 at the defaults */
    Expression requireAtDefaults(Expression probability) {
        double value = value(probability, constants.defaults());
        if (!isProbability(value)) {
            throw new BadInput("a probability must be from 0 to 1, was " + PlainNumber.shown(value));
        }
        return probability;
    }

    /** @throws BadInput unless it lies from 0 to 1 wherever parameters may lie */
    Expression requireEverywhere(Expression probability) {
        Random values = new Random(11);
        for (int i = 0; i < DRAWS && Expansion.contains(probability, Symbol.class::isInstance); i++) {
            Map<Symbol, Double> drawn = constants.drawn(values);
            double value = value(probability, drawn);
            if (!isProbability(value)) {
                throw new BadInput(
                        "a probability must be from 0 to 1 wherever the domains of its parameters allow, but "
                                + ExpressionText.of(probability) + " is " + PlainNumber.shown(round(value)) + " at "
                                + told(probability, drawn) + "; a parameter with domain: unit lies between 0 and 1");
            }
        }
        return probability;
    }

    private static boolean isProbability(double value) {
        return value >= -ROUNDING && value <= 1 + ROUNDING;
    }

    private static String told(Expression probability, Map<Symbol, Double> values) {
        return values.entrySet().stream()
                .filter(e -> Expansion.contains(probability, e.getKey()::equals))
                .map(e -> ExpressionText.of(e.getKey()) + " = " + PlainNumber.shown(round(e.getValue())))
                .collect(Collectors.joining(", "));
    }

    private static double round(double value) {
        return Double.parseDouble(String.format(Locale.ROOT, "%.3g", value));
    }

    private static double value(Expression e, Map<Symbol, Double> values) {
        try {
            return NumericValue.of(e, values);
        } catch (IllegalArgumentException noValue) {
            throw new BadInput(
                    "a probability is an expression in parameters, without sums; it " + noValue.getMessage());
        }
    }
}
