package org.macrostate.equations.gaussian;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.ExpressionText;
import org.macrostate.equations.tensor.Function;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Symbol;

/** Expectations over two fields and a factor that is -1 once in four times, else 3. */
class ExpectationTest {
    private static final Expression H = GivenCovariance.h(1);
    private static final Expression G = GivenCovariance.h(2);
    private static final Symbol C = new Symbol(Kind.RANDOM, "c", List.of());
    private static final GivenCovariance COVARIANCE = new GivenCovariance(new double[][] {{0.7, 0.3}, {0.3, 1.1}});
    private static final double[] VALUES = {-1, 3};
    private static final double[] PROBABILITIES = {0.25, 0.75};

    private final List<String> told = new ArrayList<>();

    private static double moment(int n) {
        double sum = 0;
        for (int i = 0; i < 2; i++) {
            sum += PROBABILITIES[i] * Math.pow(VALUES[i], n);
        }
        return sum;
    }

    private static final NonGaussianFactors FACTOR = new NonGaussianFactors() {
        @Override
        public boolean isFactor(Expression atom) {
            return atom.equals(C);
        }

        @Override
        public Expression moment(List<Symbol> factors) {
            return Expression.of(Math.round(ExpectationTest.moment(factors.size())));
        }

        @Override
        public List<Value> values(Symbol factor) {
            return List.of(
                    new Value(Rational.MINUS_ONE, Rational.ONE.over(Expression.of(4))),
                    new Value(Expression.of(3), Expression.of(3).over(Expression.of(4))));
        }
    };

    private final MomentNames listening = new MomentNames() {
        @Override
        public Expression named(List<Expression> factors, Mean mean) {
            Evaluation evaluation = mean.apply(factors);
            told.add("named " + COVARIANCE.told(factors) + " by " + evaluation.rule());
            return evaluation.value();
        }

        @Override
        public void noted(List<Expression> factors, Evaluation evaluation) {
            told.add("noted " + COVARIANCE.told(factors) + " by " + evaluation.rule());
        }
    };

    private Expression mean(Expression e) {
        return new Expectation(COVARIANCE, FACTOR, List.of(new Isserlis(), new ClosedForm()), listening).of(e);
    }

    private void assertMean(double expected, Expression e) {
        assertEquals(expected, COVARIANCE.value(mean(e)), 1e-13);
    }

    @Test
    void independent_factors_are_averaged_apart_from_fields() {
        assertMean(moment(1), C);
        assertMean(moment(3), Power.of(C, 3));
        assertMean(moment(2) * (0.7 * 1.1 + 2 * 0.3 * 0.3), Power.of(C.times(H).times(G), 2));
        assertMean(4 + moment(2) * 0.7, Power.of(Expression.of(2).plus(C.times(H)), 2));
        assertMean(0, C.times(H));
    }

    /** E[g erf(v h)] = 2 v C_hg/√(π (1 + 2 v² C_hh)). */
    @Test
    void a_function_of_a_factor_is_averaged_value_by_value() {
        double mean = 0;
        double shifted = 0;
        double weighted = 0;
        for (int i = 0; i < 2; i++) {
            double v = VALUES[i];
            mean += PROBABILITIES[i] * 2 * v * 0.3 / Math.sqrt(Math.PI * (1 + 2 * v * v * 0.7));
            shifted += PROBABILITIES[i] * 2 * (v + 2) * 0.3 / Math.sqrt(Math.PI * (1 + 2 * (v + 2) * (v + 2) * 0.7));
            weighted += PROBABILITIES[i] * v * 2 * v * 0.3 / Math.sqrt(Math.PI * (1 + 2 * v * v * 0.7));
        }
        assertMean(mean, G.times(Apply.of(Function.ERF, C.times(H))));
        assertMean(
                shifted,
                G.times(Apply.of(Function.ERF, C.times(H).plus(Expression.of(2).times(H)))));
        assertMean(weighted, C.times(G).times(Apply.of(Function.ERF, C.times(H))));
    }

    @Test
    void what_is_not_random_stays_as_it_is() {
        Expression a = Symbol.parameter("a");
        Expression fixed = Power.of(a.plus(Rational.ONE), 2);
        assertEquals(fixed, mean(fixed));
        assertEquals(List.of(), told);
        assertEquals("C[1,2] (1 + a)^2", ExpressionText.of(mean(fixed.times(H).times(G))));
    }

    @Test
    void every_average_is_told_once_with_its_rule() {
        mean(C.times(H).times(G));
        mean(G.times(Apply.of(Function.ERF, H)));
        assertEquals(
                List.of(
                        "noted c by moments of independent factors, by cumulants (P. McCullagh, Tensor Methods in"
                                + " Statistics, 1987)",
                        "noted h[1] h[2] by Isserlis' theorem (Biometrika 12, 134, 1918)",
                        "named h[2] Erf[h[1]] by Stein's lemma (Ann. Stat. 9, 1135, 1981); completing the square"
                                + " (tilted covariance)"),
                told);
    }

    @Test
    void no_rule_is_asked_where_a_factor_s_moment_is_zero() {
        NonGaussianFactors symmetric = new NonGaussianFactors() {
            @Override
            public boolean isFactor(Expression atom) {
                return atom.equals(C);
            }

            @Override
            public Expression moment(List<Symbol> factors) {
                return factors.size() % 2 == 1 ? Rational.ZERO : Rational.ONE;
            }

            @Override
            public List<Value> values(Symbol factor) {
                return List.of();
            }
        };
        Expectation ruleless = new Expectation(COVARIANCE, symmetric, List.of(), MomentNames.NONE);
        assertTrue(ruleless.of(C.times(Apply.of(Function.TANH, H))).isZero());
        BadInput refused = assertThrows(BadInput.class, () -> ruleless.of(Apply.of(Function.TANH, H)));
        assertEquals("no rule gives the expectation of Tanh[h[1]]", refused.getMessage());
    }

    @Test
    void rules_are_asked_one_after_another() {
        Expectation first = new Expectation(
                COVARIANCE,
                NonGaussianFactors.NONE,
                List.of(new Isserlis(), new ClosedForm(), new Quadrature(new KeptParts(), 16)),
                MomentNames.NONE);
        assertEquals(0.7, COVARIANCE.value(first.of(Power.of(H, 2))), 0);
        assertEquals(
                "2 ArcSin[C[1,2]/(Sqrt[1/2 + C[1,1]] Sqrt[1/2 + C[2,2]])]/Pi",
                ExpressionText.of(first.of(Apply.of(Function.ERF, H).times(Apply.of(Function.ERF, G)))));
    }
}
