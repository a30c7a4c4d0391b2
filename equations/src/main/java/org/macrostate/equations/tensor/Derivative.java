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
        if (e instanceof Plus p) {
            return Plus.of(p.terms().stream().map(this::of).toList());
        }
        if (e instanceof Times t) {
            return ofProduct(t);
        }
        if (e instanceof Power p) {
            return ofPower(p);
        }
        if (e instanceof Apply a) {
            return ofApplication(a);
        }
        if (e instanceof IndexSum s) {
            return IndexSum.of(s.index(), of(s.body()));
        }
        if (e instanceof IndexList l) {
            Expression inside = of(l.body());
            return inside.isZero() ? Rational.ZERO : IndexList.of(l.index(), inside);
        }
        return ofAtom(e);
    }

    private Expression ofAtom(Expression atom) {
        if (atom instanceof Symbol s && variable instanceof Symbol v) {
            return s.kind() == v.kind() && s.name().equals(v.name())
                    ? Delta.of(s.indices(), v.indices())
                    : Rational.ZERO;
        }
        if (atom instanceof Field f && variable instanceof Field v) {
            return f.sample().equals(v.sample())
                    ? match(f.vector(), v.vector()).times(match(f.block(), v.block()))
                    : Rational.ZERO;
        }
        if (atom instanceof Overlap o && variable instanceof Overlap v) {
            Expression sameBlock = match(o.block(), v.block());
            Expression straight = Times.of(match(o.left(), v.left()), match(o.right(), v.right()), sameBlock);
            boolean oneFamily = v.left().family().equals(v.right().family());
            return oneFamily
                    ? straight.plus(Times.of(match(o.left(), v.right()), match(o.right(), v.left()), sameBlock))
                    : straight;
        }
        return Rational.ZERO;
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
