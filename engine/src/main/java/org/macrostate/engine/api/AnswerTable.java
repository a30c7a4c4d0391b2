package org.macrostate.engine.api;

import java.util.List;
import org.macrostate.engine.output.DataTable;

/** A table of an answer: the same that the command writes as a CSV file. Immutable. */
public final class AnswerTable {
    private final DataTable table;

    AnswerTable(DataTable table) {
        this.table = table;
    }

    /** The name of its CSV file, without ending. */
    public String name() {
        return table.name();
    }

    /** Names of the columns, as {@code t}, {@code m[1,1]}, {@code eps_g}. */
    public List<String> columns() {
        return table.columns();
    }

    /** The number of rows. */
    public int size() {
        return table.rows().size();
    }

    /**
     * A column as numbers, {@code double[size()]}; {@code NaN} where a cell is empty or a word.
     *
     * @throws IllegalArgumentException if there is no such column; it names those there are
     */
    public double[] numbers(String column) {
        requireKnown(column);
        return table.numbers(column);
    }

    /**
     * A column as texts; numbers as they stand in the CSV file.
     *
     * @throws IllegalArgumentException if there is no such column; it names those there are
     */
    public List<String> texts(String column) {
        requireKnown(column);
        int at = table.columns().indexOf(column);
        return table.rows().stream().map(row -> DataTable.cell(row.get(at))).toList();
    }

    /** The table as CSV: RFC 4180, 17 significant digits. */
    public String csv() {
        return table.csv();
    }

    private void requireKnown(String column) {
        if (!table.columns().contains(column)) {
            throw new IllegalArgumentException("no column '" + column + "'; there are " + table.columns());
        }
    }

    @Override
    public String toString() {
        return size() + " rows of " + String.join(", ", columns());
    }
}
