package org.macrostate.reports.typeset;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Constant;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.FieldFunction;
import org.macrostate.equations.tensor.Function;
import org.macrostate.equations.tensor.IndexSum;
import org.macrostate.equations.tensor.Plus;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Symbol;
import org.macrostate.equations.tensor.TermOrder;
import org.macrostate.equations.tensor.Times;

/** Products, fractions and powers. */
final class Products {
    /** A numerator wider than this (in em) stands behind its fraction, in brackets if it is a sum. */
    private static final double WIDEST_NUMERATOR = 14;

    private final Typesetter typesetter;

    Products(Typesetter typesetter) {
        this.typesetter = typesetter;
    }

    static boolean isNegative(Expression e) {
        return Times.number(e).signum() < 0;
    }

    Layout of(Times product) {
        if (isNegative(product)) {
            return Layout.row(Names.MINUS_SIGN, typesetter.term(product.negate()));
        }
        List<Expression> above = new ArrayList<>(typesetter.order().factors(TermOrder.numerator(product)));
        List<Expression> below = typesetter.order().factors(TermOrder.denominator(product));
        if (below.isEmpty()) {
            return juxtaposed(above);
        }
        List<Expression> beside = new ArrayList<>();
        boolean nested = above.size() == 1 && isNarrow(typesetter.of(above.get(0)));
        if (!nested) {
            above.stream().filter(this::isLarge).forEach(beside::add);
            above.removeAll(beside);
        }
        Layout numerator = above.isEmpty() ? new Layout.Digits("1") : juxtaposed(above);
        Layout denominator = juxtaposed(below);
        Layout fraction = new Layout.Fraction(numerator, denominator);
        if (beside.isEmpty()) {
            return fraction;
        }
        return Layout.row(fraction, new Layout.Juxtaposed(), bracketed(beside));
    }

    Layout of(Power power) {
        Expression exponent = power.exponent();
        if (exponent.equals(Rational.HALF)) {
            return new Layout.Root(typesetter.of(power.base()));
        }
        if (exponent instanceof Rational n && n.value().signum() < 0) {
            Layout below = typesetter.of(Power.of(power.base(), exponent.negate()));
            return new Layout.Fraction(new Layout.Digits("1"), below);
        }
        Layout raised = exponent instanceof Rational n ? slashed(n.value()) : typesetter.of(exponent);
        boolean counted =
                exponent instanceof Rational n && n.value().getDenominator().equals(java.math.BigInteger.ONE);
        if (counted && power.base() instanceof Apply a && Functions.takesExponent(a.function())) {
            return new Functions(typesetter).of(a, raised);
        }
        return Layout.power(base(power.base()), raised);
    }

    /** A fraction on one line, for exponents. */
    private static Layout slashed(BigFraction value) {
        Layout numerator = NumberLayout.of(value.getNumerator());
        if (value.getDenominator().equals(java.math.BigInteger.ONE)) {
            return numerator;
        }
        return Layout.row(numerator, new Layout.Sign("/", Layout.Role.CLOSE), NumberLayout.of(value.getDenominator()));
    }

    private Layout base(Expression base) {
        Layout layout = typesetter.of(base);
        boolean labelled = layout instanceof Layout.Indexed i && !i.label().isEmpty();
        if (base instanceof FieldFunction) {
            return layout;
        }
        boolean raised = layout instanceof Layout.Script s && !s.above().isEmpty();
        boolean atom = base instanceof Symbol || base instanceof Constant || layout instanceof Layout.Digits;
        boolean closed = layout instanceof Layout.Fenced || (layout instanceof Layout.Indexed && !labelled);
        return (atom && !labelled && !raised && !(layout instanceof Layout.Fraction)) || closed
                ? layout
                : Brackets.around(layout);
    }

    /** Too large to stand above a fraction bar next to others. */
    private boolean isLarge(Expression e) {
        if (e instanceof IndexSum || (e instanceof Apply a && a.function() == Function.IF)) {
            return true;
        }
        Layout layout = typesetter.of(e);
        return (e instanceof Plus || e instanceof Apply) && !fits(layout);
    }

    private static boolean fits(Layout layout) {
        return isNarrow(layout) && !FormulaHeight.isTall(layout);
    }

    private static boolean isNarrow(Layout layout) {
        return Width.of(layout) <= WIDEST_NUMERATOR && !FormulaHeight.holdsSum(layout);
    }

    private Layout juxtaposed(List<Expression> factors) {
        return factors.size() == 1 ? typesetter.of(factors.get(0)) : bracketed(factors);
    }

    private Layout bracketed(List<Expression> factors) {
        List<Layout> parts = new ArrayList<>();
        for (int i = 0; i < factors.size(); i++) {
            Expression factor = factors.get(i);
            boolean last = i == factors.size() - 1;
            if (i > 0) {
                parts.add(new Layout.Juxtaposed());
            }
            boolean reaching = factor instanceof IndexSum && !last;
            parts.add(reaching ? Brackets.around(typesetter.of(factor)) : typesetter.factor(factor));
        }
        return Layout.row(parts);
    }
}
