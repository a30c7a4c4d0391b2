package org.macrostate.equations.tensor;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The index letters of an expression. */
public final class Indices {
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

    /** The index places an atom itself carries. */
    public static List<IndexTerm> of(Expression atom) {
        if (atom instanceof Symbol s) {
            return s.indices();
        }
        if (atom instanceof Delta d) {
            return List.of(d.left(), d.right());
        }
        if (atom instanceof Field f) {
            return f.block().isEmpty()
                    ? f.vector().indices()
                    : joined(f.block(), f.vector().indices());
        }
        if (atom instanceof FieldFunction f) {
            return Stream.concat(f.fields().stream(), f.given().stream())
                    .flatMap(field -> of(field).stream())
                    .toList();
        }
        if (atom instanceof Overlap o) {
            return joined(o.block(), joined(o.left().indices(), o.right().indices()));
        }
        return List.of();
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
