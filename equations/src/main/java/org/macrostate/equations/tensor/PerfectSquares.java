package org.macrostate.equations.tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sums that are squares of two roots, {@code a + b - 2 Sqrt[a] Sqrt[b] = (Sqrt[a] - Sqrt[b])^2}, written as these. */
public final class PerfectSquares {
    /** In longer sums nothing is looked for. */
    private static final int MOST_TERMS = 12;

    private PerfectSquares() {}

    /** With every sum that is one square, times a factor, as that. Sums over indices keep their letters. */
    public static Expression in(Expression e) {
        if (e instanceof Symbol || e.children().isEmpty()) {
            return e;
        }
        Expression inner =
                e instanceof IndexBinder b ? b.shown(b.index(), in(b.body())) : Rebuilt.of(e, PerfectSquares::in);
        return inner instanceof Plus p && p.terms().size() <= MOST_TERMS
                ? square(p).orElse(inner)
                : inner;
    }

    private static Optional<Expression> square(Plus sum) {
        for (Expression mixed : sum.terms()) {
            List<Expression> factors = new ArrayList<>(Times.factorsOf(mixed));
            List<Expression> roots =
                    factors.stream().filter(PerfectSquares::isRoot).toList();
            if (roots.size() != 2) {
                continue;
            }
            factors.removeAll(roots);
            Expression half = Times.of(factors).times(Rational.HALF);
            boolean minus = Times.number(half).signum() < 0;
            Expression scale = minus ? half.negate() : half;
            Expression squares = ((Power) roots.get(0)).base().plus(((Power) roots.get(1)).base());
            Expression rest = sum.minus(mixed);
            if (MultipliedOut.isZero(rest.minus(scale.times(squares)))) {
                Expression second = minus ? roots.get(1).negate() : roots.get(1);
                return Optional.of(scale.times(Power.of(roots.get(0).plus(second), 2)));
            }
        }
        return Optional.empty();
    }

    private static boolean isRoot(Expression e) {
        return e instanceof Power p && p.exponent().equals(Rational.HALF);
    }
}
