package org.macrostate.equations.derive;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.macrostate.equations.model.Declaration;
import org.macrostate.equations.model.Law;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Function;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Rebuilt;
import org.macrostate.equations.tensor.Symbol;
import org.macrostate.equations.tensor.Times;

/**
 * Random factors with a density that is not normal as functions of normal variables, by the inverse of their distribution
 * function; copies of a factor are functions of copies of the variable.
 */
final class DensityFactors {
    private static final Expression TWO = Expression.of(2);

    private final Map<String, Law.Continuous> laws = new LinkedHashMap<>();
    private final Map<String, String> variables = new LinkedHashMap<>();

    DensityFactors(LearningProblem problem) {
        Set<String> taken =
                problem.randoms().stream().map(Declaration.Random::name).collect(Collectors.toSet());
        for (Declaration.Random random : problem.randoms()) {
            if (random.law() instanceof Law.Continuous law) {
                String name = "z_" + random.name();
                while (taken.contains(name)) {
                    name += "_";
                }
                laws.put(random.name(), law);
                variables.put(name, random.name());
            }
        }
    }

    /** Empty of Student's law, whose inverse is no short form. */
    Optional<Expression> ofNormal(Symbol factor) {
        return variables.entrySet().stream()
                .filter(entry -> entry.getValue().equals(factor.name()))
                .findFirst()
                .flatMap(entry -> inverse(factor.name(), new Symbol(Kind.RANDOM, entry.getKey(), factor.indices())));
    }

    private Optional<Expression> inverse(String factor, Symbol z) {
        Law.Continuous law = Optional.ofNullable(laws.get(factor)).orElseThrow();
        return switch (law.density()) {
            case NORMAL -> Optional.of(z);
            case EXPONENTIAL -> Optional.of(Apply.of(Function.LOG, TWO).minus(logErfc(scaled(z))));
            case LAPLACE -> Optional.of(sign(z).times(logErfc(size(z))).negate());
            case UNIFORM ->
                Optional.of(Rational.ONE.plus(Apply.of(Function.ERF, scaled(z))).times(Rational.HALF));
            case STUDENT -> Optional.empty();
        };
    }

    /** With the factors' own names, as far as they stand in one piece. */
    Expression told(Expression e) {
        if (e instanceof Symbol s && s.kind() == Kind.RANDOM && isNormal(s.name())) {
            return new Symbol(
                    Kind.RANDOM, Optional.ofNullable(variables.get(s.name())).orElseThrow(), s.indices());
        }
        if (e instanceof Symbol || e.children().isEmpty()) {
            return e;
        }
        for (Map.Entry<String, String> entry : variables.entrySet()) {
            Optional<Symbol> z = variable(e, entry.getKey());
            if (z.isPresent()) {
                Symbol factor =
                        new Symbol(Kind.RANDOM, entry.getValue(), z.get().indices());
                Optional<Expression> inverse = inverse(entry.getValue(), z.get());
                if (inverse.isPresent() && e.equals(inverse.get())) {
                    return factor;
                }
                if (Optional.ofNullable(laws.get(entry.getValue()))
                                        .orElseThrow()
                                        .density()
                                == Law.Density.LAPLACE
                        && (e instanceof Times || e instanceof Apply)
                        && Times.factorsOf(e).stream().anyMatch(f -> base(f).equals(logErfc(size(z.get()))))) {
                    return product(e, z.get(), factor);
                }
            }
        }
        return Rebuilt.of(e, this::told);
    }

    /** Whether a variable is of a factor that is normal itself. */
    private boolean isNormal(String variable) {
        return Optional.ofNullable(variables.get(variable))
                .flatMap(factor -> Optional.ofNullable(laws.get(factor)))
                .filter(law -> law.density() == Law.Density.NORMAL)
                .isPresent();
    }

    /** {@code Log[Erfc[|z|/√2]]^n = (−sign(z) e)^n}. */
    private Expression product(Expression e, Symbol z, Symbol factor) {
        Expression product = Rational.ONE;
        int signs = 0;
        for (Expression f : Times.factorsOf(e)) {
            int n = f instanceof Power p && p.exponent() instanceof Rational r
                    ? r.value().getNumeratorAsInt()
                    : 1;
            if (base(f).equals(logErfc(size(z)))) {
                product = product.times(Power.of(factor.negate(), n));
                signs += n;
            } else if (base(f).equals(sign(z))) {
                signs += n;
            } else {
                product = product.times(told(f));
            }
        }
        return signs % 2 == 0 ? product : product.times(sign(z));
    }

    private static Expression base(Expression factor) {
        return factor instanceof Power p ? p.base() : factor;
    }

    private static Optional<Symbol> variable(Expression e, String name) {
        if (e instanceof Symbol s) {
            return s.kind() == Kind.RANDOM && s.name().equals(name) ? Optional.of(s) : Optional.empty();
        }
        return e.children().stream()
                .flatMap(child -> variable(child, name).stream())
                .findFirst();
    }

    private static Expression sign(Symbol z) {
        return Apply.of(Function.SIGN, z);
    }

    private static Expression scaled(Symbol z) {
        return z.over(Power.sqrt(TWO));
    }

    private static Expression size(Symbol z) {
        return Apply.of(Function.ABS, z).over(Power.sqrt(TWO));
    }

    private static Expression logErfc(Expression x) {
        return Apply.of(Function.LOG, Rational.ONE.minus(Apply.of(Function.ERF, x)));
    }
}
