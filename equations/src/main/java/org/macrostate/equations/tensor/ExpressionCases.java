package org.macrostate.equations.tensor;

/**
 * What to make of an expression of each kind, for {@link Expression#match}. There is no case for the rest: whoever adds a kind
 * of expression is told by the compiler where it is not yet thought of.
 *
 * @param <T> what is made
 */
public interface ExpressionCases<T> {
    T rational(Rational number);

    T constant(Constant constant);

    T symbol(Symbol symbol);

    T overlap(Overlap overlap);

    T field(Field field);

    T fieldFunction(FieldFunction function);

    T delta(Delta delta);

    T plus(Plus sum);

    T times(Times product);

    T power(Power power);

    T apply(Apply application);

    T sum(IndexSum sum);

    T list(IndexList list);
}
