package org.macrostate.reports.table;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * JSON (RFC 8259) of plain values: maps from texts, lists, texts, numbers and booleans. An empty {@code Optional} is
 * {@code null}.
 */
public final class JsonText {
    private static final int DEEPEST = 5_000;

    /** For people: characters that act on the text around them are written by their number. */
    private static final JsonFactory SHOWN = new JsonFactoryBuilder()
            .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
            .characterEscapes(new VisibleCharacters())
            .build();

    private static final JsonFactory COMPACT = new JsonFactoryBuilder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .streamWriteConstraints(
                    StreamWriteConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build();

    private JsonText() {}

    /**
     * The value indented by two spaces a level; a list of numbers stays on one line. Doubles are written by {@link
     * ExactNumber}, those that are not finite as {@code null}.
     *
     * @throws IllegalArgumentException if something else than plain values is in it
     */
    public static String of(Object value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = SHOWN.createGenerator(text)) {
            out.setPrettyPrinter(lines());
            write(value, out);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
        return text.toString();
    }

    /** The same as a whole document, which ends with its line. */
    public static String document(Object value) {
        return of(value) + "\n";
    }

    private static DefaultPrettyPrinter lines() {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        Separators separators = Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(separators);
        printer.indentObjectsWith(indenter);
        printer.indentArraysWith(indenter);
        return printer;
    }

    private static void write(Object value, JsonGenerator out) throws IOException {
        if (value instanceof Map<?, ?> map) {
            out.writeStartObject();
            for (Map.Entry<?, ?> member : map.entrySet()) {
                out.writeFieldName((String) member.getKey());
                write(member.getValue(), out);
            }
            out.writeEndObject();
        } else if (value instanceof List<?> list && list.stream().allMatch(Number.class::isInstance)) {
            out.writeRawValue(list.stream().map(JsonText::number).collect(Collectors.joining(", ", "[", "]")));
        } else if (value instanceof List<?> list) {
            out.writeStartArray();
            for (Object element : list) {
                write(element, out);
            }
            out.writeEndArray();
        } else if (value instanceof Number number) {
            out.writeRawValue(number(number));
        } else {
            plain(value, out);
        }
    }

    private static String number(Object value) {
        if (value instanceof Double number) {
            return Double.isFinite(number) ? ExactNumber.of(number) : "null";
        }
        return value.toString();
    }

    private static void plain(Object value, JsonGenerator out) throws IOException {
        if (value instanceof String text) {
            out.writeString(text);
        } else if (value instanceof Boolean flag) {
            out.writeBoolean(flag);
        } else if (value.equals(Optional.empty())) {
            out.writeNull();
        } else {
            throw new IllegalArgumentException("no JSON of " + value.getClass());
        }
    }

    /**
     * The value without white space, in UTF-8; doubles, which must be finite, with a point or an exponent, so that {@link
     * #read} makes doubles of them.
     *
     * @throws IllegalArgumentException if something else than plain values is in it, or lists are nested too deeply
     */
    public static byte[] compact(Object value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = COMPACT.createGenerator(bytes)) {
            writeCompact(value, out);
        } catch (IOException refused) {
            throw new IllegalArgumentException(refused);
        }
        return bytes.toByteArray();
    }

    private static void writeCompact(Object value, JsonGenerator out) throws IOException {
        if (value instanceof List<?> list) {
            out.writeStartArray();
            for (Object element : list) {
                writeCompact(element, out);
            }
            out.writeEndArray();
        } else if (value instanceof Double number) {
            out.writeNumber(number);
        } else if (value instanceof Map<?, ?> map) {
            out.writeStartObject();
            for (Map.Entry<?, ?> member : map.entrySet()) {
                out.writeFieldName((String) member.getKey());
                writeCompact(member.getValue(), out);
            }
            out.writeEndObject();
        } else if (value instanceof Number number) {
            out.writeNumber(number.toString());
        } else {
            plain(value, out);
        }
    }

    /**
     * The plain value of a JSON text.
     *
     * @throws IOException if it is no JSON, or something follows it
     */
    public static Object read(byte[] text) throws IOException {
        try (JsonParser in = COMPACT.createParser(text)) {
            Object value = value(in, in.nextToken());
            if (in.nextToken() != null) {
                throw new IOException("something follows the value");
            }
            return value;
        }
    }

    private static Object value(JsonParser in, JsonToken token) throws IOException {
        return switch (Optional.ofNullable(token).orElseThrow(() -> new IOException("the text ends"))) {
            case START_ARRAY -> list(in);
            case START_OBJECT -> map(in);
            case VALUE_STRING -> in.getText();
            case VALUE_NUMBER_INT -> in.getNumberValue();
            case VALUE_NUMBER_FLOAT -> in.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> Optional.empty();
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT ->
                throw new IOException("no value: " + token);
        };
    }

    private static List<Object> list(JsonParser in) throws IOException {
        List<Object> list = new ArrayList<>();
        for (JsonToken token = in.nextToken(); token != JsonToken.END_ARRAY; token = in.nextToken()) {
            list.add(value(in, token));
        }
        return list;
    }

    private static Map<String, Object> map(JsonParser in) throws IOException {
        Map<String, Object> map = new LinkedHashMap<>();
        for (JsonToken token = in.nextToken(); token == JsonToken.FIELD_NAME; token = in.nextToken()) {
            String name = in.currentName();
            map.put(name, value(in, in.nextToken()));
        }
        return map;
    }
}
