package org.macrostate.equations.symbolic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.LeafCount;
import org.macrostate.equations.tensor.NumericValue;
import org.macrostate.equations.tensor.Plus;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Substitution;
import org.macrostate.equations.tensor.Symbol;
import org.macrostate.equations.tensor.Times;

/**
 * A closed form as a person would write it: of several ways to write it (factored, collected, in partial fractions, with
 * a sum that keeps occurring kept in one piece) the one with the fewest symbols. A way of writing it that does not have
 * the same values at random points is never chosen.
 */
public final class ShortestForm {
    private static final int DEEPEST = 3;
    private static final int MOST_TERMS = 60;

    /** Longer ones stay long whatever is tried, and trying takes seconds. */
    private static final int MOST_TERMS_REWRITTEN = 20;

    private static final int POINTS = 4;

    /** Polynomials that are tried to be written in a shorter way, for one form. */
    private static final int MOST_COLLECTED = 150;

    private final FunctionField field;
    private final Map<Polynomial, Expression> collected = new HashMap<>();
    private int names;

    private ShortestForm(FunctionField field) {
        this.field = field;
    }

    /** The shortest way found to write {@code f}. */
    public static Expression of(RationalFunction f) {
        return f.field().written(f, ShortestForm::write);
    }

    private static Expression write(RationalFunction f) {
        // A field of its own: the sums kept in one piece are generators that nobody else should see.
        FunctionField field = f.field().sibling();
        Expression best = new ShortestForm(field).best(field.of(f.toExpression()), DEEPEST);
        List<Expression> candidates = new ArrayList<>();
        candidates.add(withRadicandsRewritten(best, f.field()));
        underOneRoot(f).ifPresent(root -> {
            candidates.add(root);
            candidates.add(root.negate());
        });
        return shortest(candidates, f);
    }

    /** The root of the square, up to a sign, where the square needs no roots. */
    private static Optional<Expression> underOneRoot(RationalFunction f) {
        List<Expression> roots = f.field().roots();
        if (f.numerator().generators().stream().noneMatch(roots::contains)) {
            return Optional.empty();
        }
        RationalFunction square = f.power(2);
        return square.numerator().generators().stream().anyMatch(roots::contains)
                ? Optional.empty()
                : Optional.of(Power.sqrt(of(square)));
    }

    private static Expression shortest(List<Expression> candidates, RationalFunction f) {
        return candidates.stream()
                .filter(candidate -> agree(candidate, f))
                .min(Comparator.comparingInt(LeafCount::of))
                .orElseGet(f::toExpression);
    }

    /** The shortest way found to write a polynomial. */
    public static Expression of(Polynomial polynomial) {
        return of(RationalFunction.of(polynomial));
    }

    private Expression best(RationalFunction f, int depth) {
        List<Expression> candidates = new ArrayList<>();
        if (f.denominator().size() == 1 && f.numerator().size() <= MOST_TERMS) {
            candidates.add(termByTerm(f));
        }
        candidates.add(quotient(f));
        candidates.add(f.toExpression());
        int terms = f.numerator().size() + f.denominator().size();
        if (depth > 0 && terms > 2 && terms <= MOST_TERMS_REWRITTEN) {
            inFractions(f, depth, candidates);
            inSums(f, depth, candidates);
        }
        return shortest(candidates, f);
    }

    /** {@code 1 + tau/2} rather than {@code (2 + tau)/2} where both are as long. */
    private static Expression termByTerm(RationalFunction f) {
        Expression below = f.denominator().toExpression();
        Expression above = f.numerator().toExpression();
        List<Expression> terms = above instanceof Plus p ? p.terms() : List.of(above);
        return Plus.of(terms.stream().map(term -> term.over(below)).toList());
    }

    private Expression quotient(RationalFunction f) {
        return product(f.numerator()).over(product(f.denominator()));
    }

    private Expression product(Polynomial polynomial) {
        Polynomial.Factorization factorization = polynomial.factored();
        java.math.BigInteger unit = factorization.unit();
        List<Expression> factors = new ArrayList<>();
        for (Polynomial.Factor factor : factorization.factors()) {
            Polynomial base = factor.base();
            // A minus in front goes into a bracket that has one already: b - a, not -(a - b).
            boolean takesMinus = unit.signum() < 0 && factor.exponent() % 2 == 1 && hasMinus(base);
            unit = takesMinus ? unit.negate() : unit;
            factors.add(Power.of(collected(takesMinus ? base.negate() : base), factor.exponent()));
        }
        factors.add(0, new org.macrostate.equations.tensor.Rational(new org.hipparchus.fraction.BigFraction(unit)));
        return Times.of(factors);
    }

    private static boolean hasMinus(Polynomial polynomial) {
        return polynomial.terms().stream().anyMatch(term -> term.coefficient().signum() < 0);
    }

    /** Expanded, or as a polynomial in one generator with factored coefficients. */
    private Expression collected(Polynomial polynomial) {
        Expression known = collected.get(polynomial);
        if (known != null) {
            return known;
        }
        if (collected.size() >= MOST_COLLECTED) {
            return polynomial.toExpression();
        }
        Expression form = tried(polynomial);
        collected.put(polynomial, form);
        return form;
    }

    private Expression tried(Polynomial polynomial) {
        Expression best = polynomial.toExpression();
        if (polynomial.size() < 4 || polynomial.size() > MOST_TERMS) {
            return best;
        }
        for (Expression generator : polynomial.generators()) {
            List<Expression> terms = new ArrayList<>();
            List<Polynomial> coefficients = polynomial.coefficients(generator);
            for (int i = 0; i < coefficients.size(); i++) {
                if (!coefficients.get(i).isZero()) {
                    terms.add(product(coefficients.get(i)).times(Power.of(generator, i)));
                }
            }
            Expression candidate = Plus.of(terms);
            best = LeafCount.of(candidate) < LeafCount.of(best) ? candidate : best;
        }
        return best;
    }

    private void inFractions(RationalFunction f, int depth, List<Expression> candidates) {
        for (Expression generator : f.denominator().generators()) {
            Optional<List<RationalFunction>> parts = PartialFractions.of(f, generator);
            if (parts.isPresent()
                    && parts.get().stream().filter(p -> !p.isZero()).count() > 1) {
                candidates.add(Plus.of(
                        parts.get().stream().map(part -> best(part, depth - 1)).toList()));
            }
        }
    }

    /** With a sum that is a factor somewhere, such as {@code rho + eta}, treated as one symbol. */
    private void inSums(RationalFunction f, int depth, List<Expression> candidates) {
        for (Polynomial sum : sums(f)) {
            Expression generator = sum.generators().get(0);
            names++;
            Symbol name = new Symbol(Kind.PARAMETER, FunctionField.INTERNAL + names, List.of());
            List<Polynomial> c = sum.coefficients(generator);
            RationalFunction place = RationalFunction.of(field.generatorOf(name).minus(c.get(0)), c.get(1));
            RationalFunction written = PartialFractions.value(f.numerator(), generator, place)
                    .over(PartialFractions.value(f.denominator(), generator, place));
            if (size(written) < size(f)) {
                Expression inner = best(written, depth - 1);
                Expression meaning = sum.toExpression();
                candidates.add(Substitution.atoms(atom -> atom.equals(name) ? meaning : atom)
                        .in(inner));
            }
        }
    }

    private static int size(RationalFunction f) {
        return f.numerator().size() + f.denominator().size();
    }

    private static Set<Polynomial> sums(RationalFunction f) {
        Set<Polynomial> sums = new LinkedHashSet<>();
        for (Polynomial polynomial : List.of(f.denominator(), f.numerator())) {
            collectSums(polynomial, sums);
            for (Expression generator : polynomial.generators()) {
                polynomial.coefficients(generator).forEach(c -> collectSums(c, sums));
            }
        }
        return sums;
    }

    private static void collectSums(Polynomial polynomial, Set<Polynomial> sums) {
        for (Polynomial.Factor factor : polynomial.factored().factors()) {
            Polynomial base = factor.base();
            boolean isSum = base.size() > 1 && base.size() <= 3;
            if (isSum && base.generators().stream().allMatch(g -> base.degree(g) == 1 && isNumber(base, g))) {
                sums.add(base);
            }
        }
    }

    private static boolean isNumber(Polynomial sum, Expression generator) {
        return sum.coefficients(generator).get(1).isConstant();
    }

    private static Expression withRadicandsRewritten(Expression e, FunctionField field) {
        if (e instanceof Plus p) {
            return Plus.of(p.terms().stream()
                    .map(t -> withRadicandsRewritten(t, field))
                    .toList());
        }
        if (e instanceof Times t) {
            return Times.of(t.factors().stream()
                    .map(f -> withRadicandsRewritten(f, field))
                    .toList());
        }
        if (e instanceof Power p && p.exponent() instanceof org.macrostate.equations.tensor.Rational n) {
            boolean whole = n.value().getDenominator().equals(java.math.BigInteger.ONE);
            Expression base = whole ? withRadicandsRewritten(p.base(), field) : of(field.of(p.base()));
            return Power.of(base, p.exponent());
        }
        return e;
    }

    private static boolean agree(Expression candidate, RationalFunction f) {
        Random random = new Random(20231);
        for (int i = 0; i < POINTS; i++) {
            Map<Symbol, Double> point = new HashMap<>();
            Symbols.of(candidate).forEach(s -> point.put(s, 0.0));
            Symbols.of(f.toExpression()).forEach(s -> point.put(s, 0.0));
            point.replaceAll((symbol, zero) -> 0.2 + 2 * random.nextDouble());
            double expected = f.at(point);
            double found = NumericValue.of(candidate, point);
            if (Double.isNaN(expected) != Double.isNaN(found)
                    || Math.abs(found - expected) > 1e-8 * (1 + Math.abs(expected))) {
                return false;
            }
        }
        return true;
    }
}
