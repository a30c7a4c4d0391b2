package org.macrostate.reports.code;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.IndexBinder;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Symbol;

/** The sizes that expressions mention, as numbers or as the extents of sums. */
final class CodeSizes {
    private CodeSizes() {}

    static Set<String> in(Collection<Expression> expressions) {
        Set<String> names = new LinkedHashSet<>();
        expressions.forEach(e -> collect(e, names));
        return names;
    }

    private static void collect(Expression e, Set<String> names) {
        if (e instanceof Symbol s && s.kind() == Kind.SIZE) {
            names.add(s.name());
        }
        if (e instanceof IndexBinder sum) {
            collect(sum.index().extent(), names);
        }
        e.children().forEach(child -> collect(child, names));
    }
}
