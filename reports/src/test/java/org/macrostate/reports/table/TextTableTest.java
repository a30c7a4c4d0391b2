package org.macrostate.reports.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.macrostate.reports.document.Block.Align;

class TextTableTest {
    @Test
    void columns_are_aligned_by_what_shows() {
        assertEquals(
                "name              z\n"
                        + "─────────  ────────\n"
                        + "q\u0302             −1.25\n"
                        + "[U+202E]x  1.2×10⁻⁷\n",
                TextTable.of(
                        List.of("name", "z"),
                        List.of(Align.LEFT, Align.RIGHT),
                        List.of(List.of("q\u0302", "−1.25"), List.of("\u202Ex", "1.2×10⁻⁷"))));
    }
}
