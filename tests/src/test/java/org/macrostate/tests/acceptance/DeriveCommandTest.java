package org.macrostate.tests.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.macrostate.equations.derive.Derivation;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.graph.GenericState;
import org.macrostate.equations.graph.Interpreter;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.model.BundledModels;

/** {@code derive}: what it tells, and whether another program can use it. */
class DeriveCommandTest {
    @TempDir
    private Path folder;

    /** The program here is a hundred lines that know nothing of ours but the JSON. */
    @ParameterizedTest
    // models with a GaussianMean are left out: the reader of this test has no integrals
    @ValueSource(strings = {"soft-committee", "linear-vae", "gan", "online-ica"})
    void another_program_computes_the_same_rates_from_the_json(String model) {
        var problem = BundledModels.problem(model);
        BoundSystem bound = BoundSystem.of(Derivation.of(problem), Sizes.of(problem, Map.of()));
        double[] state = GenericState.of(bound, new Random(3));
        double[] parameters = bound.parameters().defaults();
        double[] expected = new double[state.length];
        new Interpreter(bound.rightHandSide()).eval(0, state, parameters, expected);

        JsonSystem other = new JsonSystem(Called.with("derive", model, "--json").json());
        for (int i = 0; i < state.length; i++) {
            other.set(bound.state().labels().get(i), state[i]);
        }
        for (String label : bound.parameters().labels()) {
            other.set(label, parameters[bound.parameters().position(label)]);
        }
        for (int i = 0; i < state.length; i++) {
            var element = bound.state().elements().get(i);
            double rate = other.rate(element.variable().name(), element.places());
            assertEquals(expected[i], rate, 1e-12 * (1 + Math.abs(expected[i])), element.label());
        }
    }

    /** Files that a JavaScript engine refuses are no exports: {@code const class = …}. */
    @ParameterizedTest
    @ValueSource(strings = {"class", "new", "with", "rhs"})
    void a_model_named_by_a_word_of_JavaScript_is_exported_under_another_name(String name) throws Exception {
        Path file = folder.resolve("m.yaml");
        String model = BundledModels.text("lorenz").replaceFirst("(?m)^model: *\\S+", "model: " + name);
        Files.writeString(file, model);
        String code =
                Called.with("derive", file.toString(), "--format", "javascript").out();
        assertTrue(
                code.contains("const " + name + "_ = (() => {") && code.contains("module.exports = " + name + "_;"),
                code);
    }

    @Test
    void the_conditions_on_fixed_points_are_printed_without_the_factors_that_cannot_vanish() {
        // the rate of D is -tauD/2 times the condition, and tauD is positive
        String condition = "  0 = Q[k,k] + beta (1 - 1/D[k])\n";
        String text = Called.line("derive linear-vae").out();
        assertTrue(text.contains(condition), text);
        String expanded =
                Called.line("derive linear-vae --size M=2,Ms=1 --expand").out();
        assertTrue(expanded.contains("  0 = Q[2,2] + beta (1 - 1/D[2])\n"), expanded);
        assertTrue(Called.line("derive linear-vae --format latex").out().contains("% fixed-point conditions"));
        List<?> conditions =
                (List<?>) Called.at(Called.line("derive linear-vae --json").json(), "fixed-point conditions");
        assertEquals("D[k]", Called.at(conditions.get(conditions.size() - 1), "variable"));
        assertEquals("Q[k,k] + beta (1 - 1/D[k])", Called.at(conditions.get(conditions.size() - 1), "text"));
    }

    @Test
    void steps_tell_the_derivation_with_the_rule_of_each_expectation() {
        String text = Called.line("derive soft-committee --steps").out();
        int update = text.indexOf("Update in one step");
        int increments = text.indexOf("Increments of the order parameters");
        int expectations = text.indexOf("Expectations over a fresh sample");
        int equations = text.indexOf("Order-parameter equations (");
        assertTrue(0 < update && update < increments && increments < expectations && expectations < equations, text);
        assertTrue(text.contains("by arcsine law (Sheppard 1899; Williams 1996; Saad and Solla 1995)"), text);
        String key = Called.line("derive soft-committee --steps=key").out();
        assertFalse(key.contains("Expectations over a fresh sample"), key);
        String latex =
                Called.line("derive soft-committee --steps --format latex").out();
        assertTrue(latex.contains("\\paragraph{Expectations over a fresh sample.}"), latex);
        assertTrue(latex.contains("By arcsine law (Sheppard 1899; Williams 1996; Saad and Solla 1995):"), latex);
        var json = Called.line("derive soft-committee --steps --json").json();
        for (Object step : (List<?>) Called.at(json, "steps")) {
            if (Called.at(step, "title").equals("Expectations over a fresh sample")) {
                ((List<?>) Called.at(step, "lines"))
                        .forEach(line -> assertFalse(((String) Called.at(line, "rule")).isEmpty()));
            }
        }
    }

    @Test
    void terms_without_a_closed_form_are_told_with_an_estimate_of_their_error() {
        String text = Called.line("derive logistic-regression --quadrature 8").out();
        assertTrue(
                text.contains("  I_1  by Gauss-Hermite quadrature with 8 nodes a field, split at kinks, error "), text);
        String means = Called.line("derive logistic-regression").out();
        assertTrue(means.contains("  I_4 = Mean[Log[1 + Exp[-"), means);
        assertFalse(means.contains("field_1"), means);
        var coarse =
                Called.line("derive logistic-regression --quadrature 8 --json").json();
        var fine =
                Called.line("derive logistic-regression --quadrature 32 --json").json();
        assertEquals(List.of("I_1", "I_2", "I_3", "I_4"), Called.at(fine, "integrated numerically"));
        double rough = Called.number(coarse, "quadrature error estimate", "I_3");
        double exact = Called.number(fine, "quadrature error estimate", "I_3");
        assertTrue(exact < rough / 100, exact + " against " + rough);
        String integrate = "integrate logistic-regression --until 1 --points 2 --json";
        var fixed = Called.line(integrate + " --quadrature 32").json();
        assertEquals(32, Called.at(fixed, "made by", "theory", "integrated numerically", "nodes"));
        var accurate = Called.line(integrate).json();
        assertEquals(1e-8, Called.number(accurate, "made by", "theory", "integrated numerically", "accuracy"));
    }

    /** Eight nodes are far off, and the estimate is as far off as a hundred nodes say. */
    @Test
    void the_error_of_numerical_integration_is_told_along_the_trajectory_itself() {
        String line = "integrate logistic-regression --times 0,20 --set eta=2 --quadrature ";
        var rough = Called.line(line + "8 --json").json();
        var fine = Called.line(line + "100 --json").json();
        double told = Called.number(rough, "curves", 0, "quadrature error", "observables", "train");
        double off = Math.abs(Called.number(rough, "rows", 1, 4) - Called.number(fine, "rows", 1, 4));
        assertTrue(told > off / 10 && told < 10 * off, told + " against " + off);
        assertTrue(Called.number(fine, "curves", 0, "quadrature error", "rate") < 1e-3 * told);
        var closed = Called.line("integrate soft-committee --until 1 --points 2 --json");
        assertEquals(List.of(), Called.at(closed.json(), "notes"));
        assertTrue(Called.line(line + "8")
                .err()
                .contains("of the trajectory that were looked at the rates are off by at most"));
    }

    @Test
    void the_plateau_of_a_committee_is_a_fixed_point_of_the_symmetric_equations() {
        var json = Called.line(
                        "fixed-points soft-committee --size K=3,M=3 --limit small-rate --subspace symmetric --json")
                .json();
        // a double root at the edge of what vectors can have, where the flow decides
        assertEquals(0.2, Called.number(json, "fixed points", 0, "state", "Q"), 1e-10);
        assertEquals(0.2, Called.number(json, "fixed points", 0, "state", "Q_off"), 1e-10);
        assertEquals(1 / Math.sqrt(15), Called.number(json, "fixed points", 0, "state", "R"), 1e-10);
        assertEquals("small-rate", Called.at(json, "made by", "theory", "limit"));
        assertEquals("symmetric", Called.at(json, "made by", "theory", "subspace"));
    }

    /** By hand, H = p_R τ(1-R) + p_Q (2τ(R-Q) + τ²(1-2R+Q+σ²)), stationary where τ = -p·a/(2 p·b). */
    @Test
    void costates_tell_the_singular_control_in_closed_form() {
        var json = Called.line("derive linear-regression --costates=eta --json").json();
        assertEquals(true, Called.at(json, "costates", "agrees at random points"));
        List<?> controls = (List<?>) Called.at(json, "costates", "controls");
        assertEquals(1, controls.size());
        assertEquals("eta", Called.at(controls.get(0), "parameter"));
        assertEquals("quadratic", Called.at(controls.get(0), "degree"));
        JsonSystem system = new JsonSystem(json);
        Map<String, Double> values = Map.of("R", 0.3, "Q", 0.7, "p_R", -0.4, "p_Q", 0.9);
        values.forEach(system::set);
        system.set("eta", 0.2);
        system.set("sigma", 0.5);
        system.set("decay", 0.1);
        double expected =
                -(-0.4 * (0.7 - 0.1 * 0.3) + 0.9 * 2 * (0.3 - 0.7 - 0.1 * 0.7)) / (2 * 0.9 * (1 - 0.6 + 0.7 + 0.25));
        assertEquals(expected, system.value(Called.at(controls.get(0), "singular control", "tree")), 1e-14);
        String text = Called.line("derive linear-vae --costates=tauD,beta").out();
        assertTrue(text.contains("costate equations") && text.contains("dp_D[k]/dt = "), text);
        assertTrue(text.contains("dH/dtauD") && text.contains("H is linear in it"), text);
        String latex =
                Called.line("derive linear-vae --costates --format latex").out();
        assertTrue(latex.contains("\\partial"), latex);
    }

    @Test
    void symmetries_of_the_equations_are_told() {
        var oja = Called.line("derive oja --symmetries --json").json();
        assertEquals(List.of("q -> -q"), Called.at(oja, "symmetries"));
        List<?> committee = (List<?>) Called.at(
                Called.line("derive soft-committee --symmetries --json").json(), "symmetries");
        assertTrue(committee.contains("Q[1,1] <-> Q[2,2], R[1,1] <-> R[2,1], R[1,2] <-> R[2,2]"), committee.toString());
        assertTrue(committee.contains("R[1,1] <-> R[1,2], R[2,1] <-> R[2,2]"), committee.toString());
    }

    @Test
    void what_has_no_meaning_for_sgd_itself_is_refused() {
        Called limit = Called.line("simulate oja --dimension 9 --until 1 --limit small-rate");
        assertEquals(2, limit.status());
        assertEquals(
                "macrostate: simulate runs SGD at the learning rates that are set: the limit small-rate has no meaning there\n",
                limit.err());
        Called alike = Called.line("derive oja --subspace symmetric");
        assertEquals(2, alike.status());
        assertEquals("macrostate: model oja has no copies that could be alike\n", alike.err());
    }
}
