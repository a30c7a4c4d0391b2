package org.macrostate.equations.gaussian;

import org.junit.jupiter.api.Test;

class TiltingTest {
    private static final ClosedForm RULE = new ClosedForm();

    @Test
    void a_bell_shrinks_the_covariance_of_everything_else() {
        new RuleCheck().bell(1, 1).assertExact(RULE, 1e-10);
        new RuleCheck().bell(1, 1).h(2).h(3).assertExact(RULE, 1e-10);
        new RuleCheck().bell(1, 2).h(1).h(1).assertExact(RULE, 1e-10);
    }

    @Test
    void bells_may_coincide() {
        new RuleCheck().bell(1, 1).bell(1, 1).assertExact(RULE, 1e-10);
        new RuleCheck().bell(1, 1).bell(3, 1).h(2).h(4).assertExact(RULE, 1e-10);
    }

    @Test
    void error_functions_see_the_tilted_law() {
        new RuleCheck().bell(1, 1).bell(2, 1).erf(0, 0, 1).erf(0, 0, 0, 1).assertExact(RULE, 1e-10);
        new RuleCheck().bell(1, 1).h(2).erf(0, 0, 1).assertExact(RULE, 1e-10);
    }
}
