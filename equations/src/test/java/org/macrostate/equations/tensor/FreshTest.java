package org.macrostate.equations.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** New names of indices. */
class FreshTest {
    @Test
    void sort_as_they_were_made() {
        List<String> names = Stream.of(
                        LongStream.rangeClosed(1, 300),
                        LongStream.rangeClosed(4090, 4100),
                        LongStream.rangeClosed((1L << 32) - 3, (1L << 32) + 3),
                        LongStream.of(Long.MAX_VALUE - 1, Long.MAX_VALUE))
                .flatMap(LongStream::boxed)
                .map(Fresh::nameOf)
                .toList();
        assertEquals(names, names.stream().distinct().sorted().toList());
    }
}
