package org.macrostate.reports.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Where pgfplots finds a layer's numbers: two columns of a CSV file beside the TeX file.
 *
 * @param file   path relative to the TeX file: letters, digits, and {@code . _ - /}
 * @param header the file's column names in order. Needed only where a name holds a comma, quote or TeX character
 *               ({@code m[1,1]}): pgfplots then goes by position.
 * @param x      name of the column of abscissas; empty: the number of the row, from 1
 * @param y      name of the column of ordinates
 * @param rows   conditions that all must hold for a row to be used
 */
public record Csv(String file, List<String> header, String x, String y, List<Where> rows) {
    private static final Pattern FILE = Pattern.compile("[A-Za-z0-9._/-]+");
    private static final Pattern READABLE = Pattern.compile("[^\\\\{}%#~^$&\",\\p{Cntrl}]*");

    /**
     * Rows in which {@code column} holds exactly the text {@code value}. Rows left out do not interrupt a line; a row
     * with an empty field does.
     */
    public record Where(String column, String value) {}

    public Csv {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
        if (!FILE.matcher(file).matches()) {
            throw new IllegalArgumentException(
                    "a CSV file's name for TeX is of letters, digits, '.', '_', '-' and '/', was '" + file + "'");
        }
        if (header.isEmpty()
                && !(READABLE.matcher(x).matches() && READABLE.matcher(y).matches())) {
            throw new IllegalArgumentException("columns '" + x + "' and '" + y + "' of " + file
                    + " can be found by position only, but its header was not given");
        }
        for (Where row : rows) {
            if (!READABLE.matcher(row.value()).matches()) {
                throw new IllegalArgumentException(
                        "rows cannot be chosen by a text with TeX's characters or commas in it, was '" + row.value()
                                + "'");
            }
        }
    }

    public Csv(String file, String x, String y) {
        this(file, List.of(), x, y, List.of());
    }

    /** The same columns of another file. */
    Csv in(UnaryOperator<String> other) {
        return new Csv(other.apply(file), header, x, y, rows);
    }

    /** Only the rows in which {@code column} holds {@code value} as well. */
    public Csv where(String column, String value) {
        var all = new ArrayList<>(rows);
        all.add(new Where(column, value));
        return new Csv(file, header, x, y, all);
    }

    /** Whether pgfplots has to find columns by position, some name of the header being unreadable to it. */
    boolean byPosition() {
        return !header.stream().allMatch(name -> READABLE.matcher(name).matches());
    }

    /**
     * The column's place in the header, from 0.
     *
     * @throws IllegalArgumentException if the header lacks it
     */
    int position(String column) {
        int at = header.indexOf(column);
        if (at < 0) {
            throw new IllegalArgumentException("no column '" + column + "' in " + file + ", which has " + header);
        }
        return at;
    }
}
