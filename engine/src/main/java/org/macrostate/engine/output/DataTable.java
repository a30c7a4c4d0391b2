package org.macrostate.engine.output;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.IntFunction;
import org.macrostate.reports.table.CsvWriter;

/**
 * A table of numbers and words with named columns.
 *
 * @param name of the file, without ending
 * @param rows each with one cell a column: a number, which in the file is an empty field if it is not finite, or a
 *     {@code String}
 */
public record DataTable(String name, List<String> columns, List<List<Object>> rows) {
    public DataTable {
        columns = List.copyOf(columns);
        rows = rows instanceof ComputedRows
                ? rows
                : rows.stream().map(List::copyOf).toList();
    }

    /** A table too large to be in memory: each row is made when it is asked for. */
    public static DataTable computed(String name, List<String> columns, int count, IntFunction<List<Object>> row) {
        return new DataTable(name, columns, new ComputedRows(count, row));
    }

    private static final class ComputedRows extends AbstractList<List<Object>> implements RandomAccess {
        private final int count;
        private final IntFunction<List<Object>> row;

        ComputedRows(int count, IntFunction<List<Object>> row) {
            this.count = count;
            this.row = row;
        }

        @Override
        public List<Object> get(int index) {
            return row.apply(java.util.Objects.checkIndex(index, count));
        }

        @Override
        public int size() {
            return count;
        }
    }

    public String csv() {
        StringWriter text = new StringWriter();
        try {
            writeTo(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** The table as CSV in UTF-8, row by row. */
    public void writeTo(OutputStream out) throws IOException {
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writeTo(text);
        text.flush();
    }

    private void writeTo(Writer text) throws IOException {
        CsvWriter writer = new CsvWriter(text, columns);
        for (List<Object> row : rows) {
            writer.row(row.stream().map(DataTable::cell).toList());
        }
    }

    /** The column's values as numbers; {@code NaN} where a cell is a word. */
    public double[] numbers(String column) {
        int at = columns.indexOf(column);
        return rows.stream()
                .mapToDouble(row -> row.get(at) instanceof Number n ? n.doubleValue() : Double.NaN)
                .toArray();
    }

    /** A cell as it stands in the file. */
    public static String cell(Object value) {
        return value instanceof Number number ? CsvWriter.cell(number.doubleValue()) : value.toString();
    }
}
