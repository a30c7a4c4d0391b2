package org.macrostate.equations.gaussian;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Expansion;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Function;
import org.macrostate.equations.tensor.IndexSum;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Substitution;
import org.macrostate.equations.tensor.Symbol;
import org.macrostate.equations.tensor.Times;

/**
 * A normal density is positive everywhere: an integrand that grows too fast where a denominator vanishes has no
 * expectation. {@code 1/(h² + y²)} has none in two dimensions, {@code h/(h² + y²)} and {@code 1/√|h|} have one (see {@link
 * Singularity}).
 */
final class Poles {
    private final Covariance covariance;
    private final List<Expression> factors;
    private boolean seen;

    /** @param factors whose expectation is asked for */
    Poles(List<Expression> factors, Covariance covariance) {
        this.covariance = covariance;
        this.factors = List.copyOf(factors);
    }

    /**
     * Looks at a function of fields, one of the factors.
     *
     * @throws BadInput if it has a tangent of fields, or the product of the factors has no mean
     */
    void refuse(Expression e) {
        refuseTangents(e);
        if (!seen) {
            seen = true;
            refuseProduct();
        }
    }

    private void refuseTangents(Expression e) {
        if (e instanceof Apply a && a.function() == Function.TAN && depends(a)) {
            throw diverges(told(a) + " is not integrable at its poles");
        }
        e.children().forEach(this::refuseTangents);
    }

    private void refuseProduct() {
        Set<Expression> denominators = new LinkedHashSet<>();
        factors.forEach(factor -> collect(factor, denominators));
        if (denominators.isEmpty()) {
            return;
        }
        Map<Expression, Symbol> named = new LinkedHashMap<>();
        Map<Symbol, Double> values = new HashMap<>();
        Random random = new Random(1);
        Substitution symbols = Substitution.atoms(atom -> numbered(atom, named, values, random));
        List<Expression> product = new ArrayList<>();
        factors.stream().filter(this::depends).forEach(factor -> product.add(symbols.in(factor)));
        List<Symbol> fields = named.entrySet().stream()
                .filter(entry -> covariance.isVariable(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        for (Expression denominator : denominators) {
            Optional<Singularity> singularity = isWritten(denominator)
                    ? measured(Times.of(product), symbols.in(denominator), fields, values)
                    : Optional.empty();
            singularity.filter(Singularity::diverges).ifPresent(s -> {
                throw diverges(why(denominator, s));
            });
        }
    }

    /** Empty also where the product has a sum over fields, or a function that has no numbers here: it is then not judged. */
    private static Optional<Singularity> measured(
            Expression product, Expression denominator, List<Symbol> fields, Map<Symbol, Double> values) {
        try {
            return Singularity.of(product, denominator, fields, values);
        } catch (IllegalArgumentException noNumber) {
            return Optional.empty();
        }
    }

    private String why(Expression denominator, Singularity singularity) {
        if (isLinear(denominator)) {
            return "1/(" + told(denominator) + ") is not integrable where its denominator vanishes";
        }
        int dimensions = singularity.codimension();
        boolean isMeasured = Double.isFinite(singularity.growth());
        String exponent = isMeasured
                ? String.valueOf(Math.round(10 * singularity.growth()) / 10.0)
                : String.valueOf(Singularity.MEASURED_GROWTH);
        return "at a distance r from the zeros of " + told(denominator) + " it grows "
                + (isMeasured ? "like" : "faster than") + " 1/r^"
                + exponent
                + ", which is not integrable in "
                + dimensions
                + (dimensions == 1 ? " dimension" : " dimensions");
    }

    /** Every field and every other symbol gets a name and, if it is no field, a positive value. */
    private Expression numbered(
            Expression atom, Map<Expression, Symbol> named, Map<Symbol, Double> values, Random random) {
        if (atom instanceof Rational || atom instanceof org.macrostate.equations.tensor.Constant) {
            return atom;
        }
        Symbol symbol = named.computeIfAbsent(atom, a -> new Symbol(Kind.PARAMETER, "#" + named.size(), List.of()));
        values.computeIfAbsent(symbol, s -> 0.5 + random.nextDouble());
        return symbol;
    }

    /** Bases of negative powers that fields may make zero. */
    private void collect(Expression e, Set<Expression> found) {
        if (e instanceof Power p
                && p.exponent() instanceof Rational n
                && n.value().signum() < 0
                && depends(p.base())) {
            bases(p.base(), found);
        }
        e.children().forEach(child -> collect(child, found));
    }

    private void bases(Expression base, Set<Expression> found) {
        if (base instanceof Times t) {
            t.factors().stream().filter(this::depends).forEach(factor -> bases(factor, found));
        } else if (base instanceof Power p && p.exponent() instanceof Rational) {
            bases(p.base(), found);
        } else if (base instanceof Apply a && a.function() == Function.ABS) {
            bases(a.arguments().get(0), found);
        } else if (!isNeverZero(base)) {
            found.add(base);
        }
    }

    private static boolean isNeverZero(Expression e) {
        return e instanceof Apply a && (a.function() == Function.EXP || a.function() == Function.COSH);
    }

    private static boolean isWritten(Expression e) {
        return !Expansion.contains(e, part -> part instanceof IndexSum);
    }

    private BadInput diverges(String why) {
        return new BadInput("the expectation of " + covariance.told(factors) + " diverges: " + why);
    }

    private String told(Expression e) {
        return covariance.told(List.of(e));
    }

    private boolean depends(Expression e) {
        return Expansion.contains(e, covariance::isVariable);
    }

    private boolean isLinear(Expression base) {
        return depends(base)
                && Expansion.of(base, covariance::isVariable).stream()
                        .allMatch(m ->
                                m.factors().size() <= 1 && m.factors().stream().allMatch(covariance::isVariable));
    }
}
