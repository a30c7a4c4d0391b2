package org.macrostate.equations.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.macrostate.equations.BadInput;

class YamlReaderTest {
    private static final int LONG = 1100;

    /** The parser under it reads pieces of 1025 characters. */
    @Test
    void a_character_of_two_code_units_may_stand_anywhere() {
        for (int length = 1000; length < LONG; length++) {
            String value = "b".repeat(length) + "\uD83D\uDE00" + "c";
            Yaml.Mapping read = (Yaml.Mapping) YamlReader.read("a: " + value + "\n", "file");
            Yaml.Scalar scalar = (Yaml.Scalar) read.pairs().get(0).value();
            assertEquals(value, scalar.text().value());
        }
    }

    @Test
    void half_of_such_a_character_is_refused_wherever_it_stands() {
        for (String half : new String[] {"\uD83D", "\uDE00"}) {
            for (int length = 1000; length < LONG; length++) {
                String inside = "a: " + "b".repeat(length) + half + "c\n";
                BadInput refused = assertThrows(BadInput.class, () -> YamlReader.read(inside, "file"));
                assertEquals("no YAML: special characters are not allowed", refused.what());
                String atTheEnd = "a: " + "b".repeat(length) + half;
                assertThrows(BadInput.class, () -> YamlReader.read(atTheEnd, "file"));
            }
        }
    }
}
