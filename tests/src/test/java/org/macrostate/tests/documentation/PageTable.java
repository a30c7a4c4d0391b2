package org.macrostate.tests.documentation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rows of the Markdown tables under one heading, each cell without the marks of code. */
record PageTable(List<List<String>> rows) {
    private static final Pattern CELL = Pattern.compile("(?<=\\|) ((?:\\\\\\||[^|])*) (?=\\|)");

    static PageTable under(Page page, String heading) {
        Matcher section = Pattern.compile("(?ms)^## " + Pattern.quote(heading) + "$(.*?)(?=^## |\\z)")
                .matcher(page.text());
        if (!section.find()) {
            throw new IllegalArgumentException(page.name() + " has no heading " + heading);
        }
        List<List<String>> rows = new ArrayList<>();
        section.group(1).lines().filter(line -> line.startsWith("| `")).forEach(line -> rows.add(cells(line)));
        return new PageTable(rows);
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        Matcher cell = CELL.matcher(line);
        while (cell.find()) {
            String text = cell.group(1).strip();
            cells.add(
                    text.isEmpty()
                            ? ""
                            : text.substring(1, text.length() - 1)
                                    .replace("\\|", "|")
                                    .replace(" ⏎ ", "\n"));
        }
        return cells;
    }
}
