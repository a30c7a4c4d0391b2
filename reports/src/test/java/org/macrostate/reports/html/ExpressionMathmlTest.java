package org.macrostate.reports.html;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macrostate.reports.Formulas;
import org.macrostate.reports.typeset.Typesetter;

class ExpressionMathmlTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rho          | <mi>ρ</mi>
            Q[k,l]^2     | <msubsup><mi>Q</mi><mrow><mi>k</mi><mi>l</mi></mrow><mn>2</mn></msubsup>
            rho/eta      | <mfrac><mi>ρ</mi><mi>η</mi></mfrac>
            Sqrt[rho]    | <msqrt><mi>ρ</mi></msqrt>
            2 rho        | <mrow><mn>2</mn><mo>&#x2062;</mo><mi>ρ</mi></mrow>
            C_hz[1,12]   | <msubsup><mi>C</mi><mrow><mn>1</mn><mo>,</mo><mn>12</mn></mrow><mrow><mi>h</mi><mi>z</mi></mrow></msubsup>
            """)
    void an_expression_becomes_presentation_mathml(String text, String expected) {
        assertEquals("<math>" + expected + "</math>", new ExpressionMathml(Typesetter.plain()).of(Formulas.of(text)));
    }
}
