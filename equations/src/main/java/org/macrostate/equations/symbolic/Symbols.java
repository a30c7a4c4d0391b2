package org.macrostate.equations.symbolic;

import java.util.Set;
import java.util.TreeSet;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Symbol;

/** The symbols of an expression, in canonical order. */
public final class Symbols {
    private Symbols() {}

    public static Set<Symbol> of(Expression expression) {
        Set<Symbol> symbols = new TreeSet<>();
        collect(expression, symbols);
        return symbols;
    }

    private static void collect(Expression e, Set<Symbol> symbols) {
        if (e instanceof Symbol s) {
            symbols.add(s);
        }
        e.children().forEach(child -> collect(child, symbols));
    }
}
