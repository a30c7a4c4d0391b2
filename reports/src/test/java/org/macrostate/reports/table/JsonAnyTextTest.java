package org.macrostate.reports.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.macrostate.reports.RandomText;

class JsonAnyTextTest {
    /** The string at the beginning of the text, read as RFC 8259, section 7, says. */
    private static String read(String json, int start) {
        assertEquals('"', json.charAt(start));
        StringBuilder out = new StringBuilder();
        for (int i = start + 1; json.charAt(i) != '"'; i++) {
            char c = json.charAt(i);
            assertTrue(c >= ' ', "a control character in a string");
            if (c != '\\') {
                out.append(c);
                continue;
            }
            char escaped = json.charAt(++i);
            switch (escaped) {
                case 'u' -> {
                    out.append((char) Integer.parseInt(json.substring(i + 1, i + 5), 16));
                    i += 4;
                }
                case 'n' -> out.append('\n');
                case 'r' -> out.append('\r');
                case 't' -> out.append('\t');
                default -> out.append(escaped);
            }
        }
        return out.toString();
    }

    @Test
    void any_text_is_read_back_as_a_value_and_as_a_name_and_nothing_in_it_acts() {
        for (String text : RandomText.texts(5000, 21).toList()) {
            String value = JsonText.of(text);
            assertEquals(text, read(value, 0));
            assertTrue(value.endsWith("\"") && value.chars().noneMatch(Character::isISOControl), value);
            String object = JsonText.of(Map.of(text, List.of(1)));
            assertEquals(text, read(object, object.indexOf('"')));
        }
    }
}
