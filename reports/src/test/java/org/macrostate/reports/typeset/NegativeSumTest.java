package org.macrostate.reports.typeset;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.macrostate.equations.model.BundledModels;
import org.macrostate.equations.model.ModelFile;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Plus;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Symbol;
import org.macrostate.equations.tensor.Times;
import org.macrostate.reports.table.ExpressionUnicode;

/** A sum that is taken away keeps its brackets. */
class NegativeSumTest {
    private static final Expression SUM = Rational.ONE.plus(Symbol.parameter("lambda"));
    private static final Expression MINUS = Times.of(Rational.MINUS_ONE, SUM);
    private final ExpressionUnicode formula =
            new ExpressionUnicode(Typesetter.of(ModelFile.read(BundledModels.text("linear-vae"), "linear-vae")));

    @Test
    void by_itself_and_in_another_sum() {
        assertEquals("−(1 + λ)", formula.of(MINUS).replace("− (", "−("));
        assertEquals("β − (1 + λ)", formula.of(new Plus(List.of(Symbol.parameter("beta"), MINUS))));
        assertEquals("β − 1 − λ", formula.of(Plus.of(Symbol.parameter("beta"), MINUS)));
    }
}
