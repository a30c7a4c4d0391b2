package org.macrostate.equations.gaussian;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Plus;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Times;

/**
 * The moment of a product of centred Gaussian variables is the sum over all pairings of products of covariances; odd
 * moments vanish. L. Isserlis, Biometrika 12, 134 (1918); G. C. Wick, Phys. Rev. 80, 268 (1950).
 */
public final class Isserlis implements ExpectationRule {
    /** (16 − 1)!! is two million pairings; beyond that an expansion is out of reach. */
    private static final int HIGHEST_MOMENT = 14;

    /** One or two variables, however often each occurs, have few different moments. */
    private static final int FEW_KINDS = 2;

    private static final int HIGHEST_MOMENT_OF_FEW = 200;

    @Override
    public String citation() {
        return "Isserlis' theorem (Biometrika 12, 134, 1918)";
    }

    @Override
    public Optional<Expression> apply(List<Expression> factors, Covariance covariance) {
        if (!factors.stream().allMatch(covariance::isVariable)) {
            return Optional.empty();
        }
        if (factors.size() % 2 == 1) {
            return Optional.of(Rational.ZERO);
        }
        long kinds = factors.stream().distinct().count();
        if (factors.size() > (kinds <= FEW_KINDS ? HIGHEST_MOMENT_OF_FEW : HIGHEST_MOMENT)) {
            return Optional.empty();
        }
        List<Expression> sorted = factors.stream().sorted().toList();
        return Optional.of(new Moments(covariance).of(sorted));
    }

    /** Moments by the first factor's partners; equal partners count together, and no moment is computed twice. */
    private static final class Moments {
        private final Covariance covariance;
        private final Map<List<Expression>, Expression> known = new HashMap<>();

        Moments(Covariance covariance) {
            this.covariance = covariance;
        }

        Expression of(List<Expression> factors) {
            if (factors.isEmpty()) {
                return Rational.ONE;
            }
            Expression moment = known.get(factors);
            if (moment == null) {
                moment = compute(factors);
                known.put(factors, moment);
            }
            return moment;
        }

        private Expression compute(List<Expression> factors) {
            Map<Expression, Integer> partners = new LinkedHashMap<>();
            factors.subList(1, factors.size()).forEach(f -> partners.merge(f, 1, Integer::sum));
            List<Expression> terms = new ArrayList<>();
            partners.forEach((partner, count) -> {
                Expression pair = covariance.of(factors.get(0), partner);
                if (!pair.isZero()) {
                    List<Expression> rest = new ArrayList<>(factors.subList(1, factors.size()));
                    rest.remove(partner);
                    terms.add(Times.of(Expression.of(count), pair, of(List.copyOf(rest))));
                }
            });
            return Plus.of(terms);
        }
    }
}
