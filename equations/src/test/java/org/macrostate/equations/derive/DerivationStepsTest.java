package org.macrostate.equations.derive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.macrostate.equations.model.BundledModels;
import org.macrostate.equations.model.Dynamics;

/** A derivation is told from the question to the equations, and no expectation is without its rule. */
class DerivationStepsTest {

    @Test
    void oja_s_rule_is_told_as_on_paper() {
        OrderParameterSystem oja = Derivation.of(BundledModels.problem("oja"));
        assertEquals(List.of("w -> w + F_w x/Sqrt[N] + K_w_w w/N"), texts(step(oja, "Update in one step")));
        assertEquals(List.of("F_w = tau y", "K_w_w = -tau y^2"), texts(step(oja, "Coefficients of the update")));
        assertEquals(
                List.of("N Delta q = K_w_w q + F_w u.x", "N Delta Q = F_w^2 + 2 K_w_w Q + 2 F_w y"),
                texts(step(oja, "Increments of the order parameters")));
        StepLine square = step(oja, "Expectations over a fresh sample").lines().stream()
                .filter(l -> l.left().equals("Mean[y^2]"))
                .findFirst()
                .orElseThrow();
        assertEquals("Mean[y^2] = C_yy", square.text());
        assertEquals("Isserlis' theorem (Biometrika 12, 134, 1918)", square.rule());
    }

    @Test
    void the_update_of_a_loss_is_minus_the_rate_times_its_gradient() {
        OrderParameterSystem erf = Derivation.of(BundledModels.problem("soft-committee"));
        assertEquals(
                List.of(
                        "F_J[k] = -Sqrt[2] eta (Sum[Erf[x[l]/Sqrt[2]], {l, K}] - Sum[Erf[y[a]/Sqrt[2]], {a, M}]"
                                + " - sigma zeta) Exp[-x[k]^2/2]/Sqrt[Pi]",
                        "K_J_J[k,l] = -decay eta KroneckerDelta[k,l]"),
                texts(step(erf, "Coefficients of the update")));
    }

    @Test
    void the_small_rate_limit_has_no_terms_of_second_order() {
        OrderParameterSystem oja = Derivation.of(BundledModels.problem("oja"), Limit.SMALL_RATE);
        assertEquals(
                List.of("N Delta q = K_w_w q + F_w u.x", "N Delta Q = 2 K_w_w Q + 2 F_w y"),
                texts(step(oja, "Increments of the order parameters")));
    }

    @Test
    void a_short_telling_is_part_of_a_longer_one() {
        OrderParameterSystem system = Derivation.of(BundledModels.problem("soft-committee"));
        List<Step> result = system.steps(Length.RESULT);
        List<Step> key = system.steps(Length.KEY);
        assertEquals(List.of("Order-parameter equations"), titles(result));
        assertTrue(key.containsAll(result) && key.size() > result.size());
        assertFalse(titles(key).contains("Expectations over a fresh sample"));
        assertEquals(system.steps(), system.steps(Length.ALL));
    }

    static List<String> learningModels() {
        return BundledModels.names().stream()
                .filter(name -> !(BundledModels.problem(name).dynamics() instanceof Dynamics.Flow))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("learningModels")
    void every_expectation_has_a_rule_and_every_order_parameter_an_increment_and_a_rate(String name) {
        OrderParameterSystem system = Derivation.of(BundledModels.problem(name));
        Step expectations = step(system, "Expectations over a fresh sample");
        assertFalse(expectations.lines().isEmpty());
        for (StepLine line : expectations.lines()) {
            assertTrue(line.left().contains("Mean["), line.left());
            assertFalse(line.rule().isEmpty(), line.text());
        }
        int variables = system.variables().size();
        assertEquals(
                variables,
                step(system, "Increments of the order parameters").lines().size());
        Step equations = step(system, "Order-parameter equations");
        assertEquals(
                system.equations().stream().map(Equation::rate).toList(),
                equations.lines().stream().map(StepLine::right).toList());
        assertTrue(equations.lines().stream().allMatch(l -> l.relation() == Relation.RATE));
    }

    private static Step step(OrderParameterSystem system, String title) {
        return system.steps().stream()
                .filter(s -> s.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> texts(Step step) {
        return step.lines().stream().map(StepLine::text).toList();
    }

    private static List<String> titles(List<Step> steps) {
        return steps.stream().map(Step::title).toList();
    }
}
