package org.macrostate.equations.gaussian;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.macrostate.equations.tensor.Expansion;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.IndexSum;
import org.macrostate.equations.tensor.Plus;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Times;

/**
 * The exponent of a Gaussian bell: {@code Σ_k c_k u_k² + rest}, u_k affine in the variables. A square that is written as
 * one stays one, so that a bell of a sum of fields is a bell of one field; what is left is brought to this form by
 * completing squares, one variable after another.
 *
 * @param squares of affine forms, each form at most once
 * @param rest at most linear in the variables
 */
record QuadraticExponent(List<Square> squares, Expression rest) {
    private static final Expression TWO = Expression.of(2);

    QuadraticExponent {
        squares = List.copyOf(squares);
    }

    /** {@code coefficient · root²}. */
    record Square(Expression coefficient, AffineForm root) {
        /** s of {@code exp(−u²/(2s))}. */
        Expression width() {
            return Power.of(coefficient.times(Expression.of(-2)), -1);
        }
    }

    /**
     * The exponent in this form, or empty if it is of higher degree, or has sums over products of variables.
     *
     * @throws org.macrostate.equations.BadInput if the exponential of it outgrows a normal density
     */
    static Optional<QuadraticExponent> of(Expression exponent, Covariance covariance) {
        Collector collector = new Collector(exponent, covariance);
        return collector.add(Rational.ONE, exponent) ? Optional.of(collector.completed()) : Optional.empty();
    }

    private static final class Collector {
        private final Expression whole;
        private final Covariance covariance;
        private final Map<AffineForm, Expression> squares = new LinkedHashMap<>();
        private final Map<List<Expression>, Expression> products = new LinkedHashMap<>();
        private final List<Expression> linear = new ArrayList<>();

        Collector(Expression whole, Covariance covariance) {
            this.whole = whole;
            this.covariance = covariance;
        }

        /** Adds {@code factor · e}; false if it is not quadratic. */
        boolean add(Expression factor, Expression e) {
            if (!Expansion.contains(e, covariance::isVariable)) {
                linear.add(factor.times(e));
                return true;
            }
            if (e instanceof Plus p) {
                return p.terms().stream().allMatch(term -> add(factor, term));
            }
            if (e instanceof Times t) {
                List<Expression> varying = t.factors().stream()
                        .filter(f -> Expansion.contains(f, covariance::isVariable))
                        .toList();
                if (varying.size() == 1) {
                    List<Expression> constant = new ArrayList<>(t.factors());
                    constant.remove(varying.get(0));
                    constant.add(factor);
                    return add(Times.of(constant), varying.get(0));
                }
            }
            if (e instanceof Power p && p.exponent().equals(TWO) && !covariance.isVariable(p.base())) {
                Optional<AffineForm> root = AffineForm.of(p.base(), covariance);
                if (root.isPresent()) {
                    Expression leading = root.get().leading();
                    square(factor.times(Power.of(leading, 2)), root.get().normal());
                    return true;
                }
            }
            return monomials(factor, e);
        }

        private void square(Expression coefficient, AffineForm root) {
            squares.merge(root, coefficient, Expression::plus);
        }

        private boolean monomials(Expression factor, Expression e) {
            for (Expansion.Monomial m : Expansion.of(e, covariance::isVariable)) {
                int degree = m.factors().size();
                boolean polynomial = m.factors().stream().allMatch(covariance::isVariable);
                if (polynomial && degree > 2) {
                    TailGrowth.refuseHigher(whole, covariance);
                }
                if (!polynomial || degree > 2 || (degree == 2 && !m.sums().isEmpty())) {
                    return false;
                }
                Expression coefficient = factor.times(m.coefficient());
                if (degree == 2) {
                    products.merge(m.factors().stream().sorted().toList(), coefficient, Expression::plus);
                } else {
                    List<Expression> term = new ArrayList<>(m.factors());
                    term.add(coefficient);
                    linear.add(IndexSum.of(m.sums(), Times.of(term)));
                }
            }
            return true;
        }

        /** What decays comes first: under its weight the law is narrower, and what grows may have an expectation. */
        QuadraticExponent completed() {
            products.values().removeIf(Expression::isZero);
            boolean grows = squares.values().stream().anyMatch(TailGrowth::isPositive);
            if (grows && squares.size() + products.size() > 1) {
                multiplyOut();
            }
            squares.forEach((root, coefficient) -> TailGrowth.refuseSquare(whole, coefficient, root, covariance));
            while (!products.isEmpty()) {
                complete();
            }
            squares.values().removeIf(Expression::isZero);
            List<Square> result = new ArrayList<>();
            squares.forEach((root, coefficient) -> result.add(new Square(coefficient, root)));
            result.sort(Comparator.comparing(
                    square -> Times.number(square.coefficient()).signum()));
            return new QuadraticExponent(result, Plus.of(linear));
        }

        /** What grows may be held down by other squares: only all of them together tell. */
        private void multiplyOut() {
            Map<AffineForm, Expression> written = new LinkedHashMap<>(squares);
            written.forEach((root, coefficient) -> {
                if (root.form().terms().stream().allMatch(t -> t.sums().isEmpty())) {
                    squares.remove(root);
                    monomials(coefficient, Power.of(root.expression(), 2));
                }
            });
            products.values().removeIf(Expression::isZero);
        }

        /** Takes a variable x out of the products: {@code a x² + b x = a (x + b/(2a))² − b²/(4a)}. */
        private void complete() {
            Optional<Expression> pivot = products.keySet().stream()
                    .filter(pair -> pair.get(0).equals(pair.get(1)))
                    .map(pair -> pair.get(0))
                    .findFirst();
            if (pivot.isEmpty()) {
                split();
                return;
            }
            Expression x = pivot.get();
            Expression a = products.remove(List.of(x, x));
            TailGrowth.refuseSquare(whole, a, AffineForm.of(x, covariance).orElseThrow(), covariance);
            List<Expression> b = new ArrayList<>();
            products.entrySet().removeIf(entry -> {
                if (!entry.getKey().contains(x)) {
                    return false;
                }
                Expression other = entry.getKey().get(entry.getKey().get(0).equals(x) ? 1 : 0);
                b.add(entry.getValue().times(other));
                return true;
            });
            linear.replaceAll(term -> {
                boolean own = Times.factorsOf(term).contains(x);
                if (own) {
                    b.add(term.over(x));
                }
                return own ? Rational.ZERO : term;
            });
            Expression shift =
                    Plus.of(b.stream().map(term -> term.over(TWO.times(a))).toList());
            square(a, AffineForm.of(x.plus(shift), covariance).orElseThrow());
            if (!shift.isZero()) {
                monomials(a.negate(), Power.of(shift, 2));
            }
            products.values().removeIf(Expression::isZero);
        }

        /** A product without squares: {@code x y = ((x + y)² − (x − y)²)/4}. */
        private void split() {
            Map.Entry<List<Expression>, Expression> entry =
                    products.entrySet().iterator().next();
            products.remove(entry.getKey());
            Expression x = entry.getKey().get(0);
            Expression y = entry.getKey().get(1);
            Expression quarter = entry.getValue().over(Expression.of(4));
            square(quarter, AffineForm.of(x.plus(y), covariance).orElseThrow().normal());
            square(
                    quarter.negate(),
                    AffineForm.of(x.minus(y), covariance).orElseThrow().normal());
        }
    }
}
