package org.macrostate.equations.threshold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.hipparchus.analysis.solvers.LaguerreSolver;
import org.hipparchus.complex.Complex;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.macrostate.equations.symbolic.FunctionField;
import org.macrostate.equations.symbolic.Polynomial;
import org.macrostate.equations.symbolic.Sign;
import org.macrostate.equations.tensor.Expression;

class HurwitzConditionsTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void hold_exactly_if_all_roots_have_negative_real_parts(int degree) {
        Random random = new Random(degree);
        FunctionField field = new FunctionField(s -> Sign.UNKNOWN);
        int stable = 0;
        for (int trial = 0; trial < 4000; trial++) {
            double[] numbers = new double[degree + 1];
            List<Polynomial> coefficients = new ArrayList<>();
            for (int i = 0; i <= degree; i++) {
                int number = random.nextInt(40) - (random.nextInt(4) == 0 ? 40 : 0);
                number = i == degree && number == 0 ? 1 : number;
                numbers[i] = number;
                coefficients.add(field.of(Expression.of(number)).numerator());
            }
            if (numbers[0] == 0) {
                continue;
            }
            boolean expected = true;
            boolean marginal = false;
            for (Complex root : new LaguerreSolver(1e-14).solveAllComplex(numbers, 0.1)) {
                expected &= root.getRealPart() < 0;
                marginal |= Math.abs(root.getRealPart()) < 1e-6;
            }
            if (!marginal) {
                boolean found =
                        new HurwitzConditions(coefficients).all().stream().allMatch(c -> c.at(Map.of()) > 0);
                assertEquals(expected, found, java.util.Arrays.toString(numbers));
                stable += expected ? 1 : 0;
            }
        }
        assertTrue(stable > 5, "too few stable polynomials to tell: " + stable);
    }
}
