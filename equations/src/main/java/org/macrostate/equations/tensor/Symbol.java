package org.macrostate.equations.tensor;

import java.util.List;

/** A named quantity with its indices. */
public record Symbol(Kind kind, String name, List<IndexTerm> indices) implements Expression {
    public static final Symbol TIME = new Symbol(Kind.TIME, "t", List.of());

    public Symbol {
        indices = List.copyOf(indices);
    }

    public static Symbol size(String name) {
        return new Symbol(Kind.SIZE, name, List.of());
    }

    public static Symbol parameter(String name) {
        return new Symbol(Kind.PARAMETER, name, List.of());
    }

    @Override
    public <T> T match(ExpressionCases<T> cases) {
        return cases.symbol(this);
    }

    @Override
    public List<Expression> children() {
        return List.of();
    }
}
