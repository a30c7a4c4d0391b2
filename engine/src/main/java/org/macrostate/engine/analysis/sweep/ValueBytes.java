package org.macrostate.engine.analysis.sweep;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.macrostate.engine.analysis.PointValue;

/** Values of measures as bytes: a table of words that occur, then for each value a number or the place of a word, and a note's. */
final class ValueBytes {
    private static final int NUMBER = -1;

    private ValueBytes() {}

    static byte[] of(List<List<PointValue>> rows) {
        Map<String, Integer> words = new LinkedHashMap<>();
        words.put("", 0);
        rows.forEach(row -> row.forEach(value -> {
            words.putIfAbsent(value.note(), words.size());
            if (value.value() instanceof String word) {
                words.putIfAbsent(word, words.size());
            }
        }));
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeInt(words.size());
            for (String word : words.keySet()) {
                out.writeUTF(word);
            }
            out.writeInt(rows.size());
            out.writeInt(rows.isEmpty() ? 0 : rows.get(0).size());
            for (List<PointValue> row : rows) {
                for (PointValue value : row) {
                    boolean isWord = value.value() instanceof String;
                    out.writeInt(isWord ? place(words, (String) value.value()) : NUMBER);
                    out.writeDouble(value.value() instanceof Number number ? number.doubleValue() : 0);
                    out.writeInt(place(words, value.note()));
                }
            }
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static int place(Map<String, Integer> words, String word) {
        return words.getOrDefault(word, 0);
    }

    static List<List<PointValue>> values(byte[] data) {
        try {
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(data));
            List<String> words = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                words.add(in.readUTF());
            }
            int rows = in.readInt();
            int width = in.readInt();
            List<List<PointValue>> values = new ArrayList<>(rows);
            for (int i = 0; i < rows; i++) {
                List<PointValue> row = new ArrayList<>(width);
                for (int k = 0; k < width; k++) {
                    int word = in.readInt();
                    double number = in.readDouble();
                    String note = words.get(in.readInt());
                    row.add(new PointValue(word == NUMBER ? (Object) number : words.get(word), note));
                }
                values.add(row);
            }
            return values;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
