package org.macrostate.equations.tensor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.TimeLimit;

/**
 * Multiplies brackets out as far as chosen atoms are concerned: an expression becomes a list of monomials
 * {@code Σ_indices coefficient · factor · factor …}. What contains no chosen atom stays in one piece in the coefficient.
 */
public final class Expansion {
    private static final int LARGEST_POWER = 200;
    private static final int MOST_MONOMIALS = 20_000;

    private final Predicate<Expression> chosen;

    private Expansion(Predicate<Expression> chosen) {
        this.chosen = chosen;
    }

    /**
     * One term of an expansion.
     *
     * @param sums indices summed over, with names that occur nowhere else
     * @param coefficient free of chosen atoms
     * @param factors chosen atoms with repetition, or functions and odd powers of them
     */
    public record Monomial(List<Index> sums, Expression coefficient, List<Expression> factors) {
        Monomial times(Monomial other) {
            return new Monomial(
                    join(sums, other.sums), coefficient.times(other.coefficient), join(factors, other.factors));
        }

        private static <T> List<T> join(List<T> a, List<T> b) {
            List<T> all = new ArrayList<>(a);
            all.addAll(b);
            return List.copyOf(all);
        }
    }

    /** The monomials of {@code expression} in the atoms that {@code chosen} holds of. */
    public static List<Monomial> of(Expression expression, Predicate<Expression> chosen) {
        return new Expansion(chosen).expand(expression);
    }

    /** True if an atom that {@code chosen} holds of occurs in {@code expression}. */
    public static boolean contains(Expression expression, Predicate<Expression> chosen) {
        return chosen.test(expression) || expression.children().stream().anyMatch(child -> contains(child, chosen));
    }

    private List<Monomial> expand(Expression e) {
        if (!contains(e, chosen)) {
            return List.of(new Monomial(List.of(), e, List.of()));
        }
        if (e instanceof Plus p) {
            return p.terms().stream().flatMap(term -> expand(term).stream()).toList();
        }
        if (e instanceof Times t) {
            return product(t.factors());
        }
        if (e instanceof Power p && isSmallPower(p)) {
            int n = ((Rational) p.exponent()).value().getNumeratorAsInt();
            return product(java.util.Collections.nCopies(n, p.base()));
        }
        if (e instanceof IndexSum s) {
            return expandSum(s);
        }
        return List.of(new Monomial(List.of(), Rational.ONE, List.of(e)));
    }

    private static boolean isSmallPower(Power power) {
        return power.exponent() instanceof Rational n
                && n.value().getDenominator().equals(java.math.BigInteger.ONE)
                && n.value().signum() > 0
                && n.value().doubleValue() <= LARGEST_POWER;
    }

    private List<Monomial> expandSum(IndexSum sum) {
        Index fresh = Fresh.index(sum.index().extent());
        Expression body = Substitution.index(sum.index(), fresh).in(sum.body());
        return expand(body).stream()
                .map(m -> new Monomial(Monomial.join(List.of(fresh), m.sums()), m.coefficient(), m.factors()))
                .toList();
    }

    private List<Monomial> product(List<Expression> factors) {
        List<Monomial> result = List.of(new Monomial(List.of(), Rational.ONE, List.of()));
        for (Expression factor : factors) {
            List<Monomial> expanded = expand(factor);
            List<Monomial> next = new ArrayList<>();
            for (int i = 0; i < result.size(); i++) {
                TimeLimit.check();
                Monomial left = result.get(i);
                // Every product needs sum indices of its own.
                for (Monomial right : i == 0 ? expanded : expand(factor)) {
                    next.add(left.times(right));
                }
            }
            result = collected(next);
        }
        return result;
    }

    /** Like monomials without sums together, so that {@code (h + 1)^40} has 41 of them and not 2^40. */
    private static List<Monomial> collected(List<Monomial> monomials) {
        Map<List<Expression>, Monomial> plain = new LinkedHashMap<>();
        List<Monomial> result = new ArrayList<>();
        for (Monomial m : monomials) {
            if (m.sums().isEmpty()) {
                List<Expression> key = m.factors().stream().sorted().toList();
                plain.merge(
                        key,
                        m,
                        (a, b) -> new Monomial(List.of(), a.coefficient().plus(b.coefficient()), a.factors()));
            } else {
                result.add(m);
            }
        }
        result.addAll(0, plain.values());
        if (result.size() > MOST_MONOMIALS) {
            throw new BadInput("multiplied out, an expression has more than " + MOST_MONOMIALS + " terms");
        }
        return result;
    }
}
