package org.macrostate.equations.language;

import java.math.BigDecimal;
import org.hipparchus.fraction.BigFraction;
import org.macrostate.equations.BadInput;

/** A decimal number as the exact fraction it denotes. */
final class NumberLiteral {
    private static final int LONGEST = 400;

    private NumberLiteral() {}

    static Syntax.Literal of(Token token, String text) {
        try {
            BigDecimal value = new BigDecimal(token.text().replace("*^", "e"));
            if (token.text().length() > LONGEST || Math.abs((long) value.scale()) > LONGEST) {
                throw tooLong(token, text);
            }
            BigFraction fraction = value.scale() <= 0
                    ? new BigFraction(value.toBigIntegerExact())
                    : new BigFraction(value.unscaledValue(), java.math.BigInteger.TEN.pow(value.scale()));
            return new Syntax.Literal(fraction, token.offset());
        } catch (NumberFormatException | ArithmeticException e) {
            throw tooLong(token, text);
        }
    }

    private static BadInput tooLong(Token token, String text) {
        return new BadInput("a number may have at most " + LONGEST + " digits").at(Positions.of(text, token.offset()));
    }
}
