package org.macrostate.engine.study.output;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
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
        rows = rows.stream().map(List::copyOf).toList();
    }

    public String csv() {
        StringWriter text = new StringWriter();
        try {
            CsvWriter writer = new CsvWriter(text, columns);
            for (List<Object> row : rows) {
                writer.row(row.stream().map(DataTable::cell).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
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
