package org.macrostate.equations.derive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.macrostate.equations.gaussian.Covariance;
import org.macrostate.equations.gaussian.Expectation;
import org.macrostate.equations.gaussian.NonGaussianFactors;
import org.macrostate.equations.tensor.Expansion;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Field;
import org.macrostate.equations.tensor.IndexSum;
import org.macrostate.equations.tensor.Plus;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Substitution;
import org.macrostate.equations.tensor.Symbol;
import org.macrostate.equations.tensor.Times;

/**
 * Means of functions of fields whose own means take finitely many values, as in a mixture of clusters: value by value, and
 * before anything is multiplied out. Given the values each field is a normal variable with a mean, and
 * {@code E[h_l f(h_k)]} one function of such variables.
 *
 * @param centred puts for a field its mean and a centred variable
 */
record MeansByValue(
        FieldCovariance fields,
        NonNormalFactors discrete,
        Covariance covariance,
        Expectation expectation,
        Substitution centred) {
    /** More combinations of values would make equations longer than those of moments. */
    private static final int MOST_COMBINATIONS = 16;

    /** The mean of some of the terms of an expression, and the others, whose mean is to be taken otherwise. */
    record Split(Expression mean, Expression rest) {}

    private record Combination(Expression probability, Map<Symbol, Expression> values) {
        Expression in(Expression e) {
            return Substitution.atoms(atom -> atom instanceof Symbol s && values.containsKey(s) ? values.get(s) : atom)
                    .in(e);
        }
    }

    /** @param e in fields as they are, with their means */
    Split of(Expression e) {
        List<Expression> means = new ArrayList<>();
        List<Expression> rest = new ArrayList<>();
        for (Expansion.Monomial m : Expansion.of(e, this::isAtom)) {
            Optional<Expression> mean = mean(m.factors());
            (mean.isPresent() ? means : rest)
                    .add(IndexSum.of(m.sums(), m.coefficient().times(mean.orElseGet(() -> Times.of(m.factors())))));
        }
        return means.isEmpty() ? new Split(Plus.of(means), e) : new Split(Plus.of(means), Plus.of(rest));
    }

    private boolean isAtom(Expression e) {
        return e instanceof Field || covariance.isVariable(e) || discrete.isFactor(e);
    }

    /** Empty unless a function among the factors depends on factors with values, and everything is known given these. */
    private Optional<Expression> mean(List<Expression> factors) {
        Set<Symbol> inside = new LinkedHashSet<>();
        for (Expression factor : factors) {
            if (Expansion.contains(factor, f -> f instanceof Field field && fields.hasRandomNoise(field))) {
                return Optional.empty();
            }
            if (!isAtom(factor)) {
                collect(centred.in(factor), inside);
            }
        }
        List<Expression> written = factors.stream().map(centred::in).toList();
        Optional<List<Combination>> combinations = inside.isEmpty() ? Optional.empty() : combinations(inside);
        if (combinations.isEmpty()
                || combinations.get().stream().anyMatch(c -> written.stream()
                        .anyMatch(f -> Expansion.contains(c.in(f), discrete::isFactor)))) {
            return Optional.empty();
        }
        List<Expression> terms = new ArrayList<>();
        for (Combination c : combinations.get()) {
            terms.add(c.probability()
                    .times(expectation.ofWhole(written.stream().map(c::in).toList())));
        }
        return Optional.of(Plus.of(terms));
    }

    private void collect(Expression e, Set<Symbol> factors) {
        if (discrete.isFactor(e)) {
            factors.add((Symbol) e);
        }
        e.children().forEach(child -> collect(child, factors));
    }

    /** Empty where a factor has copies or a density, or marks a class. */
    private Optional<List<Combination>> combinations(Set<Symbol> factors) {
        List<Combination> combinations = List.of(new Combination(Rational.ONE, Map.of()));
        for (Symbol factor : factors) {
            if (!factor.indices().isEmpty() || discrete.ofNormal(factor).isPresent() || !discrete.hasValues(factor)) {
                return Optional.empty();
            }
            List<Combination> more = new ArrayList<>();
            for (Combination known : combinations) {
                for (NonGaussianFactors.Value value : discrete.values(factor)) {
                    Map<Symbol, Expression> values = new HashMap<>(known.values());
                    values.put(factor, value.value());
                    more.add(new Combination(known.probability().times(value.probability()), values));
                }
            }
            combinations = more;
        }
        return combinations.size() > MOST_COMBINATIONS ? Optional.empty() : Optional.of(combinations);
    }
}
