package org.macrostate.reports.latex;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macrostate.reports.Formulas;
import org.macrostate.reports.typeset.SymbolNames;
import org.macrostate.reports.typeset.Typesetter;

/** Expected values are what mathematical convention asks for, written by hand. */
class ExpressionLatexTest {
    private static String latex(String text) {
        return new ExpressionLatex(Typesetter.plain()).of(Formulas.of(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            rho + eta                          | \\eta + \\rho
            eps_g                              | \\varepsilon_{g}
            tauD                               | \\tau_{D}
            gain                               | \\mathrm{gain}
            eps_train                          | \\varepsilon_{\\mathrm{train}}
            Q[k,l]                             | Q_{kl}
            Q[1,12]                            | Q_{1,12}
            Q[k,k]^2                           | Q_{kk}^{2}
            C_hz[k,l]                          | C^{hz}_{kl}
            C_hz[k,l]^2                        | (C^{hz}_{kl})^{2}
            A_w[k,l]                           | A^{(w)}_{kl}
            w[k].u[a]                          | \\frac{u_{a} \\cdot w_{k}}{N}
            w[k].x                             | \\frac{w_{k} \\cdot x}{\\sqrt{N}}
            KroneckerDelta[k,l]                | \\delta_{kl}
            -rho                               | -\\rho
            tau (rho - eta)                    | \\tau(\\rho - \\eta)
            2 rho/(1 + beta)                   | \\frac{2\\rho}{1 + \\beta}
            1/2 rho^2                          | \\frac{\\rho^{2}}{2}
            rho^(3/2)                          | \\rho^{3/2}
            Sqrt[rho + eta]                    | \\sqrt{\\eta + \\rho}
            (rho + eta)^2                      | (\\eta + \\rho)^{2}
            2^rho                              | 2^{\\rho}
            Abs[m[k,k]]                        | \\lvert m_{kk}\\rvert
            Erf[rho/Sqrt[2]]                   | \\operatorname{erf}\\left(\\frac{\\rho}{\\sqrt{2}}\\right)
            Mean[rho eta]                      | \\langle \\eta\\rho\\rangle
            Tanh[rho]^2                        | \\tanh^{2}(\\rho)
            Exp[-rho t]                        | \\mathrm{e}^{-\\rho t}
            Min[M, Ms]                         | \\min(M, M_{s})
            Sum[Q[k,l] R[l,k], {l, M}]         | \\sum_{l=1}^{M} Q_{kl}R_{lk}
            Sum[Q[k,l] Q[k,l], {k, M}, {l, M}] | \\sum_{k,l=1}^{M} Q_{kl}^{2}
            Sum[m[k,a], {k, M}, {a, Ms}]       | \\sum_{k=1}^{M} \\sum_{a=1}^{M_{s}} m_{ka}
            tau/2 (1 - 1/D[k])                 | \\frac{\\tau}{2}\\left(1 - \\frac{1}{D_{k}}\\right)
            rho (1 + eta (1 + beta))           | \\rho[1 + \\eta(1 + \\beta)]
            Q < rho                            | Q < \\rho
            """)
    void an_expression_is_set_as_convention_asks(String text, String expected) {
        assertEquals(expected, latex(text));
    }

    @Test
    void a_threshold_keeps_its_nested_fraction() {
        assertEquals(
                "\\frac{\\frac{(\\eta + \\rho)^{2}}{1 + \\lambda} - \\lambda}{\\eta + \\rho}",
                latex("((rho + eta)^2/(1 + lambda) - lambda)/(rho + eta)"));
    }

    @Test
    void a_sum_within_brackets_gets_brackets_of_its_size() {
        assertEquals(
                "\\tau\\Bigl(m_{k} - \\sum_{l=1}^{M} A_{kl}m_{l}\\Bigr)",
                latex("tau (m[k] - Sum[A[k,l] m[l], {l, M}])"));
    }

    @Test
    void the_models_own_tex_is_used() {
        var typesetter = Typesetter.of(SymbolNames.of(Map.of("tauD", "\\tau_D", "Ms", "M^*", "q", "\\hat{q}")));
        var latex = new ExpressionLatex(typesetter);
        assertEquals("\\tau_{D}", latex.of(Formulas.of("tauD")));
        assertEquals("M^{*}", latex.of(Formulas.of("Ms")));
        assertEquals("\\hat{q}_{k}", latex.of(Formulas.of("q[k]")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            \\input{/etc/passwd}
            \\write18{ls}
            \\tau % }
            a}{b
            \\csname x\\endcsname
            $x$ \\def
            ^^5cinput
            """)
    void tex_that_is_more_than_a_symbol_is_not_believed(String hostile) {
        var latex = new ExpressionLatex(Typesetter.of(SymbolNames.of(Map.of("rho", hostile))));
        assertEquals("\\rho", latex.of(Formulas.of("rho")));
    }
}
