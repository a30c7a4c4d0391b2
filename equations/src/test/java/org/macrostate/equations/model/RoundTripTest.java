package org.macrostate.equations.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.macrostate.equations.derive.Derivation;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.derive.SystemScope;
import org.macrostate.equations.language.Elaborator;
import org.macrostate.equations.language.Text;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.ExpressionText;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.Substitution;

class RoundTripTest {
    private static final Pattern INTERNAL = Pattern.compile("#(\\d+)");

    static Stream<String> losses() {
        return Stream.of(
                "Sum[D[k] h[k]^2, {k, M}]",
                "-rho^2/3 h[1] - (h[2] - 1/2)^2/(rho + 1)",
                "1/(2 rho Sqrt[1 + Q[1,1]]) + 2^(1/3) rho^-2 + rho^(-1/2) + (-2)^rho",
                "If[Q[1,1] < 1 && !(Q[1,2] == 0) || False, Abs[h[1]], Max[h[1], 0, -rho]]",
                "Sum[Sum[m[k,a], {k, M}] Sum[m[k,a]^2, {k, M}], {a, K}]/K",
                "Sum[Sum[Q[k,l] h[l], {l, M}]^2 h[k], {k, Min[M, K]}]",
                "Erf[h[1]/Sqrt[2]] Exp[-(h[2] - rho)^2/2]/Sqrt[2 Pi]",
                "(Sum[h[k], {k, M}] - Sum[c[a] s[a], {a, K}])^2/2",
                "KroneckerDelta[1,2] + Sum[KroneckerDelta[k,2] m[k,1], {k, M}] - -h[1]");
    }

    @ParameterizedTest
    @MethodSource("losses")
    void a_printed_loss_reads_back_as_the_same_expression(String text) {
        Expression loss = loss(Models.withLoss(text));
        assertEquals(loss, loss(Models.withLoss(printed(loss))));
    }

    @ParameterizedTest
    @MethodSource("org.macrostate.equations.model.BundledModels#names")
    void the_losses_and_observables_of_bundled_models_read_back(String name) {
        LearningProblem problem = BundledModels.problem(name);
        if (problem.dynamics() instanceof Dynamics.Loss loss) {
            String text = BundledModels.text(name)
                    .replaceAll("(?s)\nloss: .*?\n\n", "\nloss: " + printed(loss.value()) + "\n\n");
            assertEquals(loss, ModelFile.read(text, name).dynamics());
        }
        for (Declaration.Observable observable : problem.observables()) {
            String text = BundledModels.text(name) + "\n";
            text = text.replaceFirst(
                    "  " + observable.name() + ": .*(\n    .*)*",
                    "  " + observable.name() + ": " + printed(observable.value()));
            assertEquals(problem.observables(), ModelFile.read(text, name).observables());
        }
    }

    @Test
    void the_derived_equations_read_back_in_the_names_of_the_system() {
        for (String name : List.of("linear-vae", "oja", "lorenz")) {
            OrderParameterSystem system = Derivation.of(BundledModels.problem(name));
            system.equations()
                    .forEach(e -> assertReads(system, e.rate(), e.variable().indices()));
            system.pieces().forEach(p -> assertReads(system, p.value(), p.indices()));
            system.observables().forEach(o -> assertReads(system, o.value(), List.of()));
            system.phases().forEach(p -> assertReads(system, p.value(), List.of()));
        }
    }

    private static void assertReads(OrderParameterSystem system, Expression expression, List<Index> free) {
        // Letters of sums are chosen for the eye: canonical names again before comparing.
        Expression canonical = Substitution.atoms(atom -> atom).in(expression);
        Expression read = Elaborator.elaborate(Text.of(ExpressionText.of(expression)), new SystemScope(system), free);
        assertEquals(canonical, read);
    }

    private static Expression loss(LearningProblem problem) {
        return ((Dynamics.Loss) problem.dynamics()).value();
    }

    private static String printed(Expression expression) {
        return INTERNAL.matcher(ExpressionText.of(expression)).replaceAll("i$1");
    }
}
