package org.macrostate.equations.language;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.ExpressionText;
import org.macrostate.equations.tensor.Shift;

/**
 * A place beside a running index, as it is written in brackets: {@code j+1} and {@code j-2} on a line, beyond whose edges there is
 * nothing; {@code Mod[j+1, n, 1]} on a ring; {@code Max[j-1, 1]} and {@code Min[j+1, n]} held at an edge.
 *
 * @param index the running index
 */
record NeighbourPlace(Syntax.Name index, Shift shift) {
    private static final int FARTHEST = 100;

    /**
     * Reads a place; empty if it is something else, an index by itself or a number.
     *
     * @param extent how far the places run
     * @param indices those in scope
     * @throws BadInput if an index is in it and it is no neighbouring place
     */
    static Optional<NeighbourPlace> read(Syntax syntax, Expression extent, IndexResolver indices) {
        if (!(syntax instanceof Syntax.Call call)) {
            return Optional.empty();
        }
        Optional<NeighbourPlace> read = place(call, extent, indices);
        if (read.isEmpty()) {
            throw none(extent);
        }
        if (Math.abs(read.get().shift().by()) > FARTHEST) {
            throw new BadInput("a neighbouring place is at most " + FARTHEST + " places away, found "
                    + Math.abs(read.get().shift().by()));
        }
        return read;
    }

    private static BadInput none(Expression extent) {
        String last = ExpressionText.of(extent);
        return new BadInput(
                "an index is a name, a whole number or a neighbour: j+1 and j-1, 0 beyond the edges; Mod[j+1, " + last
                        + ", 1] on a ring; Max[j-1, 1] and Min[j+1, " + last + "] held at an edge");
    }

    private static Optional<NeighbourPlace> place(Syntax.Call call, Expression extent, IndexResolver indices) {
        List<Syntax> arguments = call.arguments();
        return switch (call.head()) {
            case "Plus" -> onLine(call, Shift.Edge.OPEN, extent);
            case "Mod" ->
                arguments.size() == 3 && indices.isExtent(arguments.get(1), extent) && isOne(arguments.get(2))
                        ? onLine(arguments.get(0), Shift.Edge.PERIODIC, extent)
                        : Optional.empty();
            case "Max" ->
                arguments.size() == 2 && isOne(arguments.get(1))
                        ? onLine(arguments.get(0), Shift.Edge.HELD, extent)
                                .filter(place -> place.shift().by() < 0)
                        : Optional.empty();
            case "Min" ->
                arguments.size() == 2 && indices.isExtent(arguments.get(1), extent)
                        ? onLine(arguments.get(0), Shift.Edge.HELD, extent)
                                .filter(place -> place.shift().by() > 0)
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static boolean isOne(Syntax syntax) {
        return whole(syntax).equals(OptionalInt.of(1));
    }

    /** {@code j + 1}: a name and whole numbers. */
    static Optional<NeighbourPlace> onLine(Syntax syntax, Shift.Edge edge, Expression extent) {
        List<Syntax> terms =
                syntax instanceof Syntax.Call call && call.head().equals("Plus") ? call.arguments() : List.of(syntax);
        Optional<Syntax.Name> index = Optional.empty();
        int by = 0;
        for (Syntax term : terms) {
            OptionalInt number = whole(term);
            if (number.isPresent()) {
                by += number.getAsInt();
            } else if (term instanceof Syntax.Name name && index.isEmpty()) {
                index = Optional.of(name);
            } else {
                return Optional.empty();
            }
        }
        int places = by;
        return index.map(name -> new NeighbourPlace(name, new Shift(places, edge, extent)));
    }

    private static OptionalInt whole(Syntax syntax) {
        if (syntax instanceof Syntax.Call call
                && call.head().equals("Minus")
                && call.arguments().size() == 1) {
            OptionalInt positive = whole(call.arguments().get(0));
            return positive.isPresent() ? OptionalInt.of(-positive.getAsInt()) : positive;
        }
        return syntax instanceof Syntax.Literal literal
                        && literal.value().getDenominator().equals(java.math.BigInteger.ONE)
                        && Math.abs(literal.value().doubleValue()) <= 1000
                ? OptionalInt.of(literal.value().getNumeratorAsInt())
                : OptionalInt.empty();
    }
}
