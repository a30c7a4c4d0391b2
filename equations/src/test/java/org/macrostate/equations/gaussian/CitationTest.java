package org.macrostate.equations.gaussian;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Function;
import org.macrostate.equations.tensor.Power;

/** A rule cites what a product of factors needs of it, and nothing else. */
class CitationTest {
    private static final Expression H = GivenCovariance.h(1);
    private static final Expression G = GivenCovariance.h(2);
    private static final String STEIN = "Stein's lemma (Ann. Stat. 9, 1135, 1981)";
    private static final String TILT = "completing the square (tilted covariance)";
    private static final String ZERO = "conditioning on the zero of a sign";
    private static final String ARCSINE = "arcsine law (Sheppard 1899; Williams 1996; Saad and Solla 1995)";

    private static Expression f(Function function, Expression x) {
        return Apply.of(function, x);
    }

    private static void assertCited(List<String> rules, Expression... factors) {
        assertEquals(String.join("; ", rules), new ClosedForm().citation(List.of(factors)));
    }

    @Test
    void polynomials_need_stein_and_functions_what_is_left_of_their_derivatives() {
        Expression bell = f(Function.EXP, Power.of(H, 2).negate());
        assertCited(List.of(TILT), bell);
        assertCited(List.of(STEIN, TILT), H, G, bell);
        assertCited(List.of(STEIN, TILT), H, f(Function.ERF, G));
        assertCited(List.of(STEIN, ZERO), H, f(Function.SIGN, G));
        assertCited(List.of(STEIN, ZERO), f(Function.ABS, H));
        assertCited(List.of(STEIN, ZERO), f(Function.RAMP, H));
        assertCited(List.of(), f(Function.UNIT_STEP, H));
    }

    @Test
    void two_odd_functions_need_the_arcsine_law() {
        assertCited(List.of(ARCSINE), f(Function.ERF, H), f(Function.ERF, G));
        assertCited(List.of(ARCSINE), f(Function.SIGN, H), f(Function.ERF, G));
        assertCited(List.of(ARCSINE), f(Function.UNIT_STEP, H), f(Function.SIGN, G));
        assertCited(List.of(STEIN, ZERO, ARCSINE), f(Function.RAMP, H), f(Function.RAMP, G));
        Expression bell = f(Function.EXP, Power.of(H, 2).negate());
        assertCited(List.of(TILT, ARCSINE), bell, f(Function.ERF, H), f(Function.ERF, G));
    }

    @Test
    void the_whole_rule_cites_all_of_it() {
        assertEquals(String.join("; ", TILT, STEIN, ZERO, ARCSINE), new ClosedForm().citation());
        assertFalse(new ClosedForm().isNumerical());
    }

    @Test
    void integration_says_that_it_is_one_and_where_it_is_split() {
        Quadrature rule = new Quadrature(new KeptParts(), 16);
        String plain = "Gauss-Hermite quadrature with 16 nodes a field";
        assertTrue(rule.isNumerical());
        assertEquals(plain, rule.citation());
        assertEquals(plain, rule.citation(List.of(f(Function.TANH, H), G)));
        assertEquals(plain + ", split at kinks", rule.citation(List.of(f(Function.TANH, H), f(Function.RAMP, G))));
        Expression chosen = Apply.of(Function.IF, Apply.of(Function.LESS, H, G), H, G);
        assertEquals(plain + ", split at kinks", rule.citation(List.of(chosen)));
        assertTrue(new FourSignLaw(new KeptParts(), 8).isNumerical());
        assertEquals(
                "four-sign law (Plackett 1954), Gauss-Legendre with 8 nodes",
                new FourSignLaw(new KeptParts(), 8).citation());
    }

    @Test
    void the_fewest_and_the_most_nodes_are_allowed() {
        assertEquals("Gauss-Hermite quadrature with 2 nodes a field", new Quadrature(new KeptParts(), 2).citation());
        assertEquals(
                "Gauss-Hermite quadrature with 100 nodes a field", new Quadrature(new KeptParts(), 100).citation());
    }
}
