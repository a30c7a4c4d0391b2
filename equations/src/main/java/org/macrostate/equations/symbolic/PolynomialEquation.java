package org.macrostate.equations.symbolic;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Symbol;

/** {@code polynomial = 0}, to be solved for one symbol in closed form. */
public final class PolynomialEquation {
    private final Polynomial polynomial;
    private final Symbol unknown;
    private final FunctionField field;

    /**
     * An equation; where the unknown stands under a root, it is multiplied with its conjugate, so that solutions of the
     * conjugate come out too.
     */
    public PolynomialEquation(Polynomial polynomial, Symbol unknown) {
        this.field = polynomial.field();
        this.unknown = unknown;
        this.polynomial = withoutRootsOf(polynomial, unknown);
    }

    private static Polynomial withoutRootsOf(Polynomial polynomial, Symbol unknown) {
        FunctionField field = polynomial.field();
        Polynomial result = polynomial;
        for (Expression root : field.roots()) {
            if (result.degree(root) > 0 && field.radicand(root).degree(unknown) > 0) {
                List<Polynomial> parts = field.reduced(result).coefficients(root);
                result = parts.get(0).power(2).minus(parts.get(1).power(2).times(field.radicand(root)));
            }
        }
        return result;
    }

    /** The irreducible factors that contain the unknown. */
    public List<Polynomial> factors() {
        return polynomial.factored().factors().stream()
                .map(Polynomial.Factor::base)
                .filter(factor -> factor.degree(unknown) > 0)
                .toList();
    }

    /**
     * Closed forms of the roots of an irreducible factor: rational for degree one, with a square root for degree two,
     * with a further root if it is a polynomial of degree one or two in a power of the unknown. Empty for all others.
     * Whether a form is real depends on the parameters.
     */
    public List<RationalFunction> roots(Polynomial factor) {
        List<Polynomial> c = factor.coefficients(unknown);
        int step = 0;
        for (int i = 1; i < c.size(); i++) {
            if (!c.get(i).isZero()) {
                step = gcd(step, i);
            }
        }
        int degree = (c.size() - 1) / step;
        if (degree > 2) {
            return List.of();
        }
        List<RationalFunction> powers = degree == 1
                ? List.of(RationalFunction.of(c.get(0).negate(), c.get(step)))
                : quadratic(c.get(0), c.get(step), c.get(2 * step));
        List<RationalFunction> roots = new ArrayList<>();
        for (RationalFunction power : powers) {
            roots.addAll(realRoots(power, step));
        }
        return roots;
    }

    private List<RationalFunction> quadratic(Polynomial c, Polynomial b, Polynomial a) {
        Polynomial discriminant = b.times(b).minus(a.times(c).times(4));
        RationalFunction root = field.squareRoot(RationalFunction.of(discriminant));
        RationalFunction middle = RationalFunction.of(b.negate());
        RationalFunction divisor = RationalFunction.of(a.times(2));
        return List.of(middle.plus(root).over(divisor), middle.minus(root).over(divisor));
    }

    private List<RationalFunction> realRoots(RationalFunction power, int step) {
        if (step == 1) {
            return List.of(power);
        }
        if (step == 2) {
            RationalFunction root = field.squareRoot(power);
            return List.of(root, root.negate());
        }
        Expression exponent = new Rational(new BigFraction(1, step));
        RationalFunction positive = root(power, exponent);
        RationalFunction negative = step % 2 == 0
                ? positive.negate()
                : root(power.negate(), exponent).negate();
        return List.of(positive, negative);
    }

    private RationalFunction root(RationalFunction power, Expression exponent) {
        Expression value = Power.of(power.toExpression(), exponent);
        return RationalFunction.of(field.generatorOf(value));
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
