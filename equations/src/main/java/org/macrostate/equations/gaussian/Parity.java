package org.macrostate.equations.gaussian;

import java.util.List;
import java.util.function.Predicate;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Expansion;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Function;
import org.macrostate.equations.tensor.Plus;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Times;

/** What becomes of a function when all its variables change their signs: one of two symmetric halves is enough. */
enum Parity {
    EVEN,
    ODD,
    NEITHER;

    /** As far as it can be seen from the parts; {@link #NEITHER} also where it cannot. */
    static Parity of(Expression e, Predicate<Expression> variable) {
        if (variable.test(e)) {
            return ODD;
        }
        if (!Expansion.contains(e, variable)) {
            return EVEN;
        }
        List<Parity> parts = e.children().stream().map(c -> of(c, variable)).toList();
        if (e instanceof Plus) {
            return common(parts);
        }
        if (e instanceof Times) {
            return parts.stream().reduce(EVEN, Parity::times);
        }
        if (e instanceof Power p) {
            return power(p, parts);
        }
        return e instanceof Apply a ? application(a.function(), parts) : NEITHER;
    }

    /** Of a product. */
    Parity times(Parity other) {
        if (this == NEITHER || other == NEITHER) {
            return NEITHER;
        }
        return this == other ? EVEN : ODD;
    }

    private static Parity common(List<Parity> parts) {
        return parts.stream().allMatch(parts.get(0)::equals) ? parts.get(0) : NEITHER;
    }

    private static Parity power(Power p, List<Parity> parts) {
        if (common(parts) == EVEN) {
            return EVEN;
        }
        boolean odd = parts.get(0) == ODD
                && p.exponent() instanceof Rational n
                && n.value().getDenominator().equals(java.math.BigInteger.ONE);
        if (!odd) {
            return NEITHER;
        }
        return ((Rational) p.exponent()).value().getNumerator().testBit(0) ? ODD : EVEN;
    }

    private static Parity application(Function function, List<Parity> parts) {
        if (function == Function.IF && parts.get(0) == EVEN) {
            return common(parts.subList(1, parts.size()));
        }
        if (common(parts) != ODD || parts.size() > 1) {
            return common(parts) == EVEN ? EVEN : NEITHER;
        }
        return switch (function) {
            case SIN, TAN, ARC_SIN, ARC_TAN, SINH, TANH, ERF, SIGN -> ODD;
            case COS, COSH, ABS -> EVEN;
            case EXP, LOG, ARC_COS, UNIT_STEP, RAMP, MIN, MAX, MOD, FLOOR, LESS, LESS_EQUAL, EQUAL, AND -> NEITHER;
            case OR, NOT, IF, VARIANCE_INVERSE, VARIANCE_ROOT, VARIANCE_INVERSE_ROOT, DENSITY_AT_ZERO -> NEITHER;
            case SIGN_MEAN, MEAN_OF_SIGNS, GAUSSIAN_MEAN, BEST_PAIRING, PAIRED_SUM, NUCLEAR_NORM -> NEITHER;
            case POLAR_SUM, STOP_GRADIENT, MEAN -> NEITHER;
        };
    }
}
