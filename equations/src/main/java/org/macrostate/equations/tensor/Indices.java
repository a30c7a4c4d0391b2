package org.macrostate.equations.tensor;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The index letters of an expression. */
public final class Indices {
    private static final ExpressionCases<List<IndexTerm>> PLACES = new ExpressionCases<>() {
        @Override
        public List<IndexTerm> rational(Rational number) {
            return List.of();
        }

        @Override
        public List<IndexTerm> constant(Constant constant) {
            return List.of();
        }

        @Override
        public List<IndexTerm> symbol(Symbol symbol) {
            return symbol.indices();
        }

        @Override
        public List<IndexTerm> overlap(Overlap overlap) {
            return joined(
                    overlap.block(),
                    joined(overlap.left().indices(), overlap.right().indices()));
        }

        @Override
        public List<IndexTerm> field(Field field) {
            return field.block().isEmpty()
                    ? field.vector().indices()
                    : joined(field.block(), field.vector().indices());
        }

        @Override
        public List<IndexTerm> fieldFunction(FieldFunction function) {
            return Stream.concat(function.fields().stream(), function.given().stream())
                    .flatMap(Indices::within)
                    .toList();
        }

        @Override
        public List<IndexTerm> delta(Delta delta) {
            return List.of(delta.left(), delta.right());
        }

        @Override
        public List<IndexTerm> plus(Plus sum) {
            return List.of();
        }

        @Override
        public List<IndexTerm> times(Times product) {
            return List.of();
        }

        @Override
        public List<IndexTerm> power(Power power) {
            return List.of();
        }

        @Override
        public List<IndexTerm> apply(Apply application) {
            return List.of();
        }

        @Override
        public List<IndexTerm> sum(IndexSum sum) {
            return List.of();
        }

        @Override
        public List<IndexTerm> list(IndexList list) {
            return List.of();
        }
    };

    private Indices() {}

    /** Names of the indices that are not bound by a sum, in order of appearance. */
    public static Set<String> free(Expression expression) {
        Set<String> names = new LinkedHashSet<>();
        collect(expression, names, true);
        return names;
    }

    /** Names of all indices, bound ones included. */
    public static Set<String> all(Expression expression) {
        Set<String> names = new LinkedHashSet<>();
        collect(expression, names, false);
        return names;
    }

    /** The n-th internal name of a bound index; no user can write it. */
    public static String internal(int n) {
        return "#" + n;
    }

    /** The index places an atom itself carries; none of anything else. */
    public static List<IndexTerm> of(Expression atom) {
        return atom.match(PLACES);
    }

    /** Those of an expression that are not bound in it: a field may be a sum. */
    private static Stream<IndexTerm> within(Expression e) {
        if (e instanceof IndexBinder sum) {
            return within(sum.body())
                    .filter(term -> !(term instanceof Index i
                            && i.name().equals(sum.index().name())));
        }
        return Stream.concat(of(e).stream(), e.children().stream().flatMap(Indices::within));
    }

    private static List<IndexTerm> joined(List<IndexTerm> first, List<IndexTerm> then) {
        return Stream.concat(first.stream(), then.stream()).toList();
    }

    private static void collect(Expression e, Set<String> names, boolean freeOnly) {
        for (IndexTerm term : of(e)) {
            if (term instanceof Index i) {
                names.add(i.name());
            }
        }
        if (e instanceof IndexBinder sum) {
            Set<String> inside = new LinkedHashSet<>();
            collect(sum.body(), inside, freeOnly);
            if (freeOnly) {
                inside.remove(sum.index().name());
            } else {
                inside.add(sum.index().name());
            }
            names.addAll(inside);
            return;
        }
        for (Expression child : e.children()) {
            collect(child, names, freeOnly);
        }
    }
}
