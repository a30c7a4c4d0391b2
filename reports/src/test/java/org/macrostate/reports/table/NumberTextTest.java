package org.macrostate.reports.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberTextTest {
    @ParameterizedTest
    @CsvSource({
        "1.2e-7, 3, 1.2×10⁻⁷", "-1.26e-7, 2, −1.3×10⁻⁷", "0.00123456, 3, 0.00123", "1e10, 3, 10¹⁰",
                "99999.6, 5, 100000",
        "2, 3, 2", "0, 3, 0", "NaN, 3, n/a", "-Infinity, 3, −∞", "0.1, 17, 0.10000000000000001"
    })
    void a_number_is_rounded_for_people(double value, int digits, String text) {
        assertEquals(text, NumberText.of(value, digits));
    }

    @Test
    void no_digits_at_all_is_misuse() {
        var e = assertThrows(IllegalArgumentException.class, () -> NumberText.of(1, 0));
        assertEquals("significant digits must be from 1 to 17, were 0", e.getMessage());
    }
}
