package org.macrostate.reports.code;

import java.util.ArrayList;
import java.util.List;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Constant;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.FieldFunction;
import org.macrostate.equations.tensor.Function;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.IndexSum;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Plus;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Symbol;
import org.macrostate.equations.tensor.Times;

/**
 * The mean of the product of the signs of two Gaussian variables with means, {@code sgn(h) sgn(k) - 4 T(h,a) - 4 T(k,b)} with
 * h, k the means over standard deviations (D. B. Owen, Ann. Math. Stat. 27, 1075, 1956), as functions of elementary ones that
 * every language has. Owen's T is {@code ∫_0^a exp(-h²(1+x²)/2)/(1+x²) dx/(2π)}, here of h and ah, by the double exponential rule
 * (H. Takahasi and M. Mori, Publ. RIMS 9, 721, 1974) for |a| ≤ 1, within 1e-14.
 */
final class TwoSigns {
    /** What code calls it, if nothing else has the name. */
    static final String NAME = "mean_of_signs";

    private static final String OWEN = "owen_t";
    private static final String INTEGRAL = "owen_integral";
    private static final int NODES = 41;
    private static final Expression ONE = Rational.ONE;
    private static final Expression TWO = Expression.of(2);
    private static final Expression FOUR = Expression.of(4);

    private TwoSigns() {}

    /** One function: a name, parameters, what it is and its value. */
    record Written(String name, List<String> parameters, String about, Expression value) {
        Written {
            parameters = List.copyOf(parameters);
        }
    }

    /** Whether an expression is one, and not of more signs or of variables of which something is known. */
    static boolean is(Expression e) {
        return e instanceof Apply a
                && a.function() == Function.MEAN_OF_SIGNS
                && a.arguments().size() == 5;
    }

    static Expression call(Apply signs) {
        return new FieldFunction(NAME, signs.arguments(), List.of());
    }

    /** The functions, each after those that it calls. */
    static List<Written> functions() {
        return List.of(
                new Written(
                        INTEGRAL,
                        List.of("h", "b"),
                        "Owen's T(h, b/h) for |b| <= |h|, by the double exponential rule",
                        integral()),
                new Written(OWEN, List.of("h", "b"), "Owen's T(h, b/h); of h = 0 the limit from above", owen()),
                new Written(
                        NAME,
                        List.of("m_1", "m_2", "c_11", "c_12", "c_22"),
                        "mean of sign(f1) sign(f2); c_12 is the covariance of f1 and f2, m_1 the mean of f1",
                        signs()));
    }

    private static Expression parameter(String name) {
        return Symbol.parameter(name);
    }

    private static Expression integral() {
        Expression h = parameter("h");
        Expression b = parameter("b");
        Index i = new Index("i", Expression.of(NODES));
        Expression step = Expression.of(3).over(Expression.of(20));
        Expression place = new Symbol(Kind.PLACE, "place", List.of(i));
        Expression t = step.times(place.minus(Expression.of((NODES + 1) / 2)));
        Expression inner = Constant.PI.over(TWO).times(Apply.of(Function.SINH, t));
        Expression x = Rational.HALF.times(ONE.plus(Apply.of(Function.TANH, inner)));
        Expression weight = Times.of(step, Constant.PI, Apply.of(Function.COSH, t))
                .over(FOUR.times(Power.of(Apply.of(Function.COSH, inner), 2)));
        Expression a = b.over(Apply.of(Function.IF, less(Rational.ZERO, size(h)), h, ONE));
        Expression square = ONE.plus(Power.of(a.times(x), 2));
        Expression bell = Apply.of(
                Function.EXP, Times.of(Power.of(h, 2), square).negate().over(TWO));
        Expression sum = new IndexSum(i, weight.times(bell).over(square));
        return a.times(sum).over(TWO.times(Constant.PI));
    }

    private static Expression owen() {
        Expression h = parameter("h");
        Expression b = parameter("b");
        Expression near = new FieldFunction(INTEGRAL, List.of(h, b), List.of());
        Expression far = new FieldFunction(INTEGRAL, List.of(b, h), List.of());
        Expression whole = side(h).times(side(b))
                .minus(error(h.over(Power.sqrt(TWO))).times(error(b.over(Power.sqrt(TWO)))))
                .over(FOUR);
        Expression isNear = Apply.of(Function.LESS_EQUAL, size(b), size(h));
        return Apply.of(Function.IF, isNear, near, whole.minus(far));
    }

    /** Fields without variance have the sign of their mean; fields that coincide differ in sign between their zeros. */
    private static Expression signs() {
        Expression m1 = parameter("m_1");
        Expression m2 = parameter("m_2");
        Expression first = parameter("c_11");
        Expression c = parameter("c_12");
        Expression second = parameter("c_22");
        Expression v1 = positive(first);
        Expression v2 = positive(second);
        Expression tiny = v1.times(v2).over(Power.of(Expression.of(10), 13));
        Expression square = v1.times(v2).minus(Power.of(c, 2));
        Expression varies = less(tiny, square);
        Expression determinant = Apply.of(Function.IF, varies, square, ONE);
        List<Expression> terms = new ArrayList<>(List.of(side(m1).times(side(m2))));
        terms.add(owen(m1, v1, m2, c, determinant).times(FOUR).negate());
        terms.add(owen(m2, v2, m1, c, determinant).times(FOUR).negate());
        Expression arcsine = TWO.times(Apply.of(Function.ARC_SIN, c.over(Power.sqrt(v1.times(v2)))))
                .over(Constant.PI);
        Expression hasMean = less(Rational.ZERO, Power.of(m1, 2).plus(Power.of(m2, 2)));
        Expression regular = Apply.of(Function.IF, hasMean, Plus.of(terms), arcsine);
        Expression sign = Apply.of(Function.SIGN, c);
        Expression between = size(one(m1, v1).minus(sign.times(one(m2, v2))));
        Expression same = sign.times(ONE.minus(between));
        Expression both = Apply.of(Function.IF, varies, regular, same);
        Expression vary = Apply.of(Function.AND, less(Rational.ZERO, first), less(Rational.ZERO, second));
        return Apply.of(Function.IF, vary, both, certain(m1, first).times(certain(m2, second)));
    }

    /** A divisor: where there is none, the value is not used, but an array of values is worked out as a whole. */
    private static Expression positive(Expression v) {
        return Apply.of(Function.IF, less(Rational.ZERO, v), v, ONE);
    }

    /** T(h, a) of h = m/√v, with a h = (m' v - c m)/√(v det). */
    private static Expression owen(Expression m, Expression v, Expression other, Expression c, Expression determinant) {
        Expression b = other.times(v).minus(c.times(m)).over(Power.sqrt(v).times(Power.sqrt(determinant)));
        return new FieldFunction(OWEN, List.of(m.over(Power.sqrt(v)), b), List.of());
    }

    private static Expression certain(Expression m, Expression v) {
        return Apply.of(Function.IF, less(Rational.ZERO, v), one(m, positive(v)), Apply.of(Function.SIGN, m));
    }

    private static Expression one(Expression m, Expression v) {
        return error(m.over(Power.sqrt(TWO.times(v))));
    }

    private static Expression error(Expression x) {
        return Apply.of(Function.ERF, x);
    }

    private static Expression size(Expression x) {
        return Apply.of(Function.ABS, x);
    }

    /** Minus one below zero, else one. */
    private static Expression side(Expression x) {
        return Apply.of(Function.IF, less(x, Rational.ZERO), Rational.MINUS_ONE, ONE);
    }

    private static Expression less(Expression a, Expression b) {
        return Apply.of(Function.LESS, a, b);
    }
}
