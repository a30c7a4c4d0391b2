package org.macrostate.equations.symbolic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.hipparchus.complex.Complex;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionNonSymmetric;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Symbol;

class CharacteristicPolynomialTest {
    private final FunctionField field = new FunctionField(s -> Sign.UNKNOWN);

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5})
    void the_determinant_of_a_vandermonde_matrix_is_the_product_of_differences(int n) {
        List<Symbol> x = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            x.add(Symbol.parameter("x" + i));
        }
        List<List<RationalFunction>> matrix = new ArrayList<>();
        Expression product = Rational.ONE;
        for (int i = 0; i < n; i++) {
            List<RationalFunction> row = new ArrayList<>();
            for (int j = 0; j < n; j++) {
                row.add(field.of(Power.of(x.get(i), j)));
            }
            matrix.add(row);
            for (int j = 0; j < i; j++) {
                product = product.times(x.get(i).minus(x.get(j)));
            }
        }
        assertEquals(field.of(product), CharacteristicPolynomial.determinant(matrix));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 6})
    void vanishes_at_the_eigenvalues_of_random_matrices_of_rational_functions(int n) {
        Random random = new Random(n);
        List<List<RationalFunction>> matrix = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            List<RationalFunction> row = new ArrayList<>();
            for (int j = 0; j < n; j++) {
                Expression entry = Symbol.parameter("x")
                        .times(Expression.of(random.nextInt(7) - 3))
                        .plus(Expression.of(random.nextInt(7) - 3))
                        .over(Symbol.parameter("y").plus(Expression.of(j % 2)));
                row.add(field.of(entry));
            }
            matrix.add(row);
        }
        Map<Symbol, Double> point = new HashMap<>(Map.of(Symbol.parameter("x"), 0.7, Symbol.parameter("y"), 1.3));
        double[][] numbers = matrix.stream()
                .map(row -> row.stream().mapToDouble(e -> e.at(point)).toArray())
                .toArray(double[][]::new);
        List<RationalFunction> coefficients = CharacteristicPolynomial.of(matrix);
        assertTrue(coefficients.get(n).isOne());
        for (Complex s : new EigenDecompositionNonSymmetric(new Array2DRowRealMatrix(numbers)).getEigenvalues()) {
            Complex value = Complex.ZERO;
            for (int k = n; k >= 0; k--) {
                value = value.multiply(s).add(coefficients.get(k).at(point));
            }
            assertEquals(0, value.norm(), 1e-8 * Math.pow(1 + s.norm(), n));
        }
    }

    @Test
    void the_trace_is_minus_the_second_coefficient() {
        RationalFunction a = field.of(Symbol.parameter("a"));
        RationalFunction b = field.of(Symbol.parameter("b"));
        List<RationalFunction> coefficients = CharacteristicPolynomial.of(List.of(List.of(a, b), List.of(b, a)));
        assertEquals(a.plus(a).negate(), coefficients.get(1));
        assertEquals(a.times(a).minus(b.times(b)), coefficients.get(0));
    }
}
