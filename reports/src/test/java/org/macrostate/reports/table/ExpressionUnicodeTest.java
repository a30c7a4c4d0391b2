package org.macrostate.reports.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macrostate.equations.derive.Derivation;
import org.macrostate.equations.model.BundledModels;
import org.macrostate.reports.Formulas;
import org.macrostate.reports.typeset.Typesetter;

class ExpressionUnicodeTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            tau^2 eta Q[k,l]                   | η τ² Q[k,l]
            tauD/2 (1 - 1/D[k])                | τ_D/2 (1 − 1/D[k])
            Sum[C_hz[k,a] m[l,a], {a, Ms}]     | Σ_{a≤M_s} C_hz[k,a] m[l,a]
            1/(rho eta)                        | 1/(η ρ)
            (rho + eta)/(1 + beta)             | (η + ρ)/(1 + β)
            Sqrt[rho + eta]                    | √(η + ρ)
            rho^(-2)                           | 1/ρ²
            rho^(3/2)                          | ρ^(3/2)
            Erf[rho/Sqrt[2]]                   | erf(ρ/√2)
            w[k].u[a]                          | u[a]·w[k]/N
            """)
    void an_expression_reads_on_one_line(String text, String expected) {
        assertEquals(expected, new ExpressionUnicode(Typesetter.plain()).of(Formulas.of(text)));
    }

    @Test
    void a_derived_equation_reads_as_a_person_would_write_it() {
        var system = Derivation.of(BundledModels.problem("lorenz"));
        var text = new ExpressionUnicode(Typesetter.of(system.problem()));
        assertEquals("dX/dt = σ (Y − X)", text.of(system.equations().get(0)));
    }

    @Test
    void long_equations_are_broken_within_the_columns() {
        var system = Derivation.of(BundledModels.problem("linear-vae"));
        var typesetter = Typesetter.of(system.problem());
        for (var equation : system.equations()) {
            String wrapped = new ExpressionUnicode(typesetter).wrapped(typesetter.of(equation), 72);
            assertTrue(wrapped.lines().allMatch(l -> l.length() <= 72), wrapped);
        }
    }
}
