package org.macrostate.equations.gaussian;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Function;
import org.macrostate.equations.tensor.Power;

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

    /** E[exp(−h_1 h_2 − h_3²/2)] = det(1 + C A)^{−1/2} with the exponent −hᵀAh/2. */
    @Test
    void the_exponential_of_any_quadratic_form_is_a_determinant() {
        double[][] c = {{0.3, 0.1, -0.05}, {0.1, 0.2, 0.08}, {-0.05, 0.08, 0.4}};
        Expression product = GivenCovariance.h(1).times(GivenCovariance.h(2));
        Expression square = Power.of(GivenCovariance.h(3), 2).over(Expression.of(2));
        Expression bell = Apply.of(Function.EXP, product.negate().minus(square));
        GivenCovariance covariance = new GivenCovariance(c);
        double[][] m = new double[3][3];
        for (int i = 0; i < 3; i++) {
            m[i] = new double[] {c[i][1], c[i][0], c[i][2]};
            m[i][i] += 1;
        }
        double determinant = m[0][0] * (m[1][1] * m[2][2] - m[1][2] * m[2][1])
                - m[0][1] * (m[1][0] * m[2][2] - m[1][2] * m[2][0])
                + m[0][2] * (m[1][0] * m[2][1] - m[1][1] * m[2][0]);
        double mean = covariance.value(RULE.apply(List.of(bell), covariance).orElseThrow());
        assertEquals(1 / Math.sqrt(determinant), mean, 1e-12);
    }

    /** E[exp(h²)] = 1/√(1 − 2 E[h²]) as long as that is finite; the width −1/2 is negative. */
    @Test
    void a_weight_that_grows_with_a_parameter_has_its_mean_where_there_is_one() {
        GivenCovariance covariance = new GivenCovariance(new double[][] {{0.3}});
        Factor.Bell growing = new Factor.Bell(
                LinearForm.of(GivenCovariance.h(1), covariance).orElseThrow(),
                Expression.of(-1).over(Expression.of(2)));
        Product product = new Product(Expression.of(1), List.of(growing));
        Expression mean = Tilting.remove(
                        product,
                        growing,
                        new GaussianLaw(covariance, PartNames.NONE),
                        new Reduction(ArcsineLaw::of, PartNames.NONE))
                .orElseThrow();
        assertEquals(1 / Math.sqrt(0.4), covariance.value(mean), 1e-14);
    }
}
