package org.macrostate.reports.typeset;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.macrostate.equations.model.Declaration;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Symbol;

/** The order of parameters in products and plain sums: learning rates first, then as the model declares them. */
final class ReadingOrder {
    static final ReadingOrder ALPHABETICAL = new ReadingOrder(Map.of());

    private final Map<String, Integer> ranks;

    private ReadingOrder(Map<String, Integer> ranks) {
        this.ranks = Map.copyOf(ranks);
    }

    static ReadingOrder of(LearningProblem problem) {
        Map<String, Integer> ranks = new HashMap<>();
        problem.vectors().forEach(v -> v.rate().ifPresent(rate -> rank(rate, ranks)));
        problem.scalars().forEach(s -> s.rate().ifPresent(rate -> rank(rate, ranks)));
        for (Declaration.Parameter p : problem.parameters()) {
            ranks.putIfAbsent(p.name(), ranks.size());
        }
        return new ReadingOrder(ranks);
    }

    private static void rank(Expression rate, Map<String, Integer> ranks) {
        if (rate instanceof Symbol s && s.kind() == Kind.PARAMETER) {
            ranks.putIfAbsent(s.name(), ranks.size());
        }
        rate.children().forEach(child -> rank(child, ranks));
    }

    /** Parameters among the factors take each other's places; all else keeps its own. */
    List<Expression> factors(List<Expression> factors) {
        List<Integer> places = new ArrayList<>();
        List<Expression> parameters = new ArrayList<>();
        for (int i = 0; i < factors.size(); i++) {
            if (isConstant(base(factors.get(i)))) {
                places.add(i);
                parameters.add(factors.get(i));
            }
        }
        parameters.sort(Comparator.comparingInt(this::rank));
        List<Expression> ordered = new ArrayList<>(factors);
        for (int i = 0; i < places.size(); i++) {
            ordered.set(places.get(i), parameters.get(i));
        }
        return ordered;
    }

    /** Terms of a sum of nothing but numbers and parameters by rank, numbers first; any other sum as it is. */
    List<Expression> terms(List<Expression> terms) {
        if (!terms.stream().allMatch(t -> t instanceof Rational || isConstant(t))) {
            return terms;
        }
        List<Expression> ordered = new ArrayList<>(terms);
        ordered.sort(Comparator.comparingInt(this::rank));
        return ordered;
    }

    private int rank(Expression e) {
        return base(e) instanceof Symbol s ? ranks.getOrDefault(s.name(), ranks.size()) : -1;
    }

    private static Expression base(Expression e) {
        return e instanceof Power p ? p.base() : e;
    }

    private static boolean isConstant(Expression e) {
        return e instanceof Symbol s && (s.kind() == Kind.PARAMETER || s.kind() == Kind.SIZE);
    }
}
