package org.macrostate.equations.derive;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.gaussian.NonGaussianFactors;
import org.macrostate.equations.model.Declaration;
import org.macrostate.equations.model.Law;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.tensor.Delta;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.ExpressionText;
import org.macrostate.equations.tensor.IndexTerm;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Plus;
import org.macrostate.equations.tensor.Position;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Symbol;
import org.macrostate.equations.tensor.Times;

/**
 * Factors with finitely many values, and such with a density that is not normal. Copies are independent, so that a moment is a sum over partitions of the factors into
 * blocks of one copy each, {@code E[c_a c_b …] = Σ_π Π_B κ_|B| δ_B} with the cumulants κ (T. N. Thiele, 1889; P.
 * McCullagh, Tensor Methods in Statistics, 1987).
 */
final class NonNormalFactors implements NonGaussianFactors {
    /** The number of partitions of ten factors is 115975. */
    private static final int HIGHEST_MOMENT = 10;

    private final Map<String, Law> laws = new HashMap<>();
    private final DensityFactors densities;

    NonNormalFactors(LearningProblem problem) {
        for (Declaration.Random random : problem.randoms()) {
            if (!(random.law() instanceof Law.Normal)) {
                laws.put(random.name(), random.law());
            }
        }
        densities = new DensityFactors(problem);
    }

    @Override
    public boolean isFactor(Expression atom) {
        return atom instanceof Symbol s && s.kind() == Kind.RANDOM && laws.containsKey(s.name());
    }

    @Override
    public Expression moment(List<Symbol> factors) {
        Map<String, List<List<IndexTerm>>> byName = new LinkedHashMap<>();
        factors.forEach(
                f -> byName.computeIfAbsent(f.name(), n -> new ArrayList<>()).add(f.indices()));
        List<Expression> moments = new ArrayList<>();
        byName.forEach((name, places) -> moments.add(moment(law(name), name, places)));
        return Times.of(moments);
    }

    @Override
    public List<Value> values(Symbol factor) {
        if (!factor.indices().stream().allMatch(Position.class::isInstance)) {
            throw new BadInput(
                    "the factor " + factor.name() + " is not normal and has copies: inside of functions they stand"
                            + " only numbered, as in " + factor.name() + "[1]");
        }
        if (!(law(factor.name()) instanceof Law.Discrete law)) {
            throw new BadInput("the factor " + ExpressionText.of(factor)
                    + " follows Student's law, which has no short form in a normal variable: it may stand only in"
                    + " polynomials, not inside of functions");
        }
        List<Value> values = new ArrayList<>();
        for (int i = 0; i < law.values().size(); i++) {
            values.add(
                    new Value(number(law.values().get(i)), law.probabilities().get(i)));
        }
        return values;
    }

    @Override
    public Optional<Expression> ofNormal(Symbol factor) {
        return densities.ofNormal(factor);
    }

    /** The law of a factor that marks a class; empty of another. */
    Optional<Law.Classes> classes(Symbol factor) {
        return law(factor.name()) instanceof Law.Classes classes ? Optional.of(classes) : Optional.empty();
    }

    /** Whether a factor has finitely many values. */
    boolean hasValues(Symbol factor) {
        return law(factor.name()) instanceof Law.Discrete;
    }

    private Law law(String name) {
        return Optional.ofNullable(laws.get(name)).orElseThrow();
    }

    private static Expression moment(Law law, String name, List<List<IndexTerm>> places) {
        if (law instanceof Law.Classes classes) {
            Expression same = Rational.ONE;
            for (List<IndexTerm> place : places.subList(1, places.size())) {
                same = same.times(Delta.of(places.get(0), place));
            }
            return same.times(classes.probabilityAt(places.get(0).get(0)));
        }
        if (places.get(0).isEmpty()) {
            return moment(law, places.size());
        }
        if (places.size() > HIGHEST_MOMENT) {
            throw new BadInput("the expectation of a product of " + places.size() + " copies of " + name
                    + " is too much: at most " + HIGHEST_MOMENT);
        }
        return partitions(law, places);
    }

    /** The first factor's block is any subset of the others; the rest is partitioned likewise. */
    private static Expression partitions(Law law, List<List<IndexTerm>> places) {
        if (places.isEmpty()) {
            return Rational.ONE;
        }
        List<IndexTerm> first = places.get(0);
        List<Expression> terms = new ArrayList<>();
        for (int subset = 0; subset < 1 << (places.size() - 1); subset++) {
            Expression block = cumulant(law, Integer.bitCount(subset) + 1);
            List<List<IndexTerm>> rest = new ArrayList<>();
            for (int i = 1; i < places.size(); i++) {
                if ((subset >> (i - 1) & 1) == 1) {
                    block = block.times(Delta.of(first, places.get(i)));
                } else {
                    rest.add(places.get(i));
                }
            }
            if (!block.isZero()) {
                terms.add(block.times(partitions(law, rest)));
            }
        }
        return Plus.of(terms);
    }

    /** {@code κ_n = μ_n − Σ_{k=1}^{n−1} (n−1 choose k−1) κ_k μ_{n−k}}. */
    private static Expression cumulant(Law law, int n) {
        Expression cumulant = moment(law, n);
        BigFraction binomial = BigFraction.ONE;
        for (int k = 1; k < n; k++) {
            cumulant = cumulant.minus(Times.of(new Rational(binomial), cumulant(law, k), moment(law, n - k)));
            binomial = binomial.multiply(n - k).divide(k);
        }
        return cumulant;
    }

    private static Expression moment(Law any, int n) {
        if (any instanceof Law.Continuous continuous) {
            return new Rational(continuous.moment(n));
        }
        if (!(any instanceof Law.Discrete law)) {
            throw new IllegalStateException("moments of normal factors are those of Gaussian variables");
        }
        List<Expression> terms = new ArrayList<>();
        for (int i = 0; i < law.values().size(); i++) {
            BigFraction power = exact(law.values().get(i)).pow(n);
            terms.add(new Rational(power).times(law.probabilities().get(i)));
        }
        return Plus.of(terms);
    }

    private static Expression number(double value) {
        return new Rational(exact(value));
    }

    /** The decimal number the user wrote. */
    private static BigFraction exact(double value) {
        BigDecimal decimal = BigDecimal.valueOf(value);
        return decimal.scale() > 0
                ? new BigFraction(decimal.unscaledValue(), java.math.BigInteger.TEN.pow(decimal.scale()))
                : new BigFraction(decimal.toBigIntegerExact());
    }
}
