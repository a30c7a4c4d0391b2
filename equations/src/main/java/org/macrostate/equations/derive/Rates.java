package org.macrostate.equations.derive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.model.Declaration;
import org.macrostate.equations.model.Dynamics;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.tensor.CommonFactor;
import org.macrostate.equations.tensor.Expansion;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.IndexTerm;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Position;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Substitution;
import org.macrostate.equations.tensor.Symbol;
import org.macrostate.equations.tensor.Times;

/** The learning rates of a problem: what the terms of the equations are ordered by, and the unit of time in a limit. */
final class Rates {
    private final LearningProblem problem;

    Rates(LearningProblem problem) {
        this.problem = problem;
    }

    /** Parameters that occur in learning rates. */
    Set<Expression> symbols() {
        Set<Expression> symbols = new LinkedHashSet<>();
        all().forEach(rate -> collect(rate, symbols));
        return symbols;
    }

    /** The rate of the first trained vector: time is measured in units of its inverse in the small-rate limit. */
    Expression reference() {
        if (problem.dynamics() instanceof Dynamics.Updates updates) {
            return ofUpdates(updates);
        }
        return all().stream().findFirst().map(firstCopy()::in).orElse(Rational.ONE);
    }

    /** The first copy's. */
    private static Substitution firstCopy() {
        Map<String, IndexTerm> places = new HashMap<>();
        Declaration.RATE_INDICES.forEach(index -> places.put(index, new Position(1)));
        return Substitution.indices(places);
    }

    private List<Expression> all() {
        List<Expression> rates = new ArrayList<>();
        for (Declaration.Vectors family : problem.vectors()) {
            family.rate().ifPresent(rates::add);
        }
        for (Declaration.Scalar scalar : problem.scalars()) {
            scalar.rate().ifPresent(rates::add);
        }
        if (rates.isEmpty() && problem.dynamics() instanceof Dynamics.Updates updates) {
            parameterFactors(updates).forEach(rates::add);
        }
        return rates;
    }

    private static Expression ofUpdates(Dynamics.Updates updates) {
        List<Expression> factors = parameterFactors(updates);
        if (factors.isEmpty()) {
            throw new BadInput("the small-rate limit needs a learning rate: a parameter that multiplies every update");
        }
        return Times.of(factors);
    }

    private static List<Expression> parameterFactors(Dynamics.Updates updates) {
        List<Expression> terms = new ArrayList<>();
        for (Dynamics.Update update : updates.updates()) {
            for (Expansion.Monomial m : Expansion.of(update.step(), Rates::isVector)) {
                terms.add(CommonFactor.pullOut(m.coefficient()));
            }
        }
        return Times.factorsOf(CommonFactor.of(terms)).stream()
                .filter(Rates::isParameter)
                .toList();
    }

    private static boolean isVector(Expression atom) {
        return atom instanceof Symbol s && (s.kind() == Kind.SAMPLE || s.kind() == Kind.VECTOR);
    }

    private static boolean isParameter(Expression atom) {
        return atom instanceof Symbol s && s.kind() == Kind.PARAMETER;
    }

    private static void collect(Expression e, Set<Expression> symbols) {
        if (isParameter(e)) {
            symbols.add(e);
        }
        e.children().forEach(child -> collect(child, symbols));
    }
}
