package org.macrostate.reports.latex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.macrostate.reports.document.Block;
import org.macrostate.reports.document.Prose;

/** Tables wider than a line wrap their text before they are shrunk. */
class WideTableTest {
    private static String latex(String left, String right) {
        return LatexFragment.of(List.of(new Block.TableBlock(
                "t",
                Prose.text("Findings."),
                List.of(Block.Column.left("quantity"), Block.Column.right("found"), Block.Column.left("met")),
                List.of(List.of(Prose.text(left), Prose.text(right), Prose.text("yes"))))));
    }

    @Test
    void all_columns_of_long_text_wrap() {
        String text = "the largest distance of a boundary from its closed form over all parameters of the model";
        String table = latex(text, text);
        assertFalse(table.contains("resizebox"), table);
        assertEquals(3, table.split("p\\{", -1).length, table);
        assertTrue(table.contains(">{\\raggedright\\arraybackslash}p{"), table);
        assertTrue(table.contains(">{\\raggedleft\\arraybackslash}p{"), table);
    }

    @Test
    void a_word_that_is_too_long_shrinks_the_table_and_a_narrow_table_stays_as_it_is() {
        assertTrue(latex("w".repeat(200), "1").contains("resizebox"));
        String narrow = latex("error", "1");
        assertFalse(narrow.contains("resizebox") || narrow.contains("p{"), narrow);
    }
}
