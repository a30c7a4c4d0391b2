package org.macrostate.reports.typeset;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macrostate.reports.latex.MathLatex;

class StatementLayoutTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Mean[h[k] z[l]]               | \\langle h_{k}z_{l}\\rangle
            Mean[Erf[x[k]/Sqrt[2]]]       | \\left\\langle \\operatorname{erf}\\left(\\frac{x_{k}}{\\sqrt{2}}\\right)\\right\\rangle
            Exp[-x^2/2]                   | \\exp\\left(-\\frac{x^{2}}{2}\\right)
            E[k,l]                        | E_{kl}
            F_w_x[k]                      | F^{w,x}_{k}
            mean of the loss              | \\text{mean of the loss}
            a - (b - c)                   | a - (b - c)
            """)
    void a_statement_is_set_like_a_formula(String statement, String latex) {
        assertEquals(latex, MathLatex.of(StatementLayout.of(statement, Typesetter.plain())));
    }

    @Test
    void what_follows_the_first_equals_sign_goes_to_the_right() {
        Typesetter typesetter = Typesetter.plain();
        EquationLine line = StatementLayout.line("C_zz[k,l] = Mean[z[k] z[l]]", Layout.italic("ρ"), typesetter);
        assertEquals("C^{zz}_{kl}", MathLatex.of(line.left()));
        assertEquals("\\langle z_{k}z_{l}\\rangle = \\rho", MathLatex.of(line.right()));
    }
}
