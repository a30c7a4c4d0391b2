package org.macrostate.reports.code;

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
    /** What code calls it, with an underscore for each dot, if nothing else has the name: no model has names with dots. */
    static final String NAME = "mean.of.signs";

    private static final String OWEN = "owen.t";
    private static final String INTEGRAL = "owen.integral";
    private static final String CORRELATED = "correlated.signs";
    private static final String ONE_SIGN = "mean.of.sign";
    private static final String DIVISOR = "divisor.of";
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
                        DIVISOR,
                        List.of("v"),
                        "v, or 1 where a quotient by v is not used",
                        Apply.of(Function.IF, less(Rational.ZERO, parameter("v")), parameter("v"), ONE)),
                new Written(
                        INTEGRAL,
                        List.of("h", "a"),
                        "Owen's T(h, a) for |a| <= 1, by the double exponential rule",
                        integral()),
                new Written(OWEN, List.of("h", "b"), "Owen's T(h, b/h); of h = 0 the limit from above", owen()),
                new Written(
                        CORRELATED,
                        List.of("h", "k", "r"),
                        "mean of sign(h + x) sign(k + y), x and y of variance 1 and correlation r",
                        correlated()),
                new Written(ONE_SIGN, List.of("m", "v"), "mean of a sign, of mean m and variance v", one()),
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
        Expression a = parameter("a");
        Index i = new Index("i", Expression.of(NODES));
        Expression step = Expression.of(3).over(Expression.of(20));
        Expression place = new Symbol(Kind.PLACE, "place", List.of(i));
        Expression t = step.times(place.minus(Expression.of((NODES + 1) / 2)));
        Expression inner = Constant.PI.over(TWO).times(Apply.of(Function.SINH, t));
        Expression x = Rational.HALF.times(ONE.plus(Apply.of(Function.TANH, inner)));
        Expression weight = Times.of(step, Constant.PI, Apply.of(Function.COSH, t))
                .over(FOUR.times(Power.of(Apply.of(Function.COSH, inner), 2)));
        Expression square = ONE.plus(Power.of(a.times(x), 2));
        Expression bell =
                Apply.of(Function.EXP, Times.of(Power.of(h, 2), square).negate().over(TWO));
        Expression sum = new IndexSum(i, weight.times(bell).over(square));
        return a.times(sum).over(TWO.times(Constant.PI));
    }

    private static Expression owen() {
        Expression h = parameter("h");
        Expression b = parameter("b");
        Expression whole = side(h).times(side(b))
                .minus(error(h.over(Power.sqrt(TWO))).times(error(b.over(Power.sqrt(TWO)))))
                .over(FOUR);
        Expression isNear = Apply.of(Function.LESS_EQUAL, size(b), size(h));
        return Apply.of(
                Function.IF, isNear, call(INTEGRAL, h, quotient(b, h)), whole.minus(call(INTEGRAL, b, quotient(h, b))));
    }

    /** b/h of what is at most as large. */
    private static Expression quotient(Expression b, Expression h) {
        return side(h).times(b).over(call(DIVISOR, size(h)));
    }

    /** Fields that coincide differ in sign between their zeros. */
    private static Expression correlated() {
        Expression h = parameter("h");
        Expression k = parameter("k");
        Expression r = parameter("r");
        Expression rest = ONE.minus(Power.of(r, 2));
        Expression root = Power.sqrt(call(DIVISOR, rest));
        Expression means = Plus.of(
                side(h).times(side(k)),
                FOUR.times(call(OWEN, h, k.minus(r.times(h)).over(root))).negate(),
                FOUR.times(call(OWEN, k, h.minus(r.times(k)).over(root))).negate());
        Expression arcsine = TWO.times(Apply.of(Function.ARC_SIN, r)).over(Constant.PI);
        Expression hasMean = less(Rational.ZERO, Power.of(h, 2).plus(Power.of(k, 2)));
        Expression regular = Apply.of(Function.IF, hasMean, means, arcsine);
        Expression sign = Apply.of(Function.SIGN, r);
        Expression between = size(error(h.over(Power.sqrt(TWO))).minus(sign.times(error(k.over(Power.sqrt(TWO))))));
        Expression same = sign.times(ONE.minus(between));
        Expression tiny = Power.of(Expression.of(10), -13);
        return Apply.of(Function.IF, less(tiny, rest), regular, same);
    }

    /** Fields without variance have the sign of their mean. */
    private static Expression one() {
        Expression m = parameter("m");
        Expression v = parameter("v");
        Expression width = Power.sqrt(TWO.times(call(DIVISOR, v)));
        return Apply.of(Function.IF, less(Rational.ZERO, v), error(m.over(width)), Apply.of(Function.SIGN, m));
    }

    private static Expression signs() {
        Expression m1 = parameter("m_1");
        Expression m2 = parameter("m_2");
        Expression v1 = parameter("c_11");
        Expression v2 = parameter("c_22");
        Expression s1 = Power.sqrt(call(DIVISOR, v1));
        Expression s2 = Power.sqrt(call(DIVISOR, v2));
        Expression both =
                call(CORRELATED, m1.over(s1), m2.over(s2), parameter("c_12").over(s1.times(s2)));
        Expression vary = Apply.of(Function.AND, less(Rational.ZERO, v1), less(Rational.ZERO, v2));
        return Apply.of(Function.IF, vary, both, call(ONE_SIGN, m1, v1).times(call(ONE_SIGN, m2, v2)));
    }

    private static Expression call(String function, Expression... arguments) {
        return new FieldFunction(function, List.of(arguments), List.of());
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
