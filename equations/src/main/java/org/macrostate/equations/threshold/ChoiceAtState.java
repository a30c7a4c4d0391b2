package org.macrostate.equations.threshold;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.derive.StateVariable;
import org.macrostate.equations.symbolic.FunctionField;
import org.macrostate.equations.symbolic.Sign;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Constant;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Function;
import org.macrostate.equations.tensor.Guarded;
import org.macrostate.equations.tensor.Plus;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Symbol;
import org.macrostate.equations.tensor.Times;

/**
 * Functions that rates have because a variance might vanish, by what they are beside a state: {@code If[0 < v, a, b]} of a variance
 * v is a, at v = 0 as the limit from states that vectors can have; the mean of two signs is the arcsine law where both are
 * centred.
 */
final class ChoiceAtState {
    private static final int CENTRED_PAIR = 5;

    private final OrderParameterSystem system;
    private final FunctionField field;

    ChoiceAtState(OrderParameterSystem system, FunctionField field) {
        this.system = system;
        this.field = field;
    }

    /**
     * The simpler form; empty if there is none.
     *
     * @param sign of an expression at the state
     */
    Optional<Expression> in(Apply apply, java.util.function.Function<Expression, Sign> sign) {
        List<Expression> x = apply.arguments();
        if (apply.function() == Function.IF
                && x.get(0) instanceof Apply condition
                && condition.function() == Function.LESS) {
            Expression least = condition.arguments().get(0);
            Expression value = condition.arguments().get(1);
            Sign side = sign.apply(value.minus(least));
            boolean beyond = side == Sign.POSITIVE || least.isZero() && isVariance(value);
            return beyond ? Optional.of(x.get(1)) : side == Sign.NEGATIVE ? Optional.of(x.get(2)) : Optional.empty();
        }
        Predicate<Expression> vanishes = e -> sign.apply(e) == Sign.ZERO;
        if (Guarded.is(apply)) {
            return guarded(apply, vanishes);
        }
        // means, then the variances of both with their covariance between them
        if (apply.function() == Function.MEAN_OF_SIGNS
                && x.size() == CENTRED_PAIR
                && vanishes.test(x.get(0))
                && vanishes.test(x.get(1))) {
            Expression widths = Power.sqrt(x.get(2)).times(Power.sqrt(x.get(4)));
            return Optional.of(Expression.of(2)
                    .over(Constant.PI)
                    .times(Apply.of(Function.ARC_SIN, x.get(3).over(widths))));
        }
        return Optional.empty();
    }

    /** Without conditions, where the variances do not vanish. */
    private static Optional<Expression> guarded(Apply apply, Predicate<Expression> vanishes) {
        List<Expression> x = apply.arguments();
        List<Expression> variances = apply.function() == Function.SIGN_MEAN ? x.subList(1, 3) : x.subList(0, 1);
        if (variances.stream().anyMatch(vanishes)) {
            return Optional.empty();
        }
        Expression root = Power.sqrt(variances.get(0));
        Expression two = Expression.of(2);
        return switch (apply.function()) {
            case VARIANCE_INVERSE -> Optional.of(Power.of(variances.get(0), -1));
            case VARIANCE_ROOT -> Optional.of(root);
            case VARIANCE_INVERSE_ROOT -> Optional.of(Power.of(root, -1));
            case DENSITY_AT_ZERO -> Optional.of(Power.of(Power.sqrt(Times.of(two, Constant.PI, variances.get(0))), -1));
            case SIGN_MEAN ->
                Optional.of(two.over(Constant.PI)
                        .times(Apply.of(Function.ARC_SIN, x.get(0).over(root.times(Power.sqrt(variances.get(1)))))));
            default -> throw new IllegalStateException("no function of a variance: " + apply.function());
        };
    }

    /** Whether no term of it is ever negative. */
    private boolean isVariance(Expression e) {
        if (e instanceof Rational r) {
            return r.value().signum() >= 0;
        }
        if (e instanceof Constant) {
            return true;
        }
        if (e instanceof Plus sum) {
            return sum.terms().stream().allMatch(this::isVariance);
        }
        if (e instanceof Times product) {
            return product.factors().stream().allMatch(this::isVariance);
        }
        if (e instanceof Power power) {
            boolean even = power.exponent() instanceof Rational n
                    && n.value().getDenominatorAsInt() == 1
                    && n.value().getNumeratorAsInt() % 2 == 0;
            return even || isVariance(power.base());
        }
        return e instanceof Symbol symbol && isNonnegative(symbol);
    }

    private boolean isNonnegative(Symbol symbol) {
        return switch (symbol.kind()) {
            case PARAMETER, SCALAR -> field.of(symbol).sign().isNonnegative();
            case ORDER ->
                system.variable(symbol.name())
                        .filter(StateVariable::isOverlap)
                        .filter(variable -> variable.left().equals(variable.right()))
                        .filter(variable -> symbol.indices().size() < 2
                                || symbol.indices()
                                        .get(symbol.indices().size() - 1)
                                        .equals(symbol.indices()
                                                .get(symbol.indices().size() - 2)))
                        .isPresent();
            case PIECE, COMBINATION ->
                system.piece(symbol.name())
                        .filter(piece -> isVariance(piece.value()))
                        .isPresent();
            case SIZE, PLACE -> true;
            case TABLE, TIME, RANDOM, FIELD, SAMPLE, VECTOR -> false;
        };
    }
}
