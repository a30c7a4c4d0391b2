package org.macrostate.reports.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.macrostate.reports.document.Block.Column;
import org.macrostate.reports.document.Block.TableBlock;
import org.macrostate.reports.document.Prose;

class TextTableTest {
    @Test
    void columns_are_aligned_by_what_shows() {
        var table = new TableBlock(
                "",
                Prose.EMPTY,
                List.of(Column.left("name"), Column.right("z")),
                List.of(
                        List.of(Prose.text("q\u0302"), Prose.number(-1.25, 3)),
                        List.of(Prose.text("\u202Ex"), Prose.number(1.2e-7, 2))));
        assertEquals(
                "name              z\n"
                        + "─────────  ────────\n"
                        + "q\u0302             −1.25\n"
                        + "[U+202E]x  1.2×10⁻⁷\n",
                TextTable.of(table));
    }
}
