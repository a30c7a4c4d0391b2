package org.macrostate.equations.graph;

import java.util.OptionalInt;

/** {@code 1 − Erf[x]} and {@code 1 + Erf[x]} are Erfc of x and −x, which are not lost in rounding where they are small. */
final class ComplementaryErrorFunction implements GraphRule {
    @Override
    public String name() {
        return "complementary error function";
    }

    @Override
    public OptionalInt simplified(ExpressionGraph g, Operation operation, int a, int b) {
        if (operation == Operation.ADD && (g.isNumber(a, 1) || g.isNumber(b, 1))) {
            int other = g.isNumber(a, 1) ? b : a;
            return isError(g, other)
                    ? OptionalInt.of(g.apply(Operation.ERFC, g.negate(argument(g, other))))
                    : OptionalInt.empty();
        }
        if (operation != Operation.SUBTRACT) {
            return OptionalInt.empty();
        }
        if (g.isNumber(a, 1) && isError(g, b)) {
            return OptionalInt.of(g.apply(Operation.ERFC, argument(g, b)));
        }
        return g.isNumber(b, 1) && isError(g, a)
                ? OptionalInt.of(g.negate(g.apply(Operation.ERFC, argument(g, a))))
                : OptionalInt.empty();
    }

    private static boolean isError(ExpressionGraph g, int node) {
        return g.node(node) instanceof Node.Result r && r.operation() == Operation.ERF;
    }

    private static int argument(ExpressionGraph g, int node) {
        return ((Node.Result) g.node(node)).left();
    }
}
