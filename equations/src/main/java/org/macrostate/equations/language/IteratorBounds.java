package org.macrostate.equations.language;

import java.util.List;
import java.util.Optional;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Shift;

/**
 * The bounds of iterators: {@code {k, M}} and {@code {k, 2, M}} with sizes and whole numbers, {@code {k, i}}, {@code {k, i-1}} and
 * {@code {k, i+1, M}} with an index that runs further out. An index always runs from 1 to an extent; other bounds are a factor that
 * is one between them and zero elsewhere, so that whatever holds of sums holds of these.
 */
final class IteratorBounds {
    private final Scope scope;
    private final IndexResolver indices;

    IteratorBounds(Scope scope, IndexResolver indices) {
        this.scope = scope;
        this.indices = indices;
    }

    /**
     * Reads the bounds of an index.
     *
     * @param bounds one or two: the last place, or the first and the last
     * @throws BadInput if a bound is none, or may lie outside of the places there are
     */
    IndexRange read(String name, List<Syntax> bounds) {
        Syntax last = bounds.get(bounds.size() - 1);
        Optional<Bound> outer = running(last);
        if (outer.isPresent() && outer.get().by() > 0) {
            throw new BadInput("an index that runs to '" + outer.get().index().name() + "+"
                    + outer.get().by() + "' may run past the last copy: write {" + name + ", "
                    + outer.get().index().name() + "}");
        }
        Expression extent = outer.map(bound -> bound.index().extent()).orElseGet(() -> indices.extent(last));
        Index index = new Index(name, extent);
        Expression place = IndexRange.number(index);
        Expression below =
                outer.map(bound -> IndexRange.where(place, bound.place())).orElse(Rational.ONE);
        Expression above = bounds.size() == 1 ? Rational.ONE : from(name, bounds.get(0), place);
        return new IndexRange(index, below.times(above));
    }

    private Expression from(String name, Syntax first, Expression place) {
        Optional<Bound> inner = running(first);
        if (inner.isPresent() && inner.get().by() < 0) {
            throw new BadInput("an index that runs from '" + inner.get().index().name()
                    + inner.get().by() + "' may begin before the first copy: write {" + name + ", "
                    + inner.get().index().name() + ", ..}");
        }
        if (inner.isPresent()) {
            return IndexRange.where(inner.get().place(), place);
        }
        if (first instanceof Syntax.Literal literal && literal.value().doubleValue() < 1) {
            throw new BadInput("an index runs from 1 or a later place: write {" + name + ", extent}");
        }
        Expression value = indices.extent(first);
        return value.isOne() ? Rational.ONE : IndexRange.where(value, place);
    }

    /** A bound that moves with an index, so many places before or after it. */
    private record Bound(Index index, int by) {
        Expression place() {
            return IndexRange.number(index).plus(Expression.of(by));
        }
    }

    private Optional<Bound> running(Syntax syntax) {
        return NeighbourPlace.onLine(syntax, Shift.Edge.OPEN, Rational.ONE)
                .filter(place -> scope.meaning(place.index().text()).isEmpty())
                .flatMap(place -> indices.find(place.index().text())
                        .map(index -> new Bound(index, place.shift().by())));
    }
}
