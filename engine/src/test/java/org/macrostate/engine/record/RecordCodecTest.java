package org.macrostate.engine.record;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.complex.Complex;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class RecordCodecTest {
    private sealed interface Shape {}

    private record Circle(double radius) implements Shape {}

    private record Both(Shape left, Shape right) implements Shape {}

    private enum Colour {
        RED,
        BLUE
    }

    private record Everything(
            List<Shape> shapes,
            Map<Integer, Colour> colours,
            TreeMap<Integer, List<String>> words,
            Set<String> names,
            Optional<Shape> some,
            Optional<Shape> none,
            OptionalDouble number,
            Complex complex,
            BigFraction fraction,
            List<Object> cells,
            long large,
            boolean flag) {}

    private record Numbers(double[] values, int[][] table) {}

    private record Secret(DoubleUnaryOperator function) {}

    private static final Everything EVERYTHING = new Everything(
            List.of(new Circle(Double.NEGATIVE_INFINITY), new Both(new Circle(1), new Circle(-0.0))),
            Map.of(3, Colour.BLUE),
            new TreeMap<>(Map.of(7, List.of("ρ \"quoted\"\n\u202e", ""))),
            Set.of("b", "a"),
            Optional.of(new Circle(0.1)),
            Optional.empty(),
            OptionalDouble.of(1e-300),
            new Complex(1, Double.NaN),
            new BigFraction(-7, 3),
            List.of(1, 1.0, "word", true, Double.NaN),
            Long.MIN_VALUE,
            true);

    @Test
    void a_record_of_every_type_comes_back_equal() {
        assertEquals(Optional.of(EVERYTHING), RecordCodec.read(Everything.class, RecordCodec.bytes(EVERYTHING)));
    }

    /** Doubles of any bits, among them denormal ones. */
    @Test
    void numbers_keep_all_their_bits() {
        double[] values = new Random(3)
                .longs(2000)
                .mapToDouble(Double::longBitsToDouble)
                .filter(Double::isFinite)
                .toArray();
        int[][] table = {{1, 2}, {}, {Integer.MIN_VALUE}};
        Numbers read = RecordCodec.read(Numbers.class, RecordCodec.bytes(new Numbers(values, table)))
                .orElseThrow();
        assertArrayEquals(values, read.values());
        assertArrayEquals(table, read.table());
    }

    @Test
    void what_occurs_twice_is_written_once() {
        Shape shape = new Circle(2);
        for (int i = 0; i < 40; i++) { // 2^40 circles if each were written
            shape = new Both(shape, shape);
        }
        byte[] bytes = RecordCodec.bytes((Both) shape);
        Both read = RecordCodec.read(Both.class, bytes).orElseThrow();
        assertSame(read.left(), read.right());
        Both once = new Both(new Circle(2), new Circle(3));
        assertEquals(
                "[\"Both\",[\"Both\",[\"Circle\",2.0],[\"Circle\",3.0]],2]",
                new String(RecordCodec.bytes(new Both(once, once)), StandardCharsets.UTF_8));
    }

    @Test
    void nothing_is_made_that_the_asked_type_does_not_declare() {
        for (String json : List.of(
                "[\"Colour\"]",
                "[\"Circle\"]",
                "[\"Circle\",1.0,2.0]",
                "[\"Circle\",\"many\"]",
                "[\"Everything\",[]]",
                "[\"java.lang.Runtime\"]",
                "{\"is\":\"Circle\"}",
                "0",
                "null",
                "[\"Circle\",1.0] [\"Circle\",1.0]",
                "[\"Circle\",1.0")) {
            assertEquals(Optional.empty(), RecordCodec.read(Circle.class, json.getBytes(StandardCharsets.UTF_8)), json);
        }
    }

    @Test
    void a_record_with_something_else_in_it_is_refused() {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> RecordCodec.bytes(new Secret(x -> x)));
        assertTrue(refused.getMessage().startsWith("not written: class "), refused.getMessage());
    }
}
