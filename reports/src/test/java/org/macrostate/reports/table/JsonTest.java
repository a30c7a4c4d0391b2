package org.macrostate.reports.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {
    @Test
    void members_keep_their_order_and_numbers_stay_on_a_line() {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("z", Json.of(true));
        members.put("a", Json.of(List.of(Json.of(1), Json.of(0.1), Json.of(Double.NaN))));
        assertEquals(
                "{\n  \"z\": true,\n  \"a\": [1, 0.1, null]\n}",
                Json.of(members).text());
    }

    @Test
    void characters_that_act_are_written_by_number() {
        assertEquals(
                "\"\\\"\\\\\\n\\u0007\\u202eρ\\ud83d\\ude00\"",
                Json.of("\"\\\n\u0007\u202Eρ😀").text());
    }
}
