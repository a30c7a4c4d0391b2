package org.macrostate.equations.language;

import java.util.List;
import org.hipparchus.fraction.BigFraction;

/** A parsed expression; {@code offset} is the 0-based character in the text where it starts (operators: the operator). */
public sealed interface Syntax {
    int offset();

    /** A number, exact as written: {@code 0.1} is one tenth. */
    record Literal(BigFraction value, int offset) implements Syntax {}

    /** A name without indices or arguments. */
    record Name(String text, int offset) implements Syntax {}

    /** {@code head[a, b]}: a function, or a symbol with indices; operators too, by their Wolfram names. */
    record Call(String head, List<Syntax> arguments, int offset) implements Syntax {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /** {@code {a, b}}. */
    record Braces(List<Syntax> elements, int offset) implements Syntax {
        public Braces {
            elements = List.copyOf(elements);
        }
    }
}
