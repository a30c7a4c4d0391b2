package org.macrostate.engine.analysis.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.macrostate.engine.analysis.PointValue;

/**
 * Values of measures at the points of a block, row after row: words and notes repeat, so they are written once.
 *
 * @param width measures in a row
 * @param words the words and notes that occur
 * @param numbers a number for each value, 0 where it is a word
 * @param word the place of each value among the words, -1 where it is a number
 * @param note the place of each value's note
 */
record ValueBlock(int width, List<String> words, double[] numbers, int[] word, int[] note) {
    static ValueBlock of(List<List<PointValue>> rows) {
        Map<String, Integer> places = new LinkedHashMap<>();
        int width = rows.isEmpty() ? 0 : rows.get(0).size();
        double[] numbers = new double[rows.size() * width];
        int[] word = new int[numbers.length];
        int[] note = new int[numbers.length];
        int at = 0;
        for (List<PointValue> row : rows) {
            for (PointValue value : row) {
                word[at] = value.value() instanceof String text ? place(places, text) : -1;
                numbers[at] = value.value() instanceof Number number ? number.doubleValue() : 0;
                note[at++] = place(places, value.note());
            }
        }
        return new ValueBlock(width, List.copyOf(places.keySet()), numbers, word, note);
    }

    private static int place(Map<String, Integer> places, String word) {
        return places.computeIfAbsent(word, next -> places.size());
    }

    /** The values again. */
    List<List<PointValue>> values() {
        List<List<PointValue>> rows = new ArrayList<>();
        for (int begin = 0; begin < numbers.length; begin += width) {
            List<PointValue> row = new ArrayList<>(width);
            for (int i = begin; i < begin + width; i++) {
                Object value = word[i] < 0 ? (Object) numbers[i] : words.get(word[i]);
                row.add(new PointValue(value, words.get(note[i])));
            }
            rows.add(row);
        }
        return rows;
    }
}
