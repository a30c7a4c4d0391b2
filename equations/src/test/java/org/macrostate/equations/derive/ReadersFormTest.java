package org.macrostate.equations.derive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.macrostate.equations.model.BundledModels;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Expansion;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.ExpressionText;
import org.macrostate.equations.tensor.Function;
import org.macrostate.equations.tensor.Guarded;

/** The form that papers print: conditional covariances and the like are defined once, for any fields. */
class ReadersFormTest {
    private static final OrderParameterSystem RELU = Derivation.of(BundledModels.problem("relu-committee"));
    private static final ReadersForm FORM = ReadersForm.of(RELU).orElseThrow();

    private static Stream<Expression> formulas(OrderParameterSystem system) {
        return Stream.of(
                        system.pieces().stream().map(Piece::value),
                        system.equations().stream().map(Equation::rate),
                        system.observables().stream().map(Formula::value))
                .flatMap(s -> s);
    }

    private static boolean isGuard(Expression e) {
        return Guarded.is(e) || (e instanceof Apply a && a.function() == Function.IF);
    }

    @Test
    void the_committee_of_relu_units_takes_a_page_without_any_condition() {
        assertTrue(FORM.notation().definitions().size() + FORM.system().pieces().size() <= 24);
        formulas(FORM.system()).forEach(f -> assertFalse(Expansion.contains(f, ReadersFormTest::isGuard)));
    }

    /** E[x_k θ(x_j) x_l θ(x_l)] by Stein's lemma, worked out by hand. */
    @Test
    void an_expectation_reads_as_it_is_written_by_hand() {
        Piece first = FORM.system().piece("I_1").orElseThrow();
        assertEquals("Mean[x[k] UnitStep[x[j]] Ramp[x[l]]]", first.meaning());
        assertEquals(
                "(4 C[x[l],x[l]|x[j]] p[x[j]] p[x[l]|x[j]] Q[j,k] + (1 + S[x[l],x[j]]) Q[k,l])/4",
                ExpressionText.of(first.value()));
    }

    @Test
    void the_definitions_are_the_schur_complement_the_density_and_the_arcsine_law() {
        Set<String> lines = FORM.notation().definitions().stream()
                .map(d -> ExpressionText.of(d.left()) + " = " + ExpressionText.of(d.right()))
                .collect(Collectors.toSet());
        for (String line : List.of(
                "C[x[k],y[a]] = R[k,a]",
                "C[f,g|h] = C[f,g] - C[f,h] C[g,h]/C[h,h]",
                "C[f,g|h,j] = C[f,g|h] - C[f,j|h] C[g,j|h]/C[j,j|h]",
                "p[f|h] = 1/Sqrt[2 Pi C[f,f|h]]",
                "S[f,g] = 2 ArcSin[C[f,g]/Sqrt[C[f,f] C[g,g]]]/Pi")) {
            assertTrue(lines.contains(line), line + " in " + lines);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"soft-committee", "perceptron", "linear-vae", "oja"})
    void there_is_none_where_it_would_not_be_shorter(String model) {
        assertTrue(ReadersForm.of(Derivation.of(BundledModels.problem(model))).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"adatron", "perceptron", "logistic-regression"})
    void functions_of_variances_take_the_place_of_conditions(String model) {
        OrderParameterSystem system = Derivation.of(BundledModels.problem(model));
        Notation notation = Notation.of(system).orElseThrow();
        assertEquals(Notation.functions(system).size(), notation.definitions().size());
        system.pieces().stream()
                .filter(p -> p.statistic().isPresent())
                .forEach(p -> assertFalse(ExpressionText.of(p.value()).contains("If["), p.name()));
    }
}
