package org.macrostate.reports.table;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.regex.Pattern;
import org.macrostate.reports.document.VisibleText;

/**
 * Writes a table as CSV (RFC 4180) line by line: the names of the columns first, numbers as {@link ExactNumber}, an
 * empty field where there is no finite number. The writer it is given decides on the encoding (UTF-8) and is the
 * caller's to close.
 *
 * <p>A text that a spreadsheet would run as a formula (it begins with {@code = + - @} or a tab and is no number) has an
 * apostrophe in front, which spreadsheets take for "this is text"; characters that act on a terminal stand there by
 * their numbers. Source: OWASP, "CSV Injection".
 */
public final class CsvWriter {
    /** Signs that begin a formula, and their full-width forms. */
    private static final String FORMULA = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?(e-?[0-9]+)?");

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

    /** The text as a cell shows it, before quotes. */
    static String shown(String text) {
        var out = new StringBuilder(startsFormula(text) ? "'" : "");
        text.codePoints()
                .forEach(c ->
                        out.append(c == '\n' || c == '\r' || c == '\t' ? Character.toString(c) : VisibleText.of(c)));
        return out.toString();
    }

    private static boolean startsFormula(String text) {
        String first = text.strip();
        boolean sign = text.startsWith("\t") || !first.isEmpty() && FORMULA.indexOf(first.charAt(0)) >= 0;
        return sign && !NUMBER.matcher(text).matches();
    }

    /** Whether it is shown as it is and needs no quotes: a number or a word, as nearly all cells are. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain =
                    c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '.' || c == '_';
            if (!plain && !(c == '-' && i > 0)) {
                return false;
            }
        }
        return true;
    }

    private static String quoted(String text) {
        if (isPlain(text)) {
            return text;
        }
        String value = shown(text);
        boolean needed = value.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                || value.startsWith(" ")
                || value.endsWith(" ");
        return needed ? '"' + value.replace("\"", "\"\"") + '"' : value;
    }
}
