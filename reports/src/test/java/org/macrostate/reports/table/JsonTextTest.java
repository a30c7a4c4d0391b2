package org.macrostate.reports.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTextTest {
    @Test
    void members_keep_their_order_and_numbers_stay_on_a_line() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("z", true);
        members.put("a", List.of(1, 0.1, Double.NaN));
        assertEquals("{\n  \"z\": true,\n  \"a\": [1, 0.1, null]\n}", JsonText.of(members));
    }

    @Test
    void characters_that_act_are_written_by_number() {
        assertEquals("\"\\\"\\\\\\n\\u0007\\u202eρ\\ud83d\\ude00\"", JsonText.of("\"\\\n\u0007\u202Eρ😀"));
    }
}
