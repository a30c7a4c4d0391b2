package org.macrostate.equations.threshold;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.hipparchus.complex.Complex;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.macrostate.equations.symbolic.FunctionField;
import org.macrostate.equations.symbolic.RationalFunction;
import org.macrostate.equations.symbolic.Sign;
import org.macrostate.equations.tensor.Symbol;

class NumericBlockTest {
    private static final Symbol SCALE = Symbol.parameter("s");

    /** s times [[2, 1], [1, 2]], whose eigenvalues are 3 s and s. */
    private static final NumericBlock BLOCK = block();

    private static NumericBlock block() {
        FunctionField field = new FunctionField(symbol -> Sign.UNKNOWN);
        RationalFunction s = field.of(SCALE);
        RationalFunction twice = s.plus(s);
        return new NumericBlock(List.of(List.of(twice, s), List.of(s, twice)));
    }

    private static double[] real(double scale) {
        return Arrays.stream(BLOCK.eigenvalues(Map.of(SCALE, scale)))
                .mapToDouble(Complex::getRealPart)
                .sorted()
                .toArray();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-320, 1e-300, 1e-160, 1, 1e160, 1e300})
    void eigenvalues_are_found_in_any_unit(double scale) {
        assertArrayEquals(new double[] {scale, 3 * scale}, real(scale), 1e-2 * scale);
        assertEquals(2, BLOCK.unstable(Map.of(SCALE, scale)));
        assertEquals(0, BLOCK.unstable(Map.of(SCALE, -scale)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.0})
    void of_zeros_they_are_zeros(double zero) {
        assertArrayEquals(new double[] {0, 0}, real(zero));
        assertEquals(0, BLOCK.unstable(Map.of(SCALE, zero)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, 1e308})
    void where_an_entry_is_no_number_there_are_none(double scale) {
        assertEquals(-1, BLOCK.unstable(Map.of(SCALE, scale)));
    }
}
