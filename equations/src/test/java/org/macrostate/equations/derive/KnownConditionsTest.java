package org.macrostate.equations.derive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.model.ModelFile;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Expansion;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.ExpressionText;
import org.macrostate.equations.tensor.Function;
import org.macrostate.equations.tensor.PerfectSquares;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Symbol;

class KnownConditionsTest {
    private static final Expression V = Symbol.parameter("v");
    private static final Expression N = Symbol.parameter("n");
    private static final Expression Q = Symbol.parameter("q");

    private static final LearningProblem PROBLEM = ModelFile.read("""
            model: known
            parameters: {v: {value: 1, domain: positive}, n: {value: 1, domain: nonnegative}, q: {value: 1}}
            flow: {X: v + n + q}
            """, "known.yaml");

    private static Expression chosen(Expression positive) {
        Expression condition = Apply.of(Function.LESS, Rational.ZERO, positive);
        return new KnownConditions(PROBLEM, List.of())
                .in(new Apply(Function.IF, List.of(condition, Rational.ONE, Expression.of(2))));
    }

    @Test
    void what_domains_decide_is_decided() {
        assertEquals(Rational.ONE, chosen(V));
        assertEquals(Rational.ONE, chosen(V.plus(N)));
        assertEquals(Rational.ONE, chosen(V.times(Power.of(Q, 2)).plus(V)));
        // v q² + v (1 − q²) = v
        assertEquals(Rational.ONE, chosen(V.times(Power.of(Q, 2)).plus(V.times(Rational.ONE.minus(Power.of(Q, 2))))));
    }

    /** Of positive v and any n that is not negative. */
    @Test
    void steps_sizes_and_extremes_are_decided_likewise() {
        KnownConditions known = new KnownConditions(PROBLEM, List.of());
        Expression both = V.plus(N);
        assertEquals(Rational.ONE, known.in(new Apply(Function.UNIT_STEP, List.of(V))));
        assertEquals(Rational.ZERO, known.in(new Apply(Function.UNIT_STEP, List.of(V.negate()))));
        assertEquals(Expression.of(-1), known.in(new Apply(Function.SIGN, List.of(V.negate()))));
        assertEquals(both, known.in(new Apply(Function.ABS, List.of(both))));
        assertEquals(V, known.in(new Apply(Function.ABS, List.of(V.negate()))));
        assertEquals(Rational.ZERO, known.in(new Apply(Function.RAMP, List.of(V.negate()))));
        assertEquals(V, known.in(new Apply(Function.MAX, List.of(V, Rational.ZERO))));
        assertEquals(N, known.in(new Apply(Function.MIN, List.of(both, N))));
        Expression less = new Apply(Function.LESS, List.of(V, Rational.ZERO));
        assertEquals(N, known.in(new Apply(Function.IF, List.of(less, Q, N))));
        for (Expression open : List.of(N, Q, V.minus(N))) {
            assertEquals(new Apply(Function.ABS, List.of(open)), known.in(new Apply(Function.ABS, List.of(open))));
        }
    }

    @Test
    void squares_of_two_roots_are_written_as_these() {
        Expression b = V.plus(N).minus(Q);
        Expression mixed = Power.sqrt(V).times(Power.sqrt(b));
        Expression two = Expression.of(2);
        Expression square = Power.of(Power.sqrt(V).minus(Power.sqrt(b)), 2);
        Expression other = Power.of(Power.sqrt(b).minus(Power.sqrt(V)), 2);
        Expression found = PerfectSquares.in(V.plus(b).minus(two.times(mixed)));
        assertTrue(found.equals(square) || found.equals(other), ExpressionText.of(found));
        Expression sum = V.plus(b).plus(mixed);
        assertEquals(sum, PerfectSquares.in(sum));
        Expression lacking = V.minus(two.times(mixed));
        assertEquals(lacking, PerfectSquares.in(lacking));
    }

    @Test
    void what_they_do_not_decide_stays() {
        for (Expression open : List.of(N, Q, N.plus(Power.of(Q, 2)), V.minus(N), V.times(Q))) {
            assertEquals(Function.IF, ((Apply) chosen(open)).function(), open.toString());
        }
    }

    /** 0 < D + C, D a positive scalar and C = Q + d² a variance; not 0 < C, which is zero of zero vectors. */
    @Test
    void variances_added_to_a_positive_scalar_are_positive() {
        String text = """
                model: varies
                parameters: {tau: {value: 1, domain: positive}}
                vectors: {u: {fixed: identity}, w: {rate: tau}}
                scalars: {D: {rate: tau, start: 1, domain: positive}}
                randoms: {c: normal, e: normal}
                samples: {x: "c u + noise"}
                fields: {h: w . x, y: u . x}
                loss: "-y Ramp[%s + 1/2] + w.w/2"
                order: {m: w . u, Q: w . w}
                """;
        assertEquals(0, choices(text.formatted("h + Sqrt[D] e")));
        assertTrue(choices(text.formatted("h")) > 0);
    }

    private static long choices(String text) {
        return Derivation.of(ModelFile.read(text, "varies.yaml"), Limit.FINITE_RATE).pieces().stream()
                .filter(piece ->
                        Expansion.contains(piece.value(), e -> e instanceof Apply a && a.function() == Function.IF))
                .count();
    }
}
