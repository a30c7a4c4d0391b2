package org.macrostate.reports.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where pgfplots finds a layer's numbers: two columns of a CSV file beside the TeX file.
 *
 * @param file   path relative to the TeX file: letters, digits, and {@code . _ - /}
 * @param header the file's column names in order. Needed only where a name holds a comma, quote or TeX character ({@code m[1,1]}): pgfplots then goes by position.
 * @param x      name of the column of abscissas; empty: the number of the row, from 1
 * @param y      name of the column of ordinates
 * @param rows   conditions that all must hold for a row to be used
 */
public record Csv(String file, List<String> header, String x, String y, List<Where> rows) {
    private static final Pattern FILE = Pattern.compile("[A-Za-z0-9._/-]+");

    /** Rows in which {@code column} holds exactly the text {@code value}. */
    public record Where(String column, String value) {}

    public Csv {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
        if (!FILE.matcher(file).matches()) {
            throw new IllegalArgumentException(
                    "a CSV file's name for TeX is of letters, digits, '.', '_', '-' and '/', was '" + file + "'");
        }
    }

    public Csv(String file, String x, String y) {
        this(file, List.of(), x, y, List.of());
    }

    /** The same columns, the file's header being known. */
    public Csv withHeader(List<String> names) {
        return new Csv(file, names, x, y, rows);
    }

    /** Only the rows in which {@code column} holds {@code value} as well. */
    public Csv where(String column, String value) {
        var all = new ArrayList<>(rows);
        all.add(new Where(column, value));
        return new Csv(file, header, x, y, all);
    }
}
