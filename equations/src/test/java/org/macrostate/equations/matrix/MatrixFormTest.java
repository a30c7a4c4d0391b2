package org.macrostate.equations.matrix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.macrostate.equations.derive.Derivation;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.model.BundledModels;
import org.macrostate.equations.tensor.ExpressionText;

class MatrixFormTest {
    private static final OrderParameterSystem VAE = Derivation.of(BundledModels.problem("linear-vae"));

    /** THEORY of the linear VAE: dm/dt = τ[(ρ+η)d − A m], dQ/dt = τ[C_hz + C_hzᵀ − A Q − Q A] + τ²η C_zz, A = C_zz + diag D + λI. */
    @Test
    void the_linear_VAE_reads_as_it_is_written_by_hand() {
        MatrixForm form = MatrixForm.of(VAE).orElseThrow();
        assertEquals("eta E + rho d d'", text(form, "C_zz"));
        assertEquals("eta R + rho m d'", text(form, "C_hz"));
        assertEquals("C_zz + lambda I + diag(D)", text(form, "A_w"));
        assertEquals("tau [(eta + rho) d - A_w m]", text(form, "m"));
        assertEquals("tau [C_hz + C_hz' - Q A_w - A_w Q] + eta tau^2 C_zz", text(form, "Q"));
        assertEquals(
                List.of("D"), form.left().stream().map(e -> e.variable().name()).toList());
    }

    @Test
    void a_system_whose_sums_are_no_products_of_matrices_keeps_its_indices() {
        assertTrue(MatrixForm.of(Derivation.of(BundledModels.problem("soft-committee")))
                .isEmpty());
        assertTrue(MatrixForm.of(Derivation.of(BundledModels.problem("oja"))).isEmpty());
    }

    @Test
    void a_form_with_one_transpose_too_few_is_noticed() {
        MatrixForm form = MatrixForm.of(VAE).orElseThrow();
        assertTrue(new MatrixCheck(VAE).agrees(form));
        int transposes = 0;
        for (int i = 0; i < form.equations().size(); i++) {
            List<MatrixEquation> wrong = new ArrayList<>(form.equations());
            MatrixEquation equation = wrong.get(i);
            MatrixSum turned = withoutTransposes(equation.right());
            wrong.set(i, new MatrixEquation(equation.name(), true, turned));
            if (!turned.equals(equation.right())) {
                transposes++;
                assertFalse(
                        new MatrixCheck(VAE).agrees(new MatrixForm(form.pieces(), wrong, form.left())),
                        equation.name());
            }
        }
        assertEquals(3, transposes);
    }

    private static MatrixSum withoutTransposes(MatrixSum sum) {
        return new MatrixSum(sum.terms().stream()
                .map(t -> new MatrixProduct(
                        t.coefficient(),
                        t.factors().stream().map(MatrixFormTest::straight).toList()))
                .toList());
    }

    private static MatrixFactor straight(MatrixFactor factor) {
        return factor instanceof MatrixFactor.Named n
                ? new MatrixFactor.Named(n.name(), false)
                : factor instanceof MatrixFactor.Bracket b
                        ? new MatrixFactor.Bracket(withoutTransposes(b.sum()))
                        : factor;
    }

    private static String text(MatrixForm form, String name) {
        List<MatrixEquation> all = new ArrayList<>(form.pieces());
        all.addAll(form.equations());
        return text(all.stream()
                .filter(e -> e.name().equals(name))
                .findFirst()
                .orElseThrow()
                .right());
    }

    private static String text(MatrixSum sum) {
        StringBuilder text = new StringBuilder();
        for (MatrixProduct term : sum.terms()) {
            String coefficient = ExpressionText.of(term.coefficient());
            boolean negative = coefficient.startsWith("-");
            text.append(text.isEmpty() ? "" : negative ? " - " : " + ");
            String number = negative ? coefficient.substring(1) : coefficient;
            text.append(number.equals("1") ? "" : (number.contains(" + ") ? "(" + number + ")" : number) + " ");
            text.append(term.factors().stream().map(MatrixFormTest::text).collect(Collectors.joining(" ")));
        }
        return text.toString();
    }

    private static String text(MatrixFactor factor) {
        if (factor instanceof MatrixFactor.Named n) {
            return n.name() + (n.transposed() ? "'" : "");
        }
        if (factor instanceof MatrixFactor.Diagonal d) {
            return "diag(" + d.name() + ")";
        }
        if (factor instanceof MatrixFactor.Column c) {
            return c.name();
        }
        if (factor instanceof MatrixFactor.Row r) {
            return r.name() + "'";
        }
        return factor instanceof MatrixFactor.Bracket b ? "[" + text(b.sum()) + "]" : "I";
    }
}
