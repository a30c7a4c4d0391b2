package org.macrostate.engine.output;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.macrostate.reports.table.Json;

/** JSON of maps, lists, texts, numbers and booleans; an empty {@code Optional} is {@code null}. */
public final class JsonText {
    private JsonText() {}

    /**
     * The object as a document that ends with a line break.
     *
     * @throws IllegalArgumentException if something else than the types above is in it
     */
    public static String of(Map<String, ?> object) {
        return value(object).text() + "\n";
    }

    private static Json value(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Json> members = new LinkedHashMap<>();
            map.forEach((key, member) -> members.put((String) key, value(member)));
            return Json.of(members);
        }
        if (value instanceof List<?> list) {
            return Json.of(list.stream().map(JsonText::value).toList());
        }
        if (value instanceof Number number) {
            return Json.of(number.doubleValue());
        }
        if (value instanceof Boolean flag) {
            return Json.of(flag.booleanValue());
        }
        if (value instanceof String text) {
            return Json.of(text);
        }
        if (value.equals(Optional.empty())) {
            return new Json.Nothing();
        }
        throw new IllegalArgumentException("no JSON of " + value.getClass());
    }
}
