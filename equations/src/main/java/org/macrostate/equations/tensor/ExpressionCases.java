package org.macrostate.equations.tensor;

/**
 * One function for each kind of expression, for {@link Expression#match}. There is no default case: where a new kind of
 * expression is not handled, the program does not compile.
 *
 * @param <T> the result
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
