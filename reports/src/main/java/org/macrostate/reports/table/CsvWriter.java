package org.macrostate.reports.table;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/**
 * Writes a table as CSV (RFC 4180) line by line: the names of the columns first, numbers as {@link ExactNumber}, an
 * empty field where there is no finite number. The
 * writer it is given decides on the encoding (UTF-8) and is the caller's to close.
 */
public final class CsvWriter {
    private final Writer out;
    private final int columns;

    /** Writes the first line. */
    public CsvWriter(Writer out, List<String> columns) throws IOException {
        this.out = out;
        this.columns = columns.size();
        row(columns);
    }

    /**
     * One row of numbers.
     *
     * @throws IllegalArgumentException if it is not as long as the first line
     */
    public void row(double... values) throws IOException {
        check(values.length);
        for (int i = 0; i < values.length; i++) {
            out.write(i == 0 ? "" : ",");
            out.write(cell(values[i]));
        }
        out.write("\r\n");
    }

    /** A number as it stands in a table; nothing where there is no finite number. */
    public static String cell(double value) {
        return Double.isFinite(value) ? ExactNumber.of(value) : "";
    }

    /**
     * One row of texts; numbers among them are already written.
     *
     * @throws IllegalArgumentException if it is not as long as the first line
     */
    public void row(List<String> values) throws IOException {
        check(values.size());
        for (int i = 0; i < values.size(); i++) {
            out.write(i == 0 ? "" : ",");
            out.write(quoted(values.get(i)));
        }
        out.write("\r\n");
    }

    private void check(int length) {
        if (length != columns) {
            throw new IllegalArgumentException("a table of " + columns + " columns was given a row of " + length);
        }
    }

    private static String quoted(String value) {
        boolean needed = value.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                || value.startsWith(" ")
                || value.endsWith(" ");
        return needed ? '"' + value.replace("\"", "\"\"") + '"' : value;
    }
}
