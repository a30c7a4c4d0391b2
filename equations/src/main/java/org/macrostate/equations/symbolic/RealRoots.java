package org.macrostate.equations.symbolic;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hipparchus.complex.Complex;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionNonSymmetric;
import org.macrostate.equations.tensor.Constant;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.NumericValue;
import org.macrostate.equations.tensor.Symbol;

/**
 * The real roots of a polynomial in one unknown, everything else being numbers: eigenvalues of the companion matrix,
 * polished by Newton's method with 50 digits, so that cancellation among the terms does no harm.
 */
public final class RealRoots {
    private static final MathContext DIGITS = new MathContext(50);
    private static final int NEWTON_STEPS = 60;
    private static final int ORDINARY_DECADES = 3;

    private RealRoots() {}

    /**
     * Real roots in increasing order, a multiple root once.
     *
     * @param values of all symbols but the unknown
     */
    public static List<Double> of(Polynomial polynomial, Symbol unknown, Map<Symbol, Double> values) {
        List<BigDecimal> coefficients = new ArrayList<>();
        for (Polynomial coefficient : polynomial.coefficients(unknown)) {
            coefficients.add(value(coefficient, values));
        }
        while (!coefficients.isEmpty()
                && coefficients.get(coefficients.size() - 1).signum() == 0) {
            coefficients.remove(coefficients.size() - 1);
        }
        int zeros = 0;
        while (zeros < coefficients.size() && coefficients.get(zeros).signum() == 0) {
            zeros++;
        }
        List<BigDecimal> others = coefficients.subList(zeros, coefficients.size());
        List<Double> roots = others.size() < 2 ? new ArrayList<>() : roots(others);
        if (zeros > 0 && !others.isEmpty()) {
            roots.add(0.0);
        }
        roots.sort(null);
        return roots;
    }

    private static BigDecimal value(Polynomial polynomial, Map<Symbol, Double> values) {
        BigDecimal total = BigDecimal.ZERO;
        for (Polynomial.Term term : polynomial.terms()) {
            BigDecimal product = new BigDecimal(term.coefficient());
            for (Map.Entry<Expression, Integer> power : term.powers().entrySet()) {
                BigDecimal base = value(power.getKey(), polynomial.field(), values);
                product = product.multiply(base.pow(power.getValue(), DIGITS), DIGITS);
            }
            total = total.add(product, DIGITS);
        }
        return total;
    }

    private static BigDecimal value(Expression generator, FunctionField field, Map<Symbol, Double> values) {
        if (field.roots().contains(generator)) {
            BigDecimal radicand = value(field.radicand(generator), values);
            return radicand.signum() < 0 ? BigDecimal.ZERO : radicand.sqrt(DIGITS);
        }
        double value = generator instanceof Constant c ? c.value() : NumericValue.of(generator, values);
        // The shortest decimal is what the user wrote: 0.01 is one hundredth.
        return new BigDecimal(Double.toString(value));
    }

    /** Of a polynomial whose first and last coefficients are not zero. */
    private static List<Double> roots(List<BigDecimal> c) {
        int scale = scale(c);
        List<Double> roots = new ArrayList<>();
        for (Complex start : new EigenDecompositionNonSymmetric(companion(c, scale)).getEigenvalues()) {
            boolean nearlyReal = Math.abs(start.getImaginaryPart()) <= 1e-4 * (1e-12 + start.norm());
            double root = nearlyReal
                    ? polished(c, BigDecimal.valueOf(start.getRealPart()).scaleByPowerOfTen(scale))
                    : Double.NaN;
            if (Double.isFinite(root) && roots.stream().noneMatch(r -> Math.abs(r - root) <= 1e-13 * Math.abs(root))) {
                roots.add(root);
            }
        }
        return roots;
    }

    /**
     * The power of ten in whose units no coefficient of the polynomial, its first being one, exceeds a hundred. One where
     * that is no great change: the units bound the roots, and those far below the bound would suffer.
     */
    private static int scale(List<BigDecimal> c) {
        int n = c.size() - 1;
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            if (c.get(i).signum() != 0) {
                largest = Math.max(largest, (decade(c.get(i)) - decade(c.get(n))) / (double) (n - i));
            }
        }
        return Math.abs(largest) <= ORDINARY_DECADES ? 0 : (int) Math.ceil(largest);
    }

    private static int decade(BigDecimal value) {
        return value.precision() - value.scale();
    }

    private static Array2DRowRealMatrix companion(List<BigDecimal> c, int scale) {
        int n = c.size() - 1;
        Array2DRowRealMatrix companion = new Array2DRowRealMatrix(n, n);
        for (int i = 0; i < n; i++) {
            BigDecimal ratio = c.get(i).divide(c.get(n), DIGITS).scaleByPowerOfTen(scale * (i - n));
            companion.setEntry(i, n - 1, -ratio.doubleValue());
            if (i > 0) {
                companion.setEntry(i, i - 1, 1);
            }
        }
        return companion;
    }

    /** NaN if Newton's method does not settle: the pair of nearly real roots was complex after all. */
    private static double polished(List<BigDecimal> c, BigDecimal start) {
        BigDecimal x = start;
        for (int step = 0; step < NEWTON_STEPS; step++) {
            BigDecimal value = BigDecimal.ZERO;
            BigDecimal slope = BigDecimal.ZERO;
            for (int i = c.size() - 1; i >= 0; i--) {
                slope = slope.multiply(x, DIGITS).add(value, DIGITS);
                value = value.multiply(x, DIGITS).add(c.get(i), DIGITS);
            }
            if (value.signum() == 0) {
                return x.doubleValue();
            }
            if (slope.signum() == 0) {
                return Double.NaN;
            }
            BigDecimal change = value.divide(slope, DIGITS);
            x = x.subtract(change, DIGITS);
            if (change.abs().compareTo(x.abs().scaleByPowerOfTen(-20)) <= 0) {
                return x.doubleValue();
            }
        }
        return Double.NaN;
    }
}
