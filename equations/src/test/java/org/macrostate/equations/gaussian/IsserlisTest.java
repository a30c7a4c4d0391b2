package org.macrostate.equations.gaussian;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.macrostate.equations.tensor.Expression;

class IsserlisTest {
    private static final Isserlis RULE = new Isserlis();

    @ParameterizedTest
    @ValueSource(
            strings = {"12", "11", "1234", "1122", "1112", "123412", "111122", "11223344", "11111111", "1122334412"})
    void a_moment_is_the_sum_over_pairings_also_of_repeated_and_dependent_variables(String variables) {
        RuleCheck check = new RuleCheck();
        variables.chars().forEach(c -> check.h(c - '0'));
        check.assertExact(RULE, 1e-12);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 7, 21})
    void an_odd_moment_vanishes(int degree) {
        var factors = Collections.nCopies(degree, GivenCovariance.h(1));
        assertTrue(RULE.apply(factors, new GivenCovariance(new double[][] {{1}}))
                .orElseThrow()
                .isZero());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 6, 8, 10, 12, 40})
    void an_even_moment_of_one_variable_is_a_double_factorial(int degree) {
        GivenCovariance variance = new GivenCovariance(new double[][] {{2}});
        RuleCheck check = new RuleCheck();
        double expected = Math.pow(2, degree / 2.0);
        for (int k = degree - 1; k > 1; k -= 2) {
            expected *= k;
        }
        Collections.nCopies(degree, 1).forEach(check::h);
        assertEquals(expected, check.by(RULE, variance), 1e-9 * expected);
    }

    /** E[h² … h² g s] of degree 14 is the largest of three variables; 200 of two. */
    @Test
    void more_pairings_than_can_be_counted_are_left_to_other_rules() {
        GivenCovariance unit = new GivenCovariance(new double[][] {{1, 0, 0}, {0, 1, 0.5}, {0, 0.5, 1}});
        RuleCheck largest = new RuleCheck().h(2).h(3);
        Collections.nCopies(12, 1).forEach(largest::h);
        assertEquals(0.5 * 11 * 9 * 7 * 5 * 3, largest.by(RULE, unit), 1e-9);
        assertTrue(RULE.apply(largest.h(1).h(1).factors(), unit).isEmpty());
        List<Expression> two = new ArrayList<>(Collections.nCopies(198, GivenCovariance.h(1)));
        two.addAll(List.of(GivenCovariance.h(2), GivenCovariance.h(2)));
        assertTrue(RULE.apply(two, unit).isPresent());
        two.addAll(List.of(GivenCovariance.h(2), GivenCovariance.h(2)));
        assertTrue(RULE.apply(two, unit).isEmpty());
        assertEquals("Isserlis' theorem (Biometrika 12, 134, 1918)", RULE.citation());
    }

    @Test
    void functions_are_left_to_other_rules() {
        GivenCovariance covariance = new GivenCovariance(new double[][] {{1}});
        assertTrue(RULE.apply(new RuleCheck().erf(1).factors(), covariance).isEmpty());
    }
}
