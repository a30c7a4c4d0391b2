package org.macrostate.equations.derive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.macrostate.equations.gaussian.Statistic;
import org.macrostate.equations.tensor.CommonFactor;
import org.macrostate.equations.tensor.Expansion;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Plus;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Times;

/**
 * Expectations of steps are sums of those of signs, {@code θ = (1 + sign)/2}; this gathers them again: first what differs in
 * means of signs only, {@code c p (1 + S_1 + S_2)}, then what shares a density.
 */
final class SignTerms {
    private final Function<Expression, Optional<Statistic>> statistics;

    /** @param statistics what an expression is of fields, if it is a name of that */
    SignTerms(Function<Expression, Optional<Statistic>> statistics) {
        this.statistics = statistics;
    }

    Expression gathered(Expression value) {
        if (!Expansion.contains(value, e -> kind(e).isPresent())) {
            return value;
        }
        List<Expansion.Monomial> terms = Expansion.of(value, e -> kind(e).isPresent());
        boolean plain = terms.stream()
                .allMatch(m -> m.sums().isEmpty() && m.factors().stream().allMatch(f -> kind(f).isPresent()));
        return plain ? gathered(terms) : value;
    }

    /** What terms share: without number, densities of fields of which nothing is known, and other statistics. */
    private record Share(Expression outer, Expression inner) {}

    private Expression gathered(List<Expansion.Monomial> terms) {
        Map<Share, List<Expression>> alike = new LinkedHashMap<>();
        for (Expansion.Monomial m : terms) {
            List<Expression> outer = new ArrayList<>(List.of(Times.withoutNumber(m.coefficient())));
            List<Expression> inner = new ArrayList<>();
            List<Expression> signs = new ArrayList<>();
            for (Expression factor : m.factors()) {
                Statistic statistic = kind(factor).orElseThrow();
                boolean first = statistic.given().isEmpty();
                (statistic.kind() == Statistic.Kind.SIGNS ? signs : first ? outer : inner).add(factor);
            }
            Expression sign =
                    Times.of(new Rational(Times.number(m.coefficient()))).times(Times.of(signs));
            alike.computeIfAbsent(new Share(Times.of(outer), Times.of(inner)), s -> new ArrayList<>())
                    .add(sign);
        }
        Map<Expression, List<Expression>> groups = new LinkedHashMap<>();
        alike.forEach((share, signs) -> groups.computeIfAbsent(share.outer(), o -> new ArrayList<>())
                .add(share.inner().times(CommonFactor.pullOut(Plus.of(signs)))));
        List<Expression> sum = new ArrayList<>();
        groups.forEach((outer, inner) -> sum.add(outer.times(CommonFactor.pullOut(Plus.of(inner)))));
        return Plus.of(sum);
    }

    private Optional<Statistic> kind(Expression e) {
        return statistics.apply(e);
    }
}
