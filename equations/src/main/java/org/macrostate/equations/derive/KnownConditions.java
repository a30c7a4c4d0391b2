package org.macrostate.equations.derive;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.macrostate.equations.model.Declaration;
import org.macrostate.equations.model.Domain;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Constant;
import org.macrostate.equations.tensor.Expansion;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Function;
import org.macrostate.equations.tensor.IndexBinder;
import org.macrostate.equations.tensor.IndexSum;
import org.macrostate.equations.tensor.LeafCount;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Rebuilt;
import org.macrostate.equations.tensor.Symbol;

/**
 * Choices, steps and sizes that domains decide: of a positive parameter or scalar {@code If[0 < dp, 1, 0]} is 1, of the squared length
 * of a vector or a variance of fields added to it, too.
 */
final class KnownConditions {
    private static final int MOST_FACTORS = 40;
    private static final int MOST_LEAVES = 400;

    private static final Set<Function> CHOICES = Set.of(
            Function.IF, Function.MAX, Function.MIN, Function.ABS, Function.RAMP, Function.SIGN, Function.UNIT_STEP);

    private final Map<String, Domain> domains = new HashMap<>();

    /** Order parameters of vectors with themselves. */
    private final Set<String> lengths = new HashSet<>();

    private final Set<String> nonnegative = new HashSet<>();

    KnownConditions(LearningProblem problem, List<StateVariable> variables) {
        for (Declaration.Parameter parameter : problem.parameters()) {
            domains.put(parameter.name(), parameter.domain());
        }
        for (StateVariable variable : variables) {
            if (!variable.isOverlap()) {
                domains.put(variable.name(), variable.domain());
            } else if (variable.left().equals(variable.right())) {
                lengths.add(variable.name());
            }
        }
    }

    /** Takes note of a named term that is never negative. */
    void named(String name, Expression value) {
        if (terms(value) != Terms.SOME_NEGATIVE) {
            nonnegative.add(name);
        }
    }

    Expression in(Expression e) {
        if (e instanceof Apply choice && isChoice(e)) {
            Optional<Expression> decided = decided(choice.function(), choice.arguments());
            if (decided.isPresent()) {
                return in(decided.get());
            }
        }
        if (!Expansion.contains(e, KnownConditions::isChoice)) {
            return e;
        }
        // The letters that sums have were chosen for the eye.
        return e instanceof IndexBinder b ? b.shown(b.index(), in(b.body())) : Rebuilt.of(e, this::in);
    }

    private static boolean isChoice(Expression e) {
        return e instanceof Apply a && CHOICES.contains(a.function());
    }

    /** What a choice comes to where parameters have one sign. */
    private Optional<Expression> decided(Function function, List<Expression> x) {
        Expression first = x.get(0);
        if (function == Function.IF) {
            boolean comparison =
                    first instanceof Apply c && (c.function() == Function.LESS || c.function() == Function.LESS_EQUAL);
            return comparison
                    ? sign(first.children().get(1).minus(first.children().get(0)))
                            .map(s -> x.get(s > 0 ? 1 : 2))
                    : Optional.empty();
        }
        if (function == Function.MAX || function == Function.MIN) {
            return x.size() == 2
                    ? sign(first.minus(x.get(1))).map(s -> (s > 0) == (function == Function.MAX) ? first : x.get(1))
                    : Optional.empty();
        }
        return sign(first).map(s -> switch (function) {
            case ABS -> s > 0 ? first : first.negate();
            case RAMP -> s > 0 ? first : Rational.ZERO;
            case SIGN -> Expression.of(s);
            case UNIT_STEP -> s > 0 ? Rational.ONE : Rational.ZERO;
            default -> throw new IllegalStateException("no choice: " + function);
        });
    }

    /** The sign of what is never zero: 1 or -1. */
    private Optional<Integer> sign(Expression e) {
        return isPositive(e) ? Optional.of(1) : isPositive(e.negate()) ? Optional.of(-1) : Optional.empty();
    }

    private enum Terms {
        ONE_POSITIVE,
        NONNEGATIVE,
        SOME_NEGATIVE
    }

    /** Whether all terms are positive or zero wherever parameters may be, and one of them positive. */
    private boolean isPositive(Expression e) {
        return terms(e) == Terms.ONE_POSITIVE;
    }

    private Terms terms(Expression e) {
        if (Expansion.contains(e, part -> part instanceof IndexSum)
                || e.children().size() > MOST_FACTORS
                || LeafCount.of(e) > MOST_LEAVES) {
            return Terms.SOME_NEGATIVE;
        }
        Map<List<Expression>, Expression> coefficients = new LinkedHashMap<>();
        for (Expansion.Monomial m : Expansion.of(e, KnownConditions::isAtom)) {
            coefficients.merge(m.factors().stream().sorted().toList(), m.coefficient(), Expression::plus);
        }
        boolean positive = false;
        for (Map.Entry<List<Expression>, Expression> term : coefficients.entrySet()) {
            if (term.getValue().isZero()) {
                continue;
            }
            if (!(term.getValue() instanceof Rational n) || n.value().signum() < 0) {
                return Terms.SOME_NEGATIVE;
            }
            boolean never = true;
            Map<Expression, Integer> powers = new HashMap<>();
            term.getKey().forEach(factor -> powers.merge(factor, 1, Integer::sum));
            for (Map.Entry<Expression, Integer> factor : powers.entrySet()) {
                Domain domain = domain(factor.getKey());
                if (factor.getValue() % 2 != 0 && domain == Domain.REAL) {
                    return Terms.SOME_NEGATIVE;
                }
                never &= domain == Domain.POSITIVE || domain == Domain.UNIT;
            }
            positive |= never;
        }
        return positive ? Terms.ONE_POSITIVE : Terms.NONNEGATIVE;
    }

    private static boolean isAtom(Expression e) {
        return e.children().isEmpty() && !(e instanceof Rational) && !(e instanceof Constant);
    }

    /** Of a parameter, or a power of one. */
    private Domain domain(Expression factor) {
        if (factor instanceof Power p) {
            Domain base = domain(p.base());
            return base == Domain.UNIT ? Domain.POSITIVE : base;
        }
        if (!(factor instanceof Symbol s)) {
            return Domain.REAL;
        }
        return switch (s.kind()) {
            case PARAMETER, SCALAR -> domains.getOrDefault(s.name(), Domain.REAL);
            case ORDER -> lengths.contains(s.name()) && isDiagonal(s) ? Domain.NONNEGATIVE : Domain.REAL;
            case PIECE -> nonnegative.contains(s.name()) ? Domain.NONNEGATIVE : Domain.REAL;
            case SIZE, PLACE, COMBINATION, TABLE, TIME, RANDOM, FIELD, SAMPLE, VECTOR -> Domain.REAL;
        };
    }

    /** The last two indices, after those of blocks, are the same. */
    private static boolean isDiagonal(Symbol overlap) {
        int n = overlap.indices().size();
        return n < 2 || overlap.indices().get(n - 1).equals(overlap.indices().get(n - 2));
    }
}
