package org.macrostate.equations.gaussian;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.tensor.Expansion;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.IndexSum;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Plus;
import org.macrostate.equations.tensor.Position;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Substitution;
import org.macrostate.equations.tensor.Symbol;
import org.macrostate.equations.tensor.Times;

/**
 * E[...] of an indexed expression over a fresh sample: expands into monomials, averages factors that are not normal by
 * their moments (or, inside functions, value by value), and asks the rules for the rest, first come first served.
 */
public final class Expectation {
    private static final String OTHER_FACTORS =
            "moments of independent factors, by cumulants (P. McCullagh, Tensor Methods in Statistics, 1987)";

    private final Covariance covariance;
    private final NonGaussianFactors others;
    private final List<ExpectationRule> rules;
    private final MomentNames names;
    private final StepProducts steps;

    public Expectation(
            Covariance covariance, NonGaussianFactors others, List<ExpectationRule> rules, MomentNames names) {
        this.covariance = covariance;
        this.others = others;
        this.rules = List.copyOf(rules);
        this.names = names;
        this.steps = new StepProducts(covariance, others::isFactor);
    }

    /**
     * The expectation, with what contains no random variable kept in one piece.
     *
     * @throws BadInput if no rule applies to a term
     */
    public Expression of(Expression expression) {
        List<Expression> terms = new ArrayList<>();
        Expression split = new KinkedProducts(covariance::isVariable, others::isFactor).in(expression);
        for (Expansion.Monomial expanded : Expansion.of(split, this::isRandom)) {
            Optional<Expression> reduced = steps.reduced(expanded.factors());
            if (reduced.isPresent()) {
                terms.add(IndexSum.of(expanded.sums(), expanded.coefficient().times(of(reduced.get()))));
                continue;
            }
            Expansion.Monomial monomial = exchanged(expanded);
            terms.add(IndexSum.of(monomial.sums(), monomial.coefficient().times(product(monomial.factors()))));
        }
        return Plus.of(terms);
    }

    /** Of exchangeable samples the first ones; polynomials have closed forms without it. */
    private Expansion.Monomial exchanged(Expansion.Monomial monomial) {
        if (monomial.factors().stream().allMatch(this::isRandom)) {
            return monomial;
        }
        Expression product = covariance.exchanged(monomial.factors());
        List<Expansion.Monomial> written = Expansion.of(product, this::isRandom);
        return written.size() == 1
                ? new Expansion.Monomial(
                        monomial.sums(),
                        monomial.coefficient().times(written.get(0).coefficient()),
                        written.get(0).factors())
                : monomial;
    }

    /**
     * The expectation of a product in which affine forms of the variables are not taken apart: {@code m + h} stays one field
     * with a mean, so that {@code E[(m + h) f(h)]} is one part and not two.
     *
     * @param factors without factors that are not normal
     */
    public Expression ofWhole(List<Expression> factors) {
        KinkedProducts kinked = new KinkedProducts(covariance::isVariable, others::isFactor);
        Expression coefficient = Rational.ONE;
        List<Expression> random = new ArrayList<>();
        for (Expression factor : factors) {
            if (AffineForm.of(factor, covariance).isPresent()) {
                random.add(factor);
                continue;
            }
            List<Expansion.Monomial> written = Expansion.of(kinked.in(factor), this::isRandom);
            if (written.size() != 1 || !written.get(0).sums().isEmpty()) {
                return of(Times.of(factors));
            }
            coefficient = coefficient.times(written.get(0).coefficient());
            random.addAll(written.get(0).factors());
        }
        Expression product = Times.of(random);
        boolean whole = steps.reduced(random).isEmpty()
                && covariance.exchanged(random).equals(product)
                && !random.stream().allMatch(covariance::isVariable);
        return whole ? coefficient.times(moment(random)) : of(Times.of(factors));
    }

    private boolean isRandom(Expression atom) {
        return covariance.isVariable(atom) || others.isFactor(atom);
    }

    private Expression product(List<Expression> factors) {
        List<Symbol> outer = new ArrayList<>();
        List<Expression> inner = new ArrayList<>();
        for (Expression factor : factors) {
            if (others.isFactor(factor)) {
                outer.add((Symbol) factor);
            } else if (Expansion.contains(factor, others::isFactor)) {
                return byValues(factorIn(factor), Times.of(factors));
            } else {
                inner.add(factor);
            }
        }
        Expression moment = others.moment(outer);
        if (!outer.isEmpty()) {
            names.noted(List.copyOf(outer), new Evaluation(moment, OTHER_FACTORS, false));
        }
        return moment.isZero() ? moment : moment.times(moment(inner));
    }

    /** Σ probability · E[product at that value], or with a function of a normal variable in place of the factor. */
    private Expression byValues(Symbol factor, Expression product) {
        if (Expansion.contains(product, e -> mayCoincide(e, factor))) {
            throw new BadInput("the expectation of " + covariance.told(Times.factorsOf(product))
                    + " has a copy of " + factor.name() + " inside of a function, and copies of any number beside it:"
                    + " number the copies, or leave them in polynomials");
        }
        Optional<Expression> ofNormal = others.ofNormal(factor);
        if (ofNormal.isPresent()) {
            return of(Substitution.atoms(atom -> atom.equals(factor) ? ofNormal.get() : atom)
                    .in(product));
        }
        List<Expression> terms = new ArrayList<>();
        for (NonGaussianFactors.Value value : others.values(factor)) {
            Substitution fixed = Substitution.atoms(atom -> atom.equals(factor) ? value.value() : atom);
            terms.add(value.probability().times(of(fixed.in(product))));
        }
        return Plus.of(terms);
    }

    /** Whether a factor is a copy of another one for some of its indices. */
    private static boolean mayCoincide(Expression e, Symbol factor) {
        return e instanceof Symbol s
                && s.kind() == factor.kind()
                && s.name().equals(factor.name())
                && !s.equals(factor)
                && !(isPlaced(s) && isPlaced(factor));
    }

    private static boolean isPlaced(Symbol factor) {
        return factor.indices().stream().allMatch(Position.class::isInstance);
    }

    private Symbol factorIn(Expression e) {
        if (others.isFactor(e)) {
            return (Symbol) e;
        }
        return factorIn(e.children().stream()
                .filter(child -> Expansion.contains(child, others::isFactor))
                .findFirst()
                .orElseThrow());
    }

    /** Moments of variables themselves stay in covariances; others are worth a name. */
    private Expression moment(List<Expression> factors) {
        boolean polynomial = factors.stream().allMatch(covariance::isVariable);
        if (polynomial) {
            return written(factors);
        }
        Tails.refuse(factors, covariance);
        List<Expression> apart =
                factors.stream().filter(f -> isIndependent(f, factors)).toList();
        if (apart.isEmpty()) {
            return names.named(factors, this::mean);
        }
        Expression factor = written(apart);
        List<Expression> rest = new ArrayList<>(factors);
        rest.removeAll(apart);
        return factor.isZero() ? factor : factor.times(moment(rest));
    }

    /** A random factor that no other variable of the product depends on. */
    private boolean isIndependent(Expression factor, List<Expression> factors) {
        return factor instanceof Symbol s
                && s.kind() == Kind.RANDOM
                && factors.stream()
                        .filter(f -> !f.equals(factor))
                        .flatMap(this::variables)
                        .distinct()
                        .allMatch(v -> covariance.of(factor, v).isZero());
    }

    private Stream<Expression> variables(Expression e) {
        return covariance.isVariable(e) ? Stream.of(e) : e.children().stream().flatMap(this::variables);
    }

    private Expression written(List<Expression> factors) {
        Evaluation evaluation = mean(factors);
        if (!factors.isEmpty()) {
            names.noted(factors, evaluation);
        }
        return evaluation.value();
    }

    private Evaluation mean(List<Expression> factors) {
        for (ExpectationRule rule : rules) {
            Optional<Expression> mean = rule.apply(factors, covariance);
            if (mean.isPresent()) {
                return new Evaluation(mean.get(), rule.citation(factors, covariance), rule.isNumerical());
            }
        }
        throw new BadInput("no rule gives the expectation of " + covariance.told(factors));
    }
}
