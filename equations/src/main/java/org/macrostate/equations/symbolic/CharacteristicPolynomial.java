package org.macrostate.equations.symbolic;

import java.util.ArrayList;
import java.util.List;

/**
 * {@code det(s I - A)} without divisions, by Berkowitz (Inf. Process. Lett. 18, 147, 1984): entries are first brought to
 * one denominator, so that all work is on polynomials.
 */
public final class CharacteristicPolynomial {
    private final FunctionField field;
    private final Polynomial[][] a;

    private CharacteristicPolynomial(FunctionField field, Polynomial[][] a) {
        this.field = field;
        this.a = a;
    }

    /**
     * The coefficients of the powers 0 … n, the last of which is one.
     *
     * @param matrix n rows of n entries, n at least 1, all of one field
     */
    public static List<RationalFunction> of(List<List<RationalFunction>> matrix) {
        FunctionField field = matrix.get(0).get(0).field();
        int n = matrix.size();
        Polynomial common = commonDenominator(field, matrix);
        Polynomial[][] cleared = new Polynomial[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                RationalFunction entry = matrix.get(i).get(j);
                cleared[i][j] = entry.numerator().times(common.over(entry.denominator()));
            }
        }
        List<Polynomial> descending = new CharacteristicPolynomial(field, cleared).descending();
        List<RationalFunction> ascending = new ArrayList<>();
        for (int k = 0; k <= n; k++) {
            ascending.add(RationalFunction.of(descending.get(n - k), common.power(n - k)));
        }
        return ascending;
    }

    /** {@code (-1)^n} times the constant coefficient. */
    public static RationalFunction determinant(List<List<RationalFunction>> matrix) {
        RationalFunction constant = of(matrix).get(0);
        return matrix.size() % 2 == 0 ? constant : constant.negate();
    }

    private static Polynomial commonDenominator(FunctionField field, List<List<RationalFunction>> matrix) {
        Polynomial common = Polynomial.number(field, java.math.BigInteger.ONE);
        for (List<RationalFunction> row : matrix) {
            for (RationalFunction entry : row) {
                common = common.over(common.gcd(entry.denominator())).times(entry.denominator());
            }
        }
        return common;
    }

    private List<Polynomial> descending() {
        List<Polynomial> coefficients = List.of(Polynomial.number(field, java.math.BigInteger.ONE), a[0][0].negate());
        for (int r = 1; r < a.length; r++) {
            coefficients = bordered(r, coefficients);
        }
        return coefficients;
    }

    /** From the leading r×r block to the leading (r+1)×(r+1) block. */
    private List<Polynomial> bordered(int r, List<Polynomial> smaller) {
        List<Polynomial> toeplitz = new ArrayList<>();
        toeplitz.add(Polynomial.number(field, java.math.BigInteger.ONE));
        toeplitz.add(a[r][r].negate());
        Polynomial[] column = new Polynomial[r];
        for (int i = 0; i < r; i++) {
            column[i] = a[i][r];
        }
        for (int power = 0; power < r; power++) {
            toeplitz.add(dot(a[r], column).negate());
            column = timesLeadingBlock(column);
        }
        List<Polynomial> larger = new ArrayList<>();
        for (int i = 0; i <= r + 1; i++) {
            Polynomial sum = zero();
            for (int j = 0; j <= Math.min(i, r); j++) {
                sum = sum.plus(toeplitz.get(i - j).times(smaller.get(j)));
            }
            larger.add(field.reduced(sum));
        }
        return larger;
    }

    private Polynomial[] timesLeadingBlock(Polynomial[] column) {
        Polynomial[] product = new Polynomial[column.length];
        for (int i = 0; i < column.length; i++) {
            product[i] = dot(a[i], column);
        }
        return product;
    }

    private Polynomial dot(Polynomial[] row, Polynomial[] column) {
        Polynomial sum = zero();
        for (int i = 0; i < column.length; i++) {
            if (!row[i].isZero() && !column[i].isZero()) {
                sum = sum.plus(row[i].times(column[i]));
            }
        }
        return field.reduced(sum);
    }

    private Polynomial zero() {
        return Polynomial.number(field, java.math.BigInteger.ZERO);
    }
}
