package org.macrostate.equations.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.hipparchus.util.CombinatoricsUtils;
import org.junit.jupiter.api.Test;
import org.macrostate.equations.BadInput;

class ExpansionTest {
    private static final Symbol H = new Symbol(Kind.RANDOM, "h", List.of());

    private static boolean isRandom(Expression e) {
        return e instanceof Symbol s && s.kind() == Kind.RANDOM;
    }

    @Test
    void a_high_power_of_a_bracket_has_as_many_terms_as_powers_with_binomial_coefficients() {
        Expression power = Power.of(H.plus(Rational.ONE), 40);
        List<Expansion.Monomial> monomials = Expansion.of(power, ExpansionTest::isRandom);
        assertEquals(41, monomials.size());
        for (Expansion.Monomial m : monomials) {
            long expected =
                    CombinatoricsUtils.binomialCoefficient(40, m.factors().size());
            assertEquals(Expression.of(expected), m.coefficient());
        }
    }

    @Test
    void every_factor_of_a_power_of_a_sum_runs_over_an_index_of_its_own() {
        Index k = new Index("k", Symbol.size("M"));
        Expression sum = IndexSum.of(k, new Symbol(Kind.RANDOM, "h", List.of(k)));
        List<Expansion.Monomial> monomials = Expansion.of(Power.of(sum, 2), ExpansionTest::isRandom);
        assertEquals(1, monomials.size());
        assertEquals(2, monomials.get(0).sums().stream().distinct().count());
    }

    @Test
    void an_expansion_that_would_explode_is_refused_with_the_limit() {
        Index k = new Index("k", Symbol.size("M"));
        Expression sum = IndexSum.of(k, new Symbol(Kind.RANDOM, "h", List.of(k)));
        Expression power = Power.of(sum.plus(Rational.ONE), 30);
        BadInput refused = assertThrows(BadInput.class, () -> Expansion.of(power, ExpansionTest::isRandom));
        assertTrue(refused.getMessage().contains("more than 20000 terms"), refused.getMessage());
    }
}
