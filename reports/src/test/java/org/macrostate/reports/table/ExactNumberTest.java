package org.macrostate.reports.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExactNumberTest {
    @Test
    void every_double_is_read_back_from_at_most_seventeen_digits() {
        var random = new SplittableRandom(20231015);
        for (int i = 0; i < 20_000; i++) {
            double value = i % 2 == 0
                    ? Double.longBitsToDouble(random.nextLong())
                    : random.nextDouble() * Math.pow(10, random.nextInt(-20, 20));
            if (Math.abs(value) < Double.MIN_NORMAL) {
                continue;
            }
            String text = ExactNumber.of(value);
            assertEquals(value, Double.parseDouble(text), text);
            String mantissa = text.replaceFirst("e.*", "");
            long digits = mantissa.replaceFirst("^-?0\\.0*", "")
                    .chars()
                    .filter(Character::isDigit)
                    .count();
            assertTrue(Double.isNaN(value) || digits <= 17, text);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0.1, 0.1",
        "1e-7, 1e-7",
        "1.5e-7, 1.5e-7",
        "100, 100",
        "-0.0, -0",
        "0.0001, 0.0001",
        "1e22, 1e22",
        "0.30000000000000004, 0.30000000000000004",
        "2.2250738585072014e-308, 2.2250738585072014e-308",
        "2.225073858507201e-308, 0",
        "-3.44e-320, 0",
        "4.9e-324, 0",
        "123456.789, 123456.789"
    })
    void short_numbers_stay_short(double value, String text) {
        assertEquals(text, ExactNumber.of(value));
    }

    /** By BigDecimal, whatever the size and however near to a shorter number. */
    @Test
    void digits_found_in_64_bits_are_those_of_exact_arithmetic() {
        var random = new SplittableRandom(7);
        int decided = 0;
        for (int i = 0; i < 60_000; i++) {
            double value =
                    switch (i % 6) {
                        case 0 -> Double.longBitsToDouble(random.nextLong() & Long.MAX_VALUE);
                        case 1 -> random.nextDouble();
                        case 2 -> random.nextInt(1, 1_000_000) * 1e-7;
                        case 3 -> Math.nextUp(random.nextInt(1, 1_000_000) * 1e-5);
                        case 4 -> Math.scalb((double) random.nextInt(1, 1 << 20), random.nextInt(-80, 40));
                        default -> random.nextDouble() * Math.pow(10, random.nextInt(-40, 20));
                    };
            if (!(value >= Double.MIN_NORMAL && value < Double.POSITIVE_INFINITY)) {
                continue;
            }
            var found = RoundedDouble.of(value);
            if (found.isPresent()) {
                decided++;
                assertEquals(0, ExactNumber.rounded(value).compareTo(found.get()), () -> value + ": " + found);
            }
        }
        assertTrue(decided > 30_000, "decided " + decided);
    }
}
