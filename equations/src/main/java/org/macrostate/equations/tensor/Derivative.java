package org.macrostate.equations.tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.macrostate.equations.BadInput;

/**
 * Partial derivatives in index form, almost everywhere where there are kinks: {@code ∂z_k/∂z_i = δ_ki}. An overlap of two vectors of one family counts in both
 * orders, so that {@code ∂(w_k·w_l)/∂(w_i·w_j) = δ_ki δ_lj + δ_kj δ_li}: the (1+δ_ij) ∂/∂G_ij of a symmetric variable.
 */
public final class Derivative {
    private final Expression variable;
    private final ExpressionCases<Expression> cases = new Cases();

    private Derivative(Expression variable) {
        this.variable = variable;
    }

    /**
     * The derivative of {@code expression}.
     *
     * @param variable an atom with its own free indices, whose names must not occur in {@code expression}
     */
    public static Expression of(Expression expression, Expression variable) {
        return new Derivative(variable).of(expression);
    }

    private Expression of(Expression e) {
        return e.match(cases);
    }

    private final class Cases implements ExpressionCases<Expression> {
        @Override
        public Expression rational(Rational number) {
            return Rational.ZERO;
        }

        @Override
        public Expression constant(Constant constant) {
            return Rational.ZERO;
        }

        @Override
        public Expression symbol(Symbol symbol) {
            return variable instanceof Symbol v
                            && symbol.kind() == v.kind()
                            && symbol.name().equals(v.name())
                    ? Delta.of(symbol.indices(), v.indices())
                    : Rational.ZERO;
        }

        @Override
        public Expression overlap(Overlap overlap) {
            return variable instanceof Overlap v ? byOverlap(overlap, v) : Rational.ZERO;
        }

        @Override
        public Expression field(Field field) {
            return variable instanceof Field v && field.sample().equals(v.sample())
                    ? Derivative.match(field.vector(), v.vector()).times(Derivative.match(field.block(), v.block()))
                    : Rational.ZERO;
        }

        @Override
        public Expression fieldFunction(FieldFunction function) {
            return Rational.ZERO;
        }

        @Override
        public Expression delta(Delta delta) {
            return Rational.ZERO;
        }

        @Override
        public Expression plus(Plus sum) {
            return Plus.of(sum.terms().stream().map(Derivative.this::of).toList());
        }

        @Override
        public Expression times(Times product) {
            return ofProduct(product);
        }

        @Override
        public Expression power(Power power) {
            return ofPower(power);
        }

        @Override
        public Expression apply(Apply application) {
            return ofApplication(application);
        }

        @Override
        public Expression sum(IndexSum sum) {
            return IndexSum.of(sum.index(), of(sum.body()));
        }

        @Override
        public Expression list(IndexList list) {
            Expression inside = of(list.body());
            return inside.isZero() ? Rational.ZERO : IndexList.of(list.index(), inside);
        }
    }

    private static Expression byOverlap(Overlap overlap, Overlap variable) {
        Expression sameBlock = match(overlap.block(), variable.block());
        Expression straight =
                Times.of(match(overlap.left(), variable.left()), match(overlap.right(), variable.right()), sameBlock);
        boolean oneFamily = variable.left().family().equals(variable.right().family());
        return oneFamily
                ? straight.plus(Times.of(
                        match(overlap.left(), variable.right()), match(overlap.right(), variable.left()), sameBlock))
                : straight;
    }

    /** A block and the sum over blocks are variables of their own. */
    private static Expression match(List<IndexTerm> a, List<IndexTerm> b) {
        return a.size() == b.size() ? Delta.of(a, b) : Rational.ZERO;
    }

    private static Expression match(VectorTerm a, VectorTerm b) {
        return a.family().equals(b.family()) ? Delta.of(a.indices(), b.indices()) : Rational.ZERO;
    }

    private Expression ofProduct(Times product) {
        List<Expression> terms = new ArrayList<>();
        for (int i = 0; i < product.factors().size(); i++) {
            Expression inner = of(product.factors().get(i));
            if (!inner.isZero()) {
                List<Expression> factors = new ArrayList<>(product.factors());
                factors.set(i, inner);
                terms.add(Times.of(factors));
            }
        }
        return Plus.of(terms);
    }

    private Expression ofPower(Power power) {
        Expression base = of(power.base());
        Expression exponent = of(power.exponent());
        Expression byBase = base.isZero()
                ? Rational.ZERO
                : Times.of(
                        power.exponent(),
                        Power.of(power.base(), power.exponent().minus(Rational.ONE)),
                        base);
        Expression byExponent =
                exponent.isZero() ? Rational.ZERO : Times.of(power, Apply.of(Function.LOG, power.base()), exponent);
        return byBase.plus(byExponent);
    }

    /** Almost everywhere the derivative of the least or largest one. */
    private static Expression ofExtreme(Apply extreme, List<Expression> inner) {
        Expression chosen = extreme.arguments().get(0);
        Expression derivative = inner.get(0);
        for (int i = 1; i < inner.size(); i++) {
            Expression next = extreme.arguments().get(i);
            Expression replaces = extreme.function() == Function.MAX
                    ? Apply.of(Function.LESS, chosen, next)
                    : Apply.of(Function.LESS, next, chosen);
            derivative = Apply.of(Function.IF, replaces, inner.get(i), derivative);
            chosen = Apply.of(extreme.function(), chosen, next);
        }
        return derivative;
    }

    private Expression ofApplication(Apply apply) {
        if (apply.function().isCondition() || apply.function() == Function.STOP_GRADIENT) {
            return Rational.ZERO;
        }
        List<Expression> inner = apply.arguments().stream().map(this::of).toList();
        if (inner.stream().allMatch(Expression::isZero)) {
            return Rational.ZERO;
        }
        Optional<Expression> definition = Guarded.definition(apply);
        if (definition.isPresent()) {
            return of(definition.get());
        }
        if (apply.function() == Function.IF) {
            return Apply.of(Function.IF, apply.arguments().get(0), inner.get(1), inner.get(2));
        }
        if (apply.function() == Function.MIN || apply.function() == Function.MAX) {
            return ofExtreme(apply, inner);
        }
        if (MatrixFunction.is(apply)) {
            return MatrixFunction.derivative(apply, inner);
        }
        Expression x = apply.arguments().get(0);
        return FunctionDerivative.of(apply.function(), x)
                .orElseThrow(() -> new BadInput("'" + apply.function().text() + "' has no derivative here"))
                .times(inner.get(0));
    }
}
