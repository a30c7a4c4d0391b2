package org.macrostate.reports.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvWriterTest {
    @Test
    void names_with_commas_quotes_and_line_breaks_are_quoted_and_what_is_no_number_is_left_out() throws IOException {
        var out = new StringWriter();
        var csv = new CsvWriter(out, List.of("t", "m[1,1]", "say \"hi\"", "two\nlines"));
        csv.row(0.5, Double.NaN, Double.POSITIVE_INFINITY, 1e-7);
        assertEquals("t,\"m[1,1]\",\"say \"\"hi\"\"\",\"two\nlines\"\r\n0.5,,,1e-7\r\n", out.toString());
    }

    @Test
    void a_row_of_another_length_is_misuse() throws IOException {
        var csv = new CsvWriter(new StringWriter(), List.of("t", "q"));
        var e = assertThrows(IllegalArgumentException.class, () -> csv.row(1));
        assertEquals("a table of 2 columns was given a row of 1", e.getMessage());
    }
}
