package org.macrostate.equations.gaussian;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Constant;
import org.macrostate.equations.tensor.Expansion;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Function;
import org.macrostate.equations.tensor.Plus;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Symbol;

/**
 * A factor of an integrand whose mean given all other fields has a closed form, so that its field need not be integrated over:
 * of a field of conditional mean m and variance s² it is {@code E|u| = s √(2/π) exp(-m²/2s²) + m erf(m/√2 s)},
 * {@code E sign(u) = erf(m/√2 s)}, {@code E erf(u) = erf(m/√(1 + 2 s²))}. What is left is one dimension less, and has one kink less.
 *
 * @param place of the field, in no other factor
 * @param function the factor
 */
record ConditionalFactor(Symbol place, Apply function) {
    /** Of so few fields integrals are fast as they are. */
    private static final int FEWEST_FIELDS = 3;

    /** A field that the others determine has no variance: quotients by its root stay what they tend to. */
    private static final Expression NOTHING = Power.of(Expression.of(10), -300);

    private static final Set<Function> WITH_FORM =
            Set.of(Function.ABS, Function.SIGN, Function.UNIT_STEP, Function.RAMP, Function.ERF);

    private static final Expression TWO = Expression.of(2);

    /** Empty of few fields, of none such, and where fields stand outside of functions: they hang on all others. */
    static Optional<ConditionalFactor> of(Integrand integrand) {
        List<Symbol> places = List.copyOf(integrand.forms().found().keySet());
        if (places.size() < FEWEST_FIELDS
                || !integrand.variables().isEmpty()
                || !integrand.affine().isEmpty()) {
            return Optional.empty();
        }
        for (Symbol place : places) {
            List<Expression> with = integrand.functions().stream()
                    .filter(f -> Expansion.contains(f, place::equals))
                    .toList();
            boolean alone = with.size() == 1
                    && places.stream()
                            .filter(p -> !p.equals(place))
                            .noneMatch(p -> Expansion.contains(with.get(0), p::equals));
            if (alone && with.get(0) instanceof Apply a && hasForm(a, place)) {
                return Optional.of(new ConditionalFactor(place, a));
            }
        }
        return Optional.empty();
    }

    private static boolean hasForm(Apply a, Symbol place) {
        return WITH_FORM.contains(a.function())
                && affine(a.arguments().get(0), place).isPresent();
    }

    /** The constant and the slope of an affine function of a place. */
    private static Optional<List<Expression>> affine(Expression e, Symbol place) {
        List<Expression> constant = new ArrayList<>();
        List<Expression> slope = new ArrayList<>();
        for (Expansion.Monomial m : Expansion.of(e, place::equals)) {
            boolean linear = m.factors().equals(List.of(place));
            if (!m.sums().isEmpty() || (!linear && !m.factors().isEmpty())) {
                return Optional.empty();
            }
            (linear ? slope : constant).add(m.coefficient());
        }
        return Optional.of(List.of(Plus.of(constant), Plus.of(slope)));
    }

    /** Its mean given the other fields. */
    Expression mean(Expression conditionalMean, Expression conditionalVariance) {
        List<Expression> form = affine(function.arguments().get(0), place).orElseThrow();
        Expression m = form.get(0).plus(form.get(1).times(conditionalMean));
        Expression variance = Power.of(form.get(1), 2).times(conditionalVariance);
        return switch (function.function()) {
            case SIGN -> sign(m, variance);
            case UNIT_STEP -> Rational.HALF.times(Rational.ONE.plus(sign(m, variance)));
            case ABS -> size(m, variance);
            case RAMP -> Rational.HALF.times(m.plus(size(m, variance)));
            case ERF -> Apply.of(Function.ERF, m.over(Power.sqrt(Rational.ONE.plus(TWO.times(variance)))));
            default -> throw new IllegalStateException("no conditional mean of " + function.function());
        };
    }

    /** Written with the sign of m: where little is left of the variance it is steep at the zero of m, and integrals are split there. */
    private static Expression sign(Expression m, Expression variance) {
        Expression width = Power.sqrt(TWO.times(variance.plus(NOTHING)));
        return Apply.of(Function.SIGN, m)
                .times(Apply.of(Function.ERF, Apply.of(Function.ABS, m).over(width)));
    }

    private static Expression size(Expression m, Expression variance) {
        Expression some = variance.plus(NOTHING);
        Expression bell = Apply.of(Function.EXP, Power.of(m, 2).negate().over(TWO.times(some)));
        return Power.sqrt(TWO.times(some).over(Constant.PI)).times(bell).plus(m.times(sign(m, variance)));
    }
}
