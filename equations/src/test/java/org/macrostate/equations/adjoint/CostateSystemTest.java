package org.macrostate.equations.adjoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macrostate.equations.derive.Derivation;
import org.macrostate.equations.derive.Equation;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.derive.SystemScope;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.language.Text;
import org.macrostate.equations.model.BundledModels;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.model.ModelFile;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.ExpressionText;

/** Costate equations are those of the transposed Jacobian; singular controls those of the calculus. */
class CostateSystemTest {
    private static final String REGRESSION = """
            model: regression
            parameters: {sigma: {value: 1/2}, tau: {value: 1/10, domain: positive}}
            vectors: {B: {fixed: identity}, w: {rate: tau}}
            randoms: {zeta: {law: normal}}
            samples: {xi: noise}
            fields: {h: w . xi, y: B . xi}
            loss: 1/2 (h - y - sigma zeta)^2
            order: {R: w . B, Q: w . w}
            observables: {excess: "1 - 2 R + Q"}
            """;

    private static CostateSystem of(String model) {
        return CostateSystem.of(Derivation.of(BundledModels.problem(model)));
    }

    private static Expression read(CostateSystem costates, String text) {
        return SystemScope.read(costates.joined(), Text.of(text));
    }

    @ParameterizedTest
    @CsvSource({
        "linear-vae, 'M=2,Ms=1'",
        "linear-vae, 'M=1,Ms=1'",
        "linear-vae, 'M=2,Ms=3'",
        "linear-vae-graded, 'M=2,Ms=2'",
        "soft-committee, 'K=1,M=1'",
        "soft-committee, 'K=2,M=2'",
        "oja, ''",
        "perceptron, ''",
        "linear-vae-sampled, 'M=2,Ms=2'",
        "linear-vae-blocks, ''",
        "phase-retrieval, ''",
        "lorenz, ''"
    })
    void costate_equations_are_those_of_the_transposed_jacobian(String model, String sizes) {
        LearningProblem problem = BundledModels.problem(model);
        CostateSystem costates = CostateSystem.of(Derivation.of(problem));
        Map<String, Integer> bound = new java.util.HashMap<>();
        for (String size : sizes.isEmpty() ? new String[0] : sizes.split(",")) {
            String[] parts = size.split("=");
            bound.put(parts[0], Integer.parseInt(parts[1]));
        }
        double error = CostateCheck.largestError(costates, costates.switching(), Sizes.of(problem, bound));
        assertTrue(error < 1e-11, () -> "error " + error);
    }

    /** By hand: R' = τ(1 - R), Q' = 2τ(R - Q) + τ²(1 - 2R + Q + σ²); p·a = p_R(1-R) + 2p_Q(R-Q), p·b = p_Q(1-2R+Q+σ²). */
    @Test
    void the_singular_learning_rate_of_linear_regression_is_the_known_one() {
        OrderParameterSystem system = Derivation.of(ModelFile.read(REGRESSION, "regression"));
        CostateSystem costates = CostateSystem.of(system);
        SwitchingFunction rate = costates.switching("tau").orElseThrow();
        assertEquals(SwitchingFunction.Degree.QUADRATIC, rate.degree());
        Expression byHand = read(
                costates,
                "-(p_R (1 - R) + 2 p_Q (R - Q))/(2 p_Q (1 - 2 R + Q + sigma^2)) - ("
                        + ExpressionText.of(rate.singular().orElseThrow()) + ")");
        Probe probe = new Probe(costates, Sizes.of(system.problem(), Map.of()));
        probe.assertZero(byHand);
        probe.assertZero(read(
                costates,
                "p_R tau (1 - R) + p_Q (2 tau (R - Q) + tau^2 (1 - 2 R + Q + sigma^2)) - ("
                        + ExpressionText.of(costates.hamiltonian()) + ")"));
    }

    @Test
    void the_weight_of_the_linear_vae_is_quadratic_by_way_of_named_parts_and_a_parameter_that_is_absent_has_none() {
        CostateSystem costates = of("linear-vae");
        assertEquals(
                SwitchingFunction.Degree.QUADRATIC,
                costates.switching("beta").orElseThrow().degree(),
                "the noise of E is of second order in beta");
        assertEquals(
                SwitchingFunction.Degree.LINEAR,
                costates.switching("tauD").orElseThrow().degree());
        assertTrue(of("oja").switching("nothing").isEmpty());
    }

    @Test
    void an_undefined_costate_equation_is_no_agreement_whichever_it_is() {
        OrderParameterSystem system = Derivation.of(ModelFile.read(REGRESSION, "regression"));
        CostateSystem costates = CostateSystem.of(system);
        assertEquals(2, costates.equations().size());
        for (int undefined = 0; undefined < 2; undefined++) {
            List<Equation> equations = new ArrayList<>(costates.equations());
            Equation replaced = equations.get(undefined);
            equations.set(undefined, new Equation(replaced.variable(), read(costates, "Log[-1 - R^2]")));
            CostateSystem wrong =
                    new CostateSystem(system, costates.cost(), costates.hamiltonian(), costates.parts(), equations);
            Sizes sizes = Sizes.of(system.problem(), Map.of());
            assertEquals(Double.NaN, CostateCheck.largestError(wrong, List.of(), sizes), "equation " + undefined);
            assertFalse(CostateCheck.agrees(wrong, List.of(), sizes), "equation " + undefined);
        }
    }

    @Test
    void a_running_cost_is_part_of_the_hamiltonian() {
        OrderParameterSystem system = Derivation.of(ModelFile.read(REGRESSION, "regression"));
        CostateSystem costates = CostateSystem.of(system, SystemScope.read(system, Text.of("3 tau^2 + R^4/4")));
        assertTrue(CostateCheck.agrees(costates, costates.switching(), Sizes.of(system.problem(), Map.of())));
        SwitchingFunction rate = costates.switching("tau").orElseThrow();
        new Probe(costates, Sizes.of(system.problem(), Map.of()))
                .assertZero(read(
                        costates,
                        "2 p_Q (1 - 2 R + Q + sigma^2) + 6 - ("
                                + ExpressionText.of(rate.curvature().orElseThrow()) + ")"));
    }
}
