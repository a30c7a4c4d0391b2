package org.macrostate.tests.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.macrostate.engine.analysis.Outcome;
import org.macrostate.engine.analysis.check.CheckAnswer;
import org.macrostate.engine.model.InitialCondition;
import org.macrostate.engine.model.ModelInstance;
import org.macrostate.equations.derive.Equation;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.tensor.Expansion;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.IndexSum;
import org.macrostate.equations.tensor.IndexTerm;
import org.macrostate.equations.tensor.Plus;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Substitution;
import org.macrostate.equations.tensor.Symbol;
import org.macrostate.equations.tensor.Times;
import org.macrostate.solvers.finitesize.CheckResult;

/** Errors of a derivation by hand, planted in the derived equations of the linear VAE with two latents and two signals. */
class PlantedErrorTest {
    private static final Map<String, Double> PARAMETERS =
            Map.of("rho", 1.2, "eta", 0.8, "beta", 0.7, "lambda", 0.3, "tau", 0.3, "tauD", 0.3);
    private static final Optional<InitialCondition> START = Optional.of(new InitialCondition(Map.of(
            "m[1,1]", 0.5, "m[2,2]", 0.3, "m[1,2]", 0.1, "d[1,1]", 0.4, "d[2,1]", -0.2, "d[2,2]", 0.3, "Q[1,2]", 0.3,
            "R[1,2]", 0.4, "R[2,1]", -0.2)));

    private final ModelInstance subject = Checks.bundled("linear-vae", PARAMETERS, Map.of("M", 2, "Ms", 2));

    private CheckAnswer check(ModelInstance asked) {
        return Checks.reduced(asked, List.of(300, 1200), 10, 5, START, 1);
    }

    /** The equations with some rates replaced. */
    private CheckAnswer checkWith(List<String> names, UnaryOperator<Expression> error) {
        OrderParameterSystem right = subject.system();
        List<Equation> equations = new ArrayList<>();
        for (Equation equation : right.equations()) {
            boolean changed = names.contains(equation.variable().name());
            Expression rate = changed ? error.apply(equation.rate()) : equation.rate();
            if (changed) {
                assertNotEquals(
                        equation.rate(),
                        rate,
                        "no error in d" + equation.variable().name() + "/dt");
            }
            equations.add(new Equation(equation.variable(), rate));
        }
        OrderParameterSystem wrong = new OrderParameterSystem(
                right.problem(),
                right.limit(),
                equations,
                right.pieces(),
                right.tables(),
                right.observables(),
                right.phases(),
                right.steps());
        return check(subject.withEquations(wrong));
    }

    private static void assertFails(CheckAnswer answer) {
        assertEquals(
                CheckResult.Verdict.FAILED,
                answer.result().verdict(),
                answer.result().explanation());
        assertTrue(answer.outcome() instanceof Outcome.CheckFailed);
    }

    private static boolean is(Expression atom, String name) {
        return atom instanceof Symbol symbol && symbol.name().equals(name);
    }

    @Test
    void the_derived_equations_pass() {
        CheckAnswer answer = check(subject);
        assertEquals(
                CheckResult.Verdict.PASSED,
                answer.result().verdict(),
                answer.result().explanation());
    }

    @Test
    void without_the_term_of_second_order_in_the_rate_the_check_fails() {
        assertFails(checkWith(List.of("Q", "E", "R"), PlantedErrorTest::linearInTau));
    }

    @Test
    void without_it_in_a_single_equation_the_check_fails() {
        assertFails(checkWith(List.of("Q"), PlantedErrorTest::linearInTau));
    }

    private static Expression linearInTau(Expression rate) {
        List<Expression> terms = new ArrayList<>();
        for (Expansion.Monomial m : Expansion.of(rate, atom -> is(atom, "tau"))) {
            if (m.factors().size() < 2) {
                Expression product = m.coefficient().times(Times.of(m.factors()));
                terms.add(IndexSum.of(m.sums(), product));
            }
        }
        return Plus.of(terms);
    }

    @Test
    void with_two_indices_swapped_the_check_fails() {
        assertFails(checkWith(List.of("m"), rate -> swapped(rate, "d")));
        assertFails(checkWith(List.of("R"), rate -> swapped(rate, "R")));
    }

    /** X[k,l] becomes X[l,k]. */
    private static Expression swapped(Expression rate, String name) {
        return Substitution.atoms(atom -> {
                    if (!is(atom, name)) {
                        return atom;
                    }
                    Symbol symbol = (Symbol) atom;
                    List<IndexTerm> places =
                            List.of(symbol.indices().get(1), symbol.indices().get(0));
                    return new Symbol(symbol.kind(), symbol.name(), places);
                })
                .in(rate);
    }

    @Test
    void without_the_decay_of_the_encoder_the_check_fails() {
        assertFails(checkWith(List.of("E"), PlantedErrorTest::withoutDecay));
        assertFails(checkWith(List.of("d"), PlantedErrorTest::withoutDecay));
    }

    private static Expression withoutDecay(Expression rate) {
        return Substitution.atoms(atom -> is(atom, "lambda") ? Rational.ZERO : atom)
                .in(rate);
    }
}
