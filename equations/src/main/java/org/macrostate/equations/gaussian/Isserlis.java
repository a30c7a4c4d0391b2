package org.macrostate.equations.gaussian;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Plus;
import org.macrostate.equations.tensor.Rational;

/**
 * The moment of a product of centred Gaussian variables is the sum over all pairings of products of covariances; odd
 * moments vanish. L. Isserlis, Biometrika 12, 134 (1918); G. C. Wick, Phys. Rev. 80, 268 (1950).
 */
public final class Isserlis implements ExpectationRule {
    /** (16 − 1)!! is two million pairings; beyond that an expansion is out of reach. */
    private static final int HIGHEST_MOMENT = 14;

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
        if (factors.size() > HIGHEST_MOMENT) {
            return Optional.empty();
        }
        return Optional.of(pairings(factors, covariance));
    }

    private static Expression pairings(List<Expression> factors, Covariance covariance) {
        if (factors.isEmpty()) {
            return Rational.ONE;
        }
        Expression first = factors.get(0);
        List<Expression> terms = new ArrayList<>();
        for (int partner = 1; partner < factors.size(); partner++) {
            List<Expression> rest = new ArrayList<>(factors.subList(1, factors.size()));
            rest.remove(partner - 1);
            Expression pair = covariance.of(first, factors.get(partner));
            if (!pair.isZero()) {
                terms.add(pair.times(pairings(rest, covariance)));
            }
        }
        return Plus.of(terms);
    }
}
