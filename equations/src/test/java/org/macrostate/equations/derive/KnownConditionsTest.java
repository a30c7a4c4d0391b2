package org.macrostate.equations.derive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.model.ModelFile;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Function;
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
        return new KnownConditions(PROBLEM)
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

    @Test
    void what_they_do_not_decide_stays() {
        for (Expression open : List.of(N, Q, N.plus(Power.of(Q, 2)), V.minus(N), V.times(Q))) {
            assertEquals(Function.IF, ((Apply) chosen(open)).function(), open.toString());
        }
    }
}
