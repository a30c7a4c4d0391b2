package org.macrostate.reports.typeset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.macrostate.reports.Formulas;
import org.macrostate.reports.latex.MathLatex;

class LineBreaksTest {
    private static Layout sum(int terms) {
        String text =
                IntStream.rangeClosed(1, terms).mapToObj(i -> "m[1," + i + "]").collect(Collectors.joining(" + "));
        return Typesetter.plain().of(Formulas.of("tau (" + text + ")"));
    }

    @Test
    void what_fits_is_not_broken() {
        assertEquals(List.of(sum(3)), LineBreaks.of(sum(3), 40));
    }

    @Test
    void every_line_fits_and_nothing_is_lost() {
        for (int terms = 2; terms < 60; terms += 3) {
            List<Layout> lines = LineBreaks.of(sum(terms), 30);
            assertTrue(lines.stream().allMatch(l -> Width.of(l) <= 30), "lines too wide at " + terms);
            String all = lines.stream().map(MathLatex::of).collect(Collectors.joining());
            for (int i = 1; i <= terms; i++) {
                assertTrue(all.contains(i < 10 ? "m_{1" + i + "}" : "m_{1," + i + "}"), all);
            }
        }
    }

    @Test
    void a_bracket_over_two_lines_has_one_size() {
        List<String> lines =
                LineBreaks.of(sum(30), 30).stream().map(MathLatex::of).toList();
        assertTrue(lines.get(0).startsWith("\\tau\\Bigl("), lines.get(0));
        assertTrue(lines.get(1).startsWith("\\hspace{4em} + "), lines.get(1));
        assertTrue(lines.get(lines.size() - 1).endsWith("\\Bigr)"), lines.get(lines.size() - 1));
    }
}
