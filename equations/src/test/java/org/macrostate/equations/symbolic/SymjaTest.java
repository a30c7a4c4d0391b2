package org.macrostate.equations.symbolic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.NumericValue;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Symbol;

class SymjaTest {
    /** Names that Symja has meanings of its own for. */
    private static final Symbol BETA = Symbol.parameter("beta");

    private static final Symbol E = Symbol.parameter("E");
    private static final Symbol N = Symbol.parameter("N");

    @Test
    void names_that_are_built_in_are_symbols_like_others() {
        Expression linear = E.times(N).minus(N.times(BETA));
        assertEquals(List.of(E), new Symja().solve(linear, BETA));
    }

    @Test
    void a_cubic_has_a_real_root_by_cardano() {
        Expression cubic = Power.of(BETA, 3).plus(E.times(BETA)).minus(N);
        double root = new Symja()
                .solve(cubic, BETA).stream()
                        .mapToDouble(r -> NumericValue.of(r, Map.of(E, 3.0, N, 14.0)))
                        .filter(Double::isFinite)
                        .findFirst()
                        .orElseThrow();
        assertEquals(2, root, 1e-12);
    }

    @Test
    void nothing_is_printed() {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream capture = new PrintStream(printed, true, StandardCharsets.UTF_8);
        try {
            System.setOut(capture);
            System.setErr(capture);
            new Symja().solve(Power.of(BETA, 5).plus(BETA).plus(Rational.ONE), BETA);
            new Symja().solve(BETA.minus(BETA).plus(N).over(BETA), BETA);
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        assertEquals("", printed.toString(StandardCharsets.UTF_8));
        assertFalse(printed.size() > 0);
    }
}
