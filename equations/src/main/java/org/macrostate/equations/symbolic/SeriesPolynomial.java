package org.macrostate.equations.symbolic;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** A polynomial in x whose coefficients are polynomials in s: {@code Σ_j x^j Σ_i a_ji s^i}. Immutable. */
final class SeriesPolynomial {
    private final FunctionField field;
    private final List<TreeMap<Integer, RationalFunction>> columns;

    private SeriesPolynomial(FunctionField field, List<TreeMap<Integer, RationalFunction>> columns) {
        this.field = field;
        this.columns = columns;
    }

    /** A polynomial seen as one in two of its symbols. */
    static SeriesPolynomial of(
            Polynomial polynomial, org.macrostate.equations.tensor.Symbol x, org.macrostate.equations.tensor.Symbol s) {
        List<TreeMap<Integer, RationalFunction>> columns = new ArrayList<>();
        for (Polynomial column : polynomial.coefficients(x)) {
            TreeMap<Integer, RationalFunction> powers = new TreeMap<>();
            List<Polynomial> coefficients = column.coefficients(s);
            for (int i = 0; i < coefficients.size(); i++) {
                if (!coefficients.get(i).isZero()) {
                    powers.put(i, RationalFunction.of(coefficients.get(i)));
                }
            }
            columns.add(powers);
        }
        return new SeriesPolynomial(polynomial.field(), columns);
    }

    FunctionField field() {
        return field;
    }

    /** The degree in x. */
    int degree() {
        return columns.size() - 1;
    }

    /** Whether any power of s comes with x^j. */
    boolean has(int j) {
        return !columns.get(j).isEmpty();
    }

    /** The lowest power of s that comes with x^j. */
    int order(int j) {
        return columns.get(j).firstKey();
    }

    RationalFunction coefficient(int j, int i) {
        return columns.get(j).getOrDefault(i, field.zero());
    }

    /** With {@code s^q} for s and {@code s^p (c + y)} for x, over the highest power of s that divides it; p may be negative. */
    SeriesPolynomial shifted(int p, int q, RationalFunction c) {
        List<TreeMap<Integer, RationalFunction>> sums = new ArrayList<>();
        for (int k = 0; k <= degree(); k++) {
            TreeMap<Integer, RationalFunction> sum = new TreeMap<>();
            long binomial = 1;
            for (int j = k; j <= degree(); j++) {
                RationalFunction factor = c.power(j - k).times(number(binomial));
                int up = p * j;
                columns.get(j).forEach((i, a) -> sum.merge(q * i + up, a.times(factor), RationalFunction::plus));
                binomial = binomial * (j + 1) / (j + 1 - k);
            }
            sum.values().removeIf(RationalFunction::isZero);
            sums.add(sum);
        }
        int lowest = sums.stream()
                .filter(sum -> !sum.isEmpty())
                .mapToInt(TreeMap::firstKey)
                .min()
                .orElse(0);
        List<TreeMap<Integer, RationalFunction>> divided = new ArrayList<>();
        for (TreeMap<Integer, RationalFunction> sum : sums) {
            TreeMap<Integer, RationalFunction> column = new TreeMap<>();
            sum.forEach((i, a) -> column.put(i - lowest, a));
            divided.add(column);
        }
        return new SeriesPolynomial(field, divided);
    }

    private RationalFunction number(long value) {
        return field.number(new org.hipparchus.fraction.BigFraction(value));
    }

    /** The coefficient of {@code s^order} when a power series in s is put in for x. */
    RationalFunction coefficientAt(List<RationalFunction> x, int order) {
        List<RationalFunction> power = new ArrayList<>(List.of(field.one()));
        RationalFunction sum = field.zero();
        for (int j = 0; j <= degree(); j++) {
            for (var entry : columns.get(j).headMap(order, true).entrySet()) {
                int left = order - entry.getKey();
                if (left < power.size()) {
                    sum = sum.plus(entry.getValue().times(power.get(left)));
                }
            }
            power = product(power, x, order);
        }
        return sum;
    }

    private List<RationalFunction> product(List<RationalFunction> one, List<RationalFunction> other, int order) {
        List<RationalFunction> product = new ArrayList<>();
        for (int k = 0; k <= Math.min(order, one.size() + other.size() - 2); k++) {
            RationalFunction sum = field.zero();
            for (int i = Math.max(0, k - other.size() + 1); i <= Math.min(k, one.size() - 1); i++) {
                sum = sum.plus(one.get(i).times(other.get(k - i)));
            }
            product.add(sum);
        }
        return product;
    }
}
