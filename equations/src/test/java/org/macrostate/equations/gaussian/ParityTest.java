package org.macrostate.equations.gaussian;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macrostate.equations.language.Text;
import org.macrostate.equations.model.ExpressionReader;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.model.ModelFile;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Symbol;

class ParityTest {
    private static final LearningProblem FLOW =
            ModelFile.read("model: flow\nparameters: {a: {value: 1}}\nflow: {x: 1, y: 1}\n", "flow.yaml");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a                      | EVEN",
                "x                      | ODD",
                "a x - y                | ODD",
                "x + a                  | NEITHER",
                "x y                    | EVEN",
                "x^3                    | ODD",
                "x^(-2)                 | EVEN",
                "Sqrt[x]                | NEITHER",
                "Sqrt[1 + x^2]          | EVEN",
                "2^x                    | NEITHER",
                "Tanh[x] Sin[y]         | EVEN",
                "Cos[x] Erf[a x + y]    | ODD",
                "Ramp[x] Tanh[y]        | NEITHER",
                "Exp[-Sign[x] y]        | EVEN",
                "Exp[x]                 | NEITHER",
                "If[x y < a, x, y]      | ODD",
                "If[x < a, x, y]        | NEITHER",
                "If[Abs[x] < a, x^2, x] | NEITHER",
                "Max[x^2, Abs[y]]       | EVEN",
                "Max[x, y]              | NEITHER"
            })
    void a_function_of_fields_is_even_odd_or_neither(String text, Parity expected) {
        Expression e = ExpressionReader.ofOrderParameters(FLOW, Text.of(text));
        assertEquals(expected, Parity.of(e, atom -> atom instanceof Symbol s && s.kind() != Kind.PARAMETER));
    }
}
