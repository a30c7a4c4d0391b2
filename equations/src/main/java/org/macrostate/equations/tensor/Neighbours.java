package org.macrostate.equations.tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What stands at neighbouring places. {@code u[j+1]} is kept as the sum over k of u[k] times a shifted delta of j and k, so
 * that the rules for sums and deltas apply to it, also at an edge; it is shown as it was written.
 */
public final class Neighbours {
    private Neighbours() {}

    /**
     * A sum with shifted deltas in its index.
     *
     * @param body what stands at a place
     */
    public static Expression at(List<Delta> moved, Expression body) {
        Expression sum = body;
        for (Delta delta : moved) {
            sum = IndexSum.of((Index) delta.right(), delta.times(sum));
        }
        return sum;
    }

    /** Whether places follow from others somewhere in an expression. */
    public static boolean in(Expression e) {
        return Expansion.contains(
                e,
                part -> part instanceof Delta delta && !delta.shift().isNone()
                        || part instanceof Symbol symbol && symbol.kind() == Kind.PLACE);
    }

    /** The delta that ties the index of a sum to another place; empty if the sum has none. */
    public static Optional<Delta> of(IndexSum sum) {
        return Times.factorsOf(sum.body()).stream()
                .filter(Delta.class::isInstance)
                .map(Delta.class::cast)
                .filter(delta -> !delta.shift().isNone()
                        && delta.right().equals(sum.index())
                        && !delta.left().equals(sum.index()))
                .findFirst();
    }

    /** The sum as it is written: its body at the neighbouring place. */
    public static Optional<Expression> shown(IndexSum sum) {
        return of(sum).map(delta -> {
            List<Expression> rest = new ArrayList<>(Times.factorsOf(sum.body()));
            rest.remove(delta);
            return Substitution.index(sum.index(), delta.shift().shown(delta.left()))
                    .in(Times.of(rest));
        });
    }

    /** The expression with neighbouring places as they are written, to be shown and not to be computed with. */
    public static Expression shown(Expression e) {
        return in(e) ? written(e) : e;
    }

    private static Expression written(Expression e) {
        if (e instanceof IndexSum sum) {
            return shown(sum).map(Neighbours::written).orElseGet(() -> sum.shown(sum.index(), written(sum.body())));
        }
        if (e instanceof Plus p) {
            return new Plus(p.terms().stream().map(Neighbours::written).toList());
        }
        if (e instanceof Times t) {
            return new Times(t.factors().stream().map(Neighbours::written).toList());
        }
        if (e instanceof Symbol symbol && symbol.kind() == Kind.PLACE) {
            return new Symbol(Kind.SIZE, ExpressionText.of(symbol.indices().get(0)), List.of());
        }
        return Rebuilt.of(e, Neighbours::written);
    }
}
