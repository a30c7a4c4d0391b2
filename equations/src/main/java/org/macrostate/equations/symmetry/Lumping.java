package org.macrostate.equations.symmetry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.derive.Coincidence;
import org.macrostate.equations.derive.NamedTerm;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.derive.StateVariable;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Expansion;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.ExpressionText;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.IndexSum;
import org.macrostate.equations.tensor.IndexTerm;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.MatrixFunction;
import org.macrostate.equations.tensor.Plus;
import org.macrostate.equations.tensor.Position;
import org.macrostate.equations.tensor.Rebuilt;
import org.macrostate.equations.tensor.Substitution;
import org.macrostate.equations.tensor.Symbol;

/**
 * Expressions where copies are alike: a sum over copies is its term at each copy that is spoken of already, plus the number
 * of the others times the term at one of those. Sizes stay symbols; only which coincidences exist depends on them.
 */
final class Lumping {
    private final OrderParameterSystem system;
    private final CopyClasses sorts;
    private final Map<String, StateVariable> lumped;
    private final Map<String, NamedTerm> pieces = new LinkedHashMap<>();

    /** @param lumped new variables by the old name and how its indices coincide, see {@link #key} */
    Lumping(OrderParameterSystem system, CopyClasses sorts, Map<String, StateVariable> lumped) {
        this.system = system;
        this.sorts = sorts;
        this.lumped = lumped;
    }

    /** Each in terms of earlier ones. */
    List<NamedTerm> pieces() {
        return List.copyOf(pieces.values());
    }

    static String key(String name, Coincidence which) {
        return name + " " + which;
    }

    /** An expression in indices that stand at these positions. */
    Expression at(Expression e, List<Index> indices, List<? extends IndexTerm> positions) {
        Map<String, IndexTerm> places = new HashMap<>();
        Map<Expression, Set<Integer>> scope = new HashMap<>();
        for (int i = 0; i < indices.size(); i++) {
            places.put(indices.get(i).name(), positions.get(i));
            scope.computeIfAbsent(sorts.required(indices.get(i).extent()), s -> new TreeSet<>())
                    .add(((Position) positions.get(i)).value());
        }
        return of(Substitution.indices(places).in(e), scope);
    }

    private Expression of(Expression e, Map<Expression, Set<Integer>> scope) {
        if (e instanceof IndexSum s) {
            return sum(s, scope);
        }
        if (e instanceof Apply a && MatrixFunction.is(a)) {
            return matrixFunction(a, scope);
        }
        return e instanceof Symbol s ? symbol(s) : Rebuilt.of(e, child -> of(child, scope));
    }

    private Expression sum(IndexSum sum, Map<Expression, Set<Integer>> scope) {
        Index index = sum.index();
        if (isOfTable(index, sum.body())) {
            return IndexSum.of(index, of(sum.body(), scope));
        }
        return sorts.of(index.extent())
                .map(sort -> overCopies(sum, sort, scope))
                .orElseGet(() -> oneByOne(sum, scope));
    }

    private static boolean isOfTable(Index index, Expression body) {
        return Expansion.contains(
                body,
                e -> e instanceof Symbol s
                        && s.kind() == Kind.TABLE
                        && s.indices().contains(index));
    }

    private Expression overCopies(IndexSum sum, Expression sort, Map<Expression, Set<Integer>> scope) {
        Set<Integer> known = scope.getOrDefault(sort, Set.of());
        List<Expression> terms = new ArrayList<>();
        for (int copy : known) {
            terms.add(of(at(sum, copy), scope));
        }
        if (known.size() < sorts.count(sort)) {
            int other = 1;
            while (known.contains(other)) {
                other++;
            }
            Expression others = sum.index().extent().minus(Expression.of(known.size()));
            terms.add(others.times(of(at(sum, other), with(scope, sort, other))));
        }
        return Plus.of(terms);
    }

    /** Element by element: those of copies that are alike are the same. */
    private Expression matrixFunction(Apply apply, Map<Expression, Set<Integer>> scope) {
        int rows = sorts.value(MatrixFunction.row(apply).extent());
        int columns = sorts.value(MatrixFunction.column(apply).extent());
        List<List<List<Expression>>> matrices = new ArrayList<>();
        for (int matrix = 0; matrix < apply.arguments().size(); matrix++) {
            List<List<Expression>> lumpedRows = new ArrayList<>();
            for (List<Expression> row : MatrixFunction.entries(apply, matrix, rows, columns)) {
                lumpedRows.add(row.stream().map(e -> of(e, scope)).toList());
            }
            matrices.add(lumpedRows);
        }
        return MatrixFunction.expanded(apply.function(), matrices)
                .orElseThrow(() -> new BadInput("'" + apply.function().text() + "' of " + rows + " rows and " + columns
                        + " columns has no short form where copies are alike"));
    }

    /** An extent such as {@code Min[M, Ms]}: its indices may stand for copies of several sorts. */
    private Expression oneByOne(IndexSum sum, Map<Expression, Set<Integer>> scope) {
        int last = sorts.value(sum.index().extent());
        List<Expression> terms = new ArrayList<>();
        for (int copy = 1; copy <= last; copy++) {
            Map<Expression, Set<Integer>> wider = scope;
            for (Expression sort : sorts.all()) {
                wider = copy <= sorts.count(sort) ? with(wider, sort, copy) : wider;
            }
            terms.add(of(at(sum, copy), wider));
        }
        return Plus.of(terms);
    }

    private static Expression at(IndexSum sum, int copy) {
        return Substitution.index(sum.index(), new Position(copy)).in(sum.body());
    }

    private static Map<Expression, Set<Integer>> with(Map<Expression, Set<Integer>> scope, Expression sort, int copy) {
        Map<Expression, Set<Integer>> wider = new HashMap<>(scope);
        Set<Integer> copies = new TreeSet<>(scope.getOrDefault(sort, Set.of()));
        copies.add(copy);
        wider.put(sort, copies);
        return wider;
    }

    private Expression symbol(Symbol s) {
        return switch (s.kind()) {
            case ORDER, SCALAR -> variable(s);
            case PIECE, COMBINATION -> piece(s);
            case PARAMETER -> s.indices().isEmpty() ? s : new Symbol(s.kind(), s.name(), List.of(new Position(1)));
            case SIZE, PLACE, RANDOM, TABLE, FIELD, SAMPLE, VECTOR, TIME -> s;
        };
    }

    private Expression variable(Symbol s) {
        StateVariable variable = system.variable(s.name()).orElseThrow();
        StateVariable one = lumped.get(key(s.name(), coincidence(variable, s.indices())));
        if (one == null) {
            throw new IllegalStateException("no such copies: " + ExpressionText.of(s));
        }
        return one.symbol();
    }

    Coincidence coincidence(StateVariable variable, List<IndexTerm> places) {
        List<Index> indices = variable.indices();
        boolean comparable = indices.size() == 2
                && sorts.required(indices.get(0).extent())
                        .equals(sorts.required(indices.get(1).extent()));
        return !comparable
                ? Coincidence.ANY
                : places.get(0).equals(places.get(1)) ? Coincidence.SAME : Coincidence.DIFFERENT;
    }

    private Expression piece(Symbol s) {
        NamedTerm piece = system.piece(s.name()).orElseThrow();
        List<IndexTerm> places = sorts.canonical(piece.indices(), s.indices());
        StringBuilder name = new StringBuilder(s.name());
        for (int i = 0; i < places.size(); i++) {
            name.append(i == 0 ? "_" : "").append(((Position) places.get(i)).value());
        }
        if (!pieces.containsKey(name.toString())) {
            Expression value = at(piece.value(), piece.indices(), places);
            pieces.put(
                    name.toString(),
                    NamedTerm.of(name.toString(), List.of(), value, meaning(piece, places))
                            .by(piece.rule(), piece.numerical()));
        }
        return new Symbol(s.kind(), name.toString(), List.of());
    }

    /** With positions in place of letters. */
    private static String meaning(NamedTerm piece, List<IndexTerm> places) {
        String text = piece.meaning();
        for (int i = 0; i < places.size(); i++) {
            String letter = piece.indices().get(i).name();
            String number = ExpressionText.of(places.get(i));
            text = text.replaceAll("(?<=[\\[,])" + java.util.regex.Pattern.quote(letter) + "(?=[\\],])", number);
        }
        return text;
    }
}
