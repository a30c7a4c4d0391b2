package org.macrostate.engine.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.macrostate.equations.derive.IndexLetters;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.derive.StateVariable;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Delta;
import org.macrostate.equations.tensor.Expansion;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.IndexSum;
import org.macrostate.equations.tensor.IndexTerm;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.MatrixFunction;
import org.macrostate.equations.tensor.Neighbours;
import org.macrostate.equations.tensor.Plus;
import org.macrostate.equations.tensor.Position;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Substitution;
import org.macrostate.equations.tensor.Symbol;
import org.macrostate.equations.tensor.Times;

/**
 * Expressions with sizes bound: sums written out term by term (those over quadrature nodes stay sums), sizes as numbers,
 * symmetric elements as {@code k <= l}.
 */
public final class Unrolled {
    private final OrderParameterSystem system;
    private final Sizes sizes;
    private final IndexLetters letters;

    public Unrolled(OrderParameterSystem system, Sizes sizes) {
        this.system = system;
        this.sizes = sizes;
        this.letters = new IndexLetters(system.problem());
    }

    /** An expression at a place of its free indices. */
    public Expression at(List<Index> indices, List<Integer> place, Expression value) {
        Map<String, IndexTerm> positions = new HashMap<>();
        for (int i = 0; i < indices.size(); i++) {
            positions.put(indices.get(i).name(), new Position(place.get(i)));
        }
        return letters.bound(Substitution.atoms(this::bound)
                .in(unrolled(Substitution.indices(positions).in(value))));
    }

    private Expression unrolled(Expression e) {
        if (e instanceof IndexSum sum && Neighbours.of(sum).isPresent()) {
            return neighbour(sum, Neighbours.of(sum).get());
        }
        if (e instanceof IndexSum sum && isOverNodes(sum)) {
            return new IndexSum(sum.index(), unrolled(sum.body()));
        }
        if (e instanceof IndexSum sum) {
            List<Expression> terms = new ArrayList<>();
            for (int i = 1; i <= sizes.of(sum.index().extent()); i++) {
                terms.add(unrolled(
                        Substitution.index(sum.index(), new Position(i)).in(sum.body())));
            }
            return Plus.of(terms);
        }
        if (e instanceof Plus p) {
            return Plus.of(p.terms().stream().map(this::unrolled).toList());
        }
        if (e instanceof Times t) {
            return Times.of(t.factors().stream().map(this::unrolled).toList());
        }
        if (e instanceof Power p) {
            return Power.of(unrolled(p.base()), unrolled(p.exponent()));
        }
        if (e instanceof Apply a && MatrixFunction.is(a)) {
            return matrixFunction(a);
        }
        return e instanceof Apply a
                ? Apply.of(
                        a.function(), a.arguments().stream().map(this::unrolled).toList())
                : e;
    }

    private static boolean isOverNodes(IndexSum sum) {
        return Expansion.contains(
                sum.body(),
                e -> e instanceof Symbol s
                        && s.kind() == Kind.TABLE
                        && s.indices().contains(sum.index()));
    }

    private Expression neighbour(IndexSum sum, Delta delta) {
        int count = sizes.of(delta.shift().extent());
        if (!(delta.left() instanceof Position from)) {
            return sum;
        }
        OptionalInt to = delta.shift().from(from.value(), count);
        return to.isEmpty()
                ? Rational.ZERO
                : unrolled(Substitution.index(sum.index(), new Position(to.getAsInt()))
                        .in(sum.body()));
    }

    /** A large matrix stays in its indices. */
    private Expression matrixFunction(Apply apply) {
        int rows = sizes.of(MatrixFunction.row(apply).extent());
        int columns = sizes.of(MatrixFunction.column(apply).extent());
        List<List<List<Expression>>> matrices = new ArrayList<>();
        for (int i = 0; i < apply.arguments().size(); i++) {
            matrices.add(MatrixFunction.entries(apply, i, rows, columns).stream()
                    .map(row -> row.stream().map(this::unrolled).toList())
                    .toList());
        }
        return MatrixFunction.expanded(apply.function(), matrices).orElse(apply);
    }

    private Expression bound(Expression atom) {
        if (atom instanceof Delta d && d.left() instanceof Position one && d.right() instanceof Position other) {
            boolean holds =
                    d.holds(one.value(), other.value(), sizes.of(d.shift().extent()));
            return holds ? Rational.ONE : Rational.ZERO;
        }
        if (atom instanceof Symbol s && s.kind() == Kind.PLACE && s.indices().get(0) instanceof Position place) {
            return Expression.of(place.value());
        }
        if (atom instanceof Symbol s && s.indices().isEmpty() && sizes.values().containsKey(s.name())) {
            return Expression.of(sizes.values().get(s.name()));
        }
        if (atom instanceof Symbol s && s.kind() == Kind.ORDER) {
            return system.variable(s.name())
                    .map(variable -> element(variable, s))
                    .orElse(s);
        }
        return atom;
    }

    /** Zero in a block where the overlap has no share. */
    private static Expression element(StateVariable variable, Symbol symbol) {
        if (!symbol.indices().stream().allMatch(Position.class::isInstance)) {
            return symbol;
        }
        List<Integer> places = symbol.indices().stream()
                .map(place -> ((Position) place).value())
                .toList();
        if (places.isEmpty() || variable.isAbsent(places)) {
            return places.isEmpty() ? symbol : Rational.ZERO;
        }
        return variable.at((variable.isKept(places) ? places : variable.exchanged(places))
                .stream().map(Position::new).toList());
    }
}
