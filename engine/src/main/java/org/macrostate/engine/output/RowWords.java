package org.macrostate.engine.output;

import java.util.ArrayList;
import java.util.List;
import org.macrostate.reports.table.NumberText;

/** Rows of tables in words, for the sentence that says what was found. */
public final class RowWords {
    private static final int DIGITS = 5;
    private static final int MOST = 6;

    private RowWords() {}

    /** A number as a sentence has it, rounded. */
    public static String number(double value) {
        return Double.isFinite(value) ? NumberText.of(value, DIGITS) : "none";
    }

    /** {@code 1 row}, {@code 2 rows}. */
    public static String count(long count, String one) {
        return count + " " + one + (count == 1 ? "" : one.endsWith("ch") ? "es" : "s");
    }

    /** {@code beta = 1, eps_g = 0.2}: the row's cells from a column on, of many the first few. */
    public static String of(DataTable table, int row, int from) {
        List<Object> cells = table.rows().get(row);
        List<String> words = new ArrayList<>();
        for (int c = from; c < cells.size() && words.size() < MOST; c++) {
            words.add(table.columns().get(c) + " = "
                    + (cells.get(c) instanceof Number n ? number(n.doubleValue()) : cells.get(c)));
        }
        return String.join(", ", words) + (cells.size() - from > MOST ? ", …" : "");
    }
}
