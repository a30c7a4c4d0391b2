package org.macrostate.equations.language;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.hipparchus.fraction.BigFraction;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Delta;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.ExpressionText;
import org.macrostate.equations.tensor.Fresh;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.IndexTerm;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Plus;
import org.macrostate.equations.tensor.Position;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Shift;
import org.macrostate.equations.tensor.Symbol;
import org.macrostate.equations.tensor.Times;

/** The running indices in scope, innermost first, and how far each place may run. */
final class IndexResolver {
    private static final int FARTHEST = 1000;
    private static final int DEEPEST = 10;

    private final String text;
    private final Scope scope;
    private final Deque<Index> open = new ArrayDeque<>();
    private final Function<Syntax, Expression> value;
    private final int outer;

    /** @param text that is resolved, for the places of what is wrong */
    IndexResolver(String text, Scope scope, List<Index> free, Function<Syntax, Expression> value) {
        this.text = text;
        this.scope = scope;
        this.value = value;
        free.forEach(open::push);
        this.outer = free.size();
    }

    boolean inScope(String name) {
        return find(name).isPresent();
    }

    List<String> names() {
        return open.stream().map(Index::name).distinct().toList();
    }

    /** Opens the index of an iterator {@code {k, M}} or {@code {k, 2, M}}, beside others of the same {@code head}, such as Sum. */
    IndexRange open(Syntax iterator, Collection<String> alongside, String head) {
        if (!(iterator instanceof Syntax.Braces braces)
                || braces.elements().size() < 2
                || braces.elements().size() > 3
                || !(braces.elements().get(0) instanceof Syntax.Name name)) {
            throw new BadInput("an iterator of " + head + " is {index, extent}, as in {k, M}");
        }
        if (open.size() - outer >= DEEPEST) {
            throw new BadInput("sums are nested more than " + DEEPEST + " deep");
        }
        if (alongside.contains(name.text())) {
            throw new BadInput("index '" + name.text() + "' runs twice in one " + head);
        }
        IndexRange range = new IteratorBounds(scope, this)
                .read(
                        name.text(),
                        braces.elements().subList(1, braces.elements().size()));
        open.push(range.index());
        return range;
    }

    void close(int count) {
        for (int i = 0; i < count; i++) {
            open.pop();
        }
    }

    /** How far an index runs. */
    Expression extent(Syntax syntax) {
        Expression extent = value.apply(syntax);
        checkExtent(extent, scope, 0);
        return extent;
    }

    /** Checks that an extent is made of sizes and whole numbers, and comes to {@code fewest … 1000}. */
    static void checkExtent(Expression extent, Scope scope, int fewest) {
        if (!isOfSizes(extent)) {
            throw new BadInput(
                    "an index runs to a size, a whole number or their Min, found '" + ExpressionText.of(extent) + "'");
        }
        OptionalInt copies = scope.copies(extent);
        if (copies.isPresent() && (copies.getAsInt() < fewest || copies.getAsInt() > FARTHEST)) {
            String text = ExpressionText.of(extent);
            String value = Integer.toString(copies.getAsInt());
            throw new BadInput("an index may run to " + fewest + " … " + FARTHEST + ", found " + text
                    + (text.equals(value) ? "" : " = " + value));
        }
    }

    private static boolean isOfSizes(Expression e) {
        if (e instanceof Rational r) {
            return r.value().getDenominator().equals(java.math.BigInteger.ONE);
        }
        if (e instanceof Symbol s) {
            return s.kind() == Kind.SIZE;
        }
        boolean composite = e instanceof Plus
                || e instanceof Times
                || e instanceof Apply a
                        && (a.function() == org.macrostate.equations.tensor.Function.MIN
                                || a.function() == org.macrostate.equations.tensor.Function.MAX);
        return composite && e.children().stream().allMatch(IndexResolver::isOfSizes);
    }

    /** The indices of a thing with a name. */
    List<IndexTerm> places(String name, Meaning meaning, List<Syntax> arguments) {
        return places(name, meaning, arguments, new ArrayList<>());
    }

    /**
     * The same with neighbouring places, each an index of its own.
     *
     * @param moved gets what ties these indices to those that they are neighbours of
     */
    List<IndexTerm> places(String name, Meaning meaning, List<Syntax> arguments, List<Delta> moved) {
        int wanted = meaning.extents().size();
        if (arguments.size() != wanted) {
            throw new BadInput("'" + name + "' takes " + FunctionTable.count(wanted, "index", "indices") + ", found "
                    + (arguments.isEmpty() ? "none" : Integer.toString(arguments.size()))
                    + aboutBlocks(meaning, arguments.size()));
        }
        List<IndexTerm> places = new ArrayList<>();
        for (int i = 0; i < wanted; i++) {
            Syntax argument = arguments.get(i);
            Expression extent = meaning.extents().get(i);
            places.add(Positions.located(
                    text,
                    argument,
                    () -> scope.allowsNeighbours() && meaning instanceof Meaning.Quantity
                            ? neighbour(argument, name, extent, moved)
                            : place(argument, name, extent)));
        }
        return places;
    }

    private IndexTerm neighbour(Syntax argument, String owner, Expression extent, List<Delta> moved) {
        Optional<NeighbourPlace> beside = NeighbourPlace.read(argument, extent, this);
        if (beside.isEmpty()) {
            return place(argument, owner, extent);
        }
        IndexTerm from = place(beside.get().index(), owner, extent);
        Shift shift = beside.get().shift();
        if (shift.isNone()) {
            return from;
        }
        Index there = Fresh.index(extent);
        moved.add(new Delta(from, there, shift));
        return there;
    }

    private static String aboutBlocks(Meaning meaning, int found) {
        if (!(meaning instanceof Meaning.NamedOverlap o)) {
            return "";
        }
        if (o.inBlocks() && found == o.extents().size() - 1) {
            return ": the index of a block comes first; the total over blocks is the dot product " + o.left() + " . "
                    + o.right();
        }
        return !o.inBlocks() && found == o.extents().size() + 1
                ? ": the model has no spectra, so that its overlaps have no blocks"
                : "";
    }

    /** An index or position that stands in a place of {@code owner} with this many copies. */
    IndexTerm place(Syntax syntax, String owner, Expression copies) {
        IndexTerm term = place(syntax);
        if (term instanceof Position p) {
            OptionalInt known = scope.copies(copies);
            if (known.isPresent() && p.value() > known.getAsInt()) {
                throw new BadInput("'" + owner + "' has " + ExpressionText.of(copies) + named(copies, known.getAsInt())
                        + " copies, found index " + p.value());
            }
        } else if (!fits((Index) term, copies)) {
            throw new BadInput("index '" + ((Index) term).name() + "' runs to "
                    + ExpressionText.of(((Index) term).extent()) + ", but '" + owner + "' has "
                    + ExpressionText.of(copies) + " copies");
        }
        return term;
    }

    private static String named(Expression copies, int value) {
        return copies instanceof Rational ? "" : " = " + value;
    }

    private boolean fits(Index index, Expression copies) {
        Expression extent = index.extent();
        if (extent.equals(copies)
                || extent.minus(copies) instanceof Rational less && less.value().signum() < 0) {
            return true;
        }
        if (extent instanceof Apply min && min.function() == org.macrostate.equations.tensor.Function.MIN) {
            return min.arguments().contains(copies);
        }
        OptionalInt known = scope.copies(copies);
        return extent instanceof Rational r && (known.isEmpty() || r.value().doubleValue() <= known.getAsInt());
    }

    /** An index or position. */
    IndexTerm place(Syntax syntax) {
        if (syntax instanceof Syntax.Name name) {
            return find(name.text())
                    .orElseThrow(() -> open.isEmpty()
                            ? new BadInput("index '" + name.text() + "' is not in scope: no Sum runs over it")
                            : BadInput.unknownName("index", name.text(), names()));
        }
        if (syntax instanceof Syntax.Literal literal
                && literal.value().getDenominator().equals(java.math.BigInteger.ONE)
                && literal.value().compareTo(BigFraction.ONE) >= 0
                && literal.value().doubleValue() <= FARTHEST) {
            return new Position(literal.value().getNumeratorAsInt());
        }
        throw new BadInput("an index is a name or a whole number from 1 to " + FARTHEST);
    }

    /** Whether a text is an index or a number by itself, rather than a size or a neighbour. */
    boolean isPlace(Syntax syntax) {
        return syntax instanceof Syntax.Literal || syntax instanceof Syntax.Name name && inScope(name.text());
    }

    /** Whether a text says how far places run. */
    boolean isExtent(Syntax syntax, Expression extent) {
        return value.apply(syntax).equals(extent);
    }

    /** The number of a running index, as it stands outside of brackets. */
    Expression number(String name) {
        return IndexRange.number(find(name).orElseThrow());
    }

    /** The innermost index of this name. */
    Optional<Index> find(String name) {
        return open.stream().filter(index -> index.name().equals(name)).findFirst();
    }
}
