package org.macrostate.reports.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.macrostate.reports.RandomText;
import org.macrostate.reports.document.VisibleText;

class CsvAnyTextTest {
    /** RFC 4180, section 2, read here by itself. */
    private static List<List<String>> read(String csv) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < csv.length(); i++) {
            char c = csv.charAt(i);
            if (quoted) {
                if (c != '"') {
                    cell.append(c);
                } else if (i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else {
                    quoted = false;
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == ',' || c == '\r') {
                row.add(cell.toString());
                cell.setLength(0);
                if (c == '\r') {
                    assertEquals('\n', csv.charAt(++i));
                    rows.add(row);
                    row = new ArrayList<>();
                }
            } else {
                cell.append(c);
            }
        }
        return rows;
    }

    private static String written(List<String> cells) throws IOException {
        StringWriter text = new StringWriter();
        new CsvWriter(text, cells).row(cells);
        return text.toString();
    }

    /** What a cell must show: controls by their numbers, line breaks and tabs as they are. */
    private static String expected(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints()
                .forEach(c -> out.append("\n\r\t".indexOf(c) >= 0 ? Character.toString(c) : VisibleText.of(c)));
        return out.toString();
    }

    @Test
    void any_text_is_read_back_and_none_is_a_formula_or_acts_on_a_terminal() throws IOException {
        for (String text : RandomText.texts(5000, 24).toList()) {
            List<List<String>> rows = read(written(List.of(text, "x")));
            assertEquals(2, rows.size(), text);
            for (List<String> row : rows) {
                assertEquals("x", row.get(1), text);
                String cell = row.get(0);
                String without = cell.startsWith("'") && !text.startsWith("'") ? cell.substring(1) : cell;
                assertEquals(expected(text), without);
                String first = cell.strip();
                assertTrue(
                        first.isEmpty() || "=+-@".indexOf(first.charAt(0)) < 0 || cell.matches("[+-]?\\d+"),
                        () -> "a spreadsheet would run " + cell);
                assertTrue(cell.chars().noneMatch(c -> Character.isISOControl(c) && "\n\r\t".indexOf(c) < 0), cell);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "+0.5", "-1.5e-7", "-123456", "1", "a=b", "m[1,1]", "Q - R"})
    void numbers_and_names_stay_as_they_are(String text) {
        assertEquals(text, CsvWriter.shown(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"=1+1|'=1+1", "-1+cmd|'-1+cmd", "@SUM(1)|'@SUM(1)", "+A1|'+A1", "＝1|'＝1", "-x at 1|'-x at 1"})
    void what_begins_like_a_formula_is_marked_as_text(String text, String shown) {
        assertEquals(shown, CsvWriter.shown(text));
    }
}
