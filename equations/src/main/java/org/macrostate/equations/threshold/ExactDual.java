package org.macrostate.equations.threshold;

import java.util.Map;
import java.util.TreeMap;
import org.macrostate.equations.symbolic.RationalFunction;

/**
 * An exact value with its partial derivatives by state element; those that are zero are absent (forward-mode
 * differentiation, sparse because most order parameters vanish at a symmetric state).
 */
record ExactDual(RationalFunction value, Map<Integer, RationalFunction> gradient) {

    static ExactDual constant(RationalFunction value) {
        return new ExactDual(value, Map.of());
    }

    static ExactDual variable(RationalFunction value, int element) {
        return new ExactDual(value, Map.of(element, value.field().one()));
    }

    ExactDual plus(ExactDual other) {
        if (other.isZero()) {
            return this;
        }
        return isZero() ? other : new ExactDual(value.plus(other.value), sum(gradient, other.gradient));
    }

    ExactDual times(ExactDual other) {
        if (isZero() || other.isZero()) {
            return constant(value.field().zero());
        }
        return new ExactDual(
                value.times(other.value), sum(scaled(gradient, other.value), scaled(other.gradient, value)));
    }

    /** A function of this with a given value and derivative. */
    ExactDual mapped(RationalFunction newValue, RationalFunction slope) {
        return new ExactDual(newValue, scaled(gradient, slope));
    }

    boolean isZero() {
        return value.isZero() && gradient.isEmpty();
    }

    private static Map<Integer, RationalFunction> scaled(
            Map<Integer, RationalFunction> gradient, RationalFunction factor) {
        if (gradient.isEmpty() || factor.isZero()) {
            return Map.of();
        }
        if (factor.isOne()) {
            return gradient;
        }
        Map<Integer, RationalFunction> result = new TreeMap<>();
        gradient.forEach((element, slope) -> result.put(element, slope.times(factor)));
        return result;
    }

    private static Map<Integer, RationalFunction> sum(
            Map<Integer, RationalFunction> a, Map<Integer, RationalFunction> b) {
        if (a.isEmpty()) {
            return b;
        }
        if (b.isEmpty()) {
            return a;
        }
        Map<Integer, RationalFunction> result = new TreeMap<>(a);
        b.forEach((element, slope) -> result.merge(element, slope, RationalFunction::plus));
        result.values().removeIf(RationalFunction::isZero);
        return result;
    }
}
