package org.macrostate.equations.gaussian;

import org.junit.jupiter.api.Test;
import org.macrostate.equations.tensor.Function;

class SteinTest {
    private static final ClosedForm RULE = new ClosedForm();

    @Test
    void a_linear_factor_differentiates_an_error_function() {
        new RuleCheck().h(1).erf(0, 1).assertExact(RULE, 1e-10);
        new RuleCheck().h(1).erf(1).assertExact(RULE, 1e-10);
    }

    @Test
    void several_linear_factors_are_removed_one_after_another() {
        new RuleCheck().h(1).h(2).h(3).erf(0, 0, 0, 1).assertExact(RULE, 1e-10);
        new RuleCheck().h(1).h(3).erf(0, 1).erf(0, 0, 0, 1).assertExact(RULE, 1e-10);
        new RuleCheck().h(1).h(1).erf(0, 1).erf(0, 1).assertExact(RULE, 1e-10);
    }

    @Test
    void a_linear_factor_differentiates_a_sign() {
        new RuleCheck().h(1).kinked(Function.SIGN, 0, 1).assertExact(RULE, 1e-10);
        new RuleCheck().h(1).h(1).h(1).kinked(Function.SIGN, 1).assertExact(RULE, 1e-10);
        new RuleCheck().h(1).h(3).h(4).kinked(Function.SIGN, 0, 1).assertExact(RULE, 1e-10);
    }

    @Test
    void functions_of_combinations_of_variables_count_with_their_coefficients() {
        new RuleCheck().h(1).erf(0.5, -1, 0.75).assertExact(RULE, 1e-10);
        new RuleCheck().h(4).kinked(Function.SIGN, 0.5, -1, 0.75).assertExact(RULE, 1e-10);
    }
}
