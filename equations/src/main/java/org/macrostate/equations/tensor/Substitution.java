package org.macrostate.equations.tensor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Replaces indices and atoms throughout an expression, rebuilding it canonically. Bound indices are internal names that
 * are renamed where they would capture a free one, and are left alone where a sum around them has an index of the same name.
 */
public final class Substitution {
    private final Map<String, IndexTerm> indices;
    private final UnaryOperator<Expression> atoms;

    private Substitution(Map<String, IndexTerm> indices, UnaryOperator<Expression> atoms) {
        this.indices = indices;
        this.atoms = atoms;
    }

    /** Index {@code from} becomes {@code to}. */
    public static Substitution index(Index from, IndexTerm to) {
        return new Substitution(Map.of(from.name(), to), UnaryOperator.identity());
    }

    /** Several indices at once, by name. */
    public static Substitution indices(Map<String, IndexTerm> replacements) {
        return new Substitution(Map.copyOf(replacements), UnaryOperator.identity());
    }

    /** Several indices at once, each by what stands in the same place of the other list, which is as long. */
    public static Substitution indices(List<Index> from, List<? extends IndexTerm> to) {
        Map<String, IndexTerm> replacements = new HashMap<>();
        for (int i = 0; i < from.size(); i++) {
            replacements.put(from.get(i).name(), to.get(i));
        }
        return indices(replacements);
    }

    /** Every atom (symbol, overlap, field, delta) becomes what {@code replacement} makes of it. */
    public static Substitution atoms(UnaryOperator<Expression> replacement) {
        return new Substitution(Map.of(), replacement);
    }

    public Expression in(Expression e) {
        if (e instanceof IndexBinder b) {
            return underBinder(b);
        }
        return e.children().isEmpty() ? inAtom(e) : Rebuilt.of(e, this::in);
    }

    private Expression underBinder(IndexBinder binder) {
        Index bound = binder.index();
        String fresh =
                indices.containsKey(bound.name()) ? Fresh.name() : Fresh.unusedBy(indices.values(), bound.name());
        Index safe = bound.renamed(fresh);
        Expression body = binder.body();
        if (!fresh.equals(bound.name())) {
            body = index(bound, safe).in(body);
        }
        return binder.over(safe, in(body));
    }

    private Expression inAtom(Expression atom) {
        if (atom instanceof Symbol s) {
            List<IndexTerm> places = replaced(s.indices());
            return s.kind() == Kind.PLACE && places.get(0) instanceof Position known
                    ? Expression.of(known.value())
                    : atoms.apply(new Symbol(s.kind(), s.name(), places));
        }
        if (atom instanceof Delta d) {
            Expression delta = d.at(replaced(d.left()), replaced(d.right()));
            return delta instanceof Delta ? atoms.apply(delta) : delta;
        }
        if (atom instanceof Overlap o) {
            return atoms.apply(new Overlap(replaced(o.left()), replaced(o.right()), replaced(o.block())));
        }
        if (atom instanceof FieldFunction f) {
            return new FieldFunction(f.name(), all(f.fields()), all(f.given()));
        }
        if (atom instanceof Field f) {
            return atoms.apply(new Field(replaced(f.vector()), f.sample(), replaced(f.block())));
        }
        return atom;
    }

    private VectorTerm replaced(VectorTerm vector) {
        return new VectorTerm(vector.family(), replaced(vector.indices()));
    }

    private List<IndexTerm> replaced(List<IndexTerm> terms) {
        return terms.stream().map(this::replaced).toList();
    }

    private IndexTerm replaced(IndexTerm term) {
        if (term instanceof Index i) {
            IndexTerm to = indices.get(i.name());
            return to == null ? term : to;
        }
        return term;
    }

    private List<Expression> all(List<Expression> expressions) {
        return expressions.stream().map(this::in).toList();
    }
}
