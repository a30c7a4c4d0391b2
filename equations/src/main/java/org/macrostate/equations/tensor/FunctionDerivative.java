package org.macrostate.equations.tensor;

import java.util.Optional;

/** Derivatives of the elementary functions of one argument. */
final class FunctionDerivative {
    private static final Expression TWO = Expression.of(2);

    private FunctionDerivative() {}

    static Optional<Expression> of(Function function, Expression x) {
        return Optional.ofNullable(
                switch (function) {
                    case EXP -> Apply.of(Function.EXP, x);
                    case LOG -> Power.of(x, -1);
                    case SIN -> Apply.of(Function.COS, x);
                    case COS -> Apply.of(Function.SIN, x).negate();
                    case TAN -> Rational.ONE.plus(Power.of(Apply.of(Function.TAN, x), 2));
                    case ARC_SIN -> Power.of(Power.sqrt(oneMinusSquare(x)), -1);
                    case ARC_COS -> Power.of(Power.sqrt(oneMinusSquare(x)), -1).negate();
                    case ARC_TAN -> Power.of(Rational.ONE.plus(Power.of(x, 2)), -1);
                    case SINH -> Apply.of(Function.COSH, x);
                    case COSH -> Apply.of(Function.SINH, x);
                    case TANH -> Power.of(Apply.of(Function.COSH, x), -2);
                    case ERF ->
                        Times.of(
                                TWO,
                                Power.of(Power.sqrt(Constant.PI), -1),
                                Apply.of(Function.EXP, Power.of(x, 2).negate()));
                    case ABS -> Apply.of(Function.SIGN, x);
                    case RAMP -> Apply.of(Function.UNIT_STEP, x);
                    case SIGN, UNIT_STEP, FLOOR -> Rational.ZERO;
                    case MIN, MAX, MOD, LESS, LESS_EQUAL, EQUAL, AND, OR, NOT, IF, VARIANCE_INVERSE -> null;
                    case VARIANCE_ROOT, VARIANCE_INVERSE_ROOT, DENSITY_AT_ZERO, SIGN_MEAN, MEAN_OF_SIGNS -> null;
                    case GAUSSIAN_MEAN, BEST_PAIRING, PAIRED_SUM, NUCLEAR_NORM, POLAR_SUM, STOP_GRADIENT -> null;
                    case MEAN -> null;
                });
    }

    private static Expression oneMinusSquare(Expression x) {
        return Rational.ONE.minus(Power.of(x, 2));
    }
}
