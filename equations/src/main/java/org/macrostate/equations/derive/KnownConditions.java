package org.macrostate.equations.derive;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Rebuilt;
import org.macrostate.equations.tensor.Symbol;

/** Choices that the domains of parameters decide: {@code If[0 < dp, 1, 0]} of a positive parameter is 1. */
final class KnownConditions {
    private static final int MOST_FACTORS = 40;

    private final Map<String, Domain> domains = new HashMap<>();

    KnownConditions(LearningProblem problem) {
        for (Declaration.Parameter parameter : problem.parameters()) {
            domains.put(parameter.name(), parameter.domain());
        }
    }

    Expression in(Expression e) {
        if (e instanceof Apply choice && isChoice(e)) {
            List<Expression> parts = choice.arguments();
            if (parts.get(0) instanceof Apply condition
                    && condition.function() == Function.LESS
                    && condition.arguments().get(0).isZero()
                    && isPositive(condition.arguments().get(1))) {
                return in(parts.get(1));
            }
        }
        if (!Expansion.contains(e, KnownConditions::isChoice)) {
            return e;
        }
        // The letters that sums have were chosen for the eye.
        return e instanceof IndexBinder b ? b.shown(b.index(), in(b.body())) : Rebuilt.of(e, this::in);
    }

    private static boolean isChoice(Expression e) {
        return e instanceof Apply a && a.function() == Function.IF;
    }

    /** Whether all terms are positive or zero wherever parameters may be, and one of them positive. */
    private boolean isPositive(Expression e) {
        if (Expansion.contains(e, part -> part instanceof IndexSum)
                || e.children().size() > MOST_FACTORS) {
            return false;
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
                return false;
            }
            boolean never = true;
            Map<Expression, Integer> powers = new HashMap<>();
            term.getKey().forEach(factor -> powers.merge(factor, 1, Integer::sum));
            for (Map.Entry<Expression, Integer> factor : powers.entrySet()) {
                Domain domain = domain(factor.getKey());
                if (factor.getValue() % 2 != 0 && domain == Domain.REAL) {
                    return false;
                }
                never &= domain == Domain.POSITIVE || domain == Domain.UNIT;
            }
            positive |= never;
        }
        return positive;
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
        return factor instanceof Symbol s && s.kind() == Kind.PARAMETER
                ? domains.getOrDefault(s.name(), Domain.REAL)
                : Domain.REAL;
    }
}
