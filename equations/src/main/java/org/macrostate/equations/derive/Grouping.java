package org.macrostate.equations.derive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.macrostate.equations.tensor.CommonFactor;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.IndexSum;
import org.macrostate.equations.tensor.MultipliedOut;
import org.macrostate.equations.tensor.Plus;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Rebuilt;
import org.macrostate.equations.tensor.Times;

/** Orders the terms of an equation by powers of the learning rates: {@code τ(…) + τ²η(…)}. */
final class Grouping {
    private final Set<Expression> rates;

    Grouping(Set<Expression> rates) {
        this.rates = rates;
    }

    Expression of(Expression expression) {
        if (!(expression instanceof Plus plus)) {
            return shortest(expression);
        }
        Map<Expression, List<Expression>> groups = new LinkedHashMap<>();
        for (Expression term : plus.terms()) {
            groups.computeIfAbsent(rateOf(term), k -> new ArrayList<>()).add(term);
        }
        List<Expression> grouped = new ArrayList<>();
        groups.values().forEach(terms -> grouped.add(shortest(Plus.of(terms))));
        return Plus.of(grouped);
    }

    private static Expression shortest(Expression expression) {
        return MultipliedOut.ifShorter(CommonFactor.everywhere(inSums(expression)));
    }

    /** What the terms of a bracket under a sum share goes in front of the sum, where it depends on no index. */
    static Expression inSums(Expression e) {
        return e instanceof IndexSum sum
                ? IndexSum.of(sum.index(), CommonFactor.everywhere(inSums(sum.body())))
                : Rebuilt.of(e, Grouping::inSums);
    }

    private Expression rateOf(Expression term) {
        List<Expression> factors = Times.factorsOf(term).stream()
                .filter(f -> rates.contains(f instanceof Power p ? p.base() : f))
                .toList();
        return Times.of(factors);
    }
}
