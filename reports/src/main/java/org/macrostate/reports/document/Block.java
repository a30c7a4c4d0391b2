package org.macrostate.reports.document;

import java.util.List;
import java.util.regex.Pattern;
import org.macrostate.reports.typeset.EquationLine;

/** What a section is made of. */
public sealed interface Block {

    record Paragraph(Prose prose) implements Block {}

    /** Equations one below the other, aligned at their equals signs; those with a label are numbered. */
    record EquationBlock(List<EquationLine> lines) implements Block {
        public EquationBlock {
            lines = List.copyOf(lines);
        }
    }

    /** How a column stands. */
    enum Align {
        LEFT,
        CENTRE,
        RIGHT
    }

    record Column(Prose title, Align align) {
        public static Column left(String title) {
            return new Column(Prose.text(title), Align.LEFT);
        }

        public static Column right(String title) {
            return new Column(Prose.text(title), Align.RIGHT);
        }
    }

    /**
     * A table; every row has a cell for each column.
     *
     * @param label what references call it; empty if nothing does
     */
    record TableBlock(String label, Prose caption, List<Column> columns, List<List<Prose>> rows) implements Block {
        public TableBlock {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
            for (List<Prose> row : rows) {
                if (row.size() != columns.size()) {
                    throw new IllegalArgumentException(
                            "a table of " + columns.size() + " columns has a row of " + row.size() + " cells");
                }
            }
        }
    }

    /**
     * A finished figure.
     *
     * @param label what references call it; empty if nothing does
     * @param texFile pgfplots code beside the LaTeX file, a relative path of letters, digits and {@code . _ - /}
     * @param svg the same figure as an {@code <svg>} element
     */
    record FigureBlock(String label, Prose caption, String texFile, String svg) implements Block {
        private static final Pattern FILE = Pattern.compile("^(?!.*/[/.])[A-Za-z0-9_-][A-Za-z0-9._/-]*+(?<!/)");

        public FigureBlock {
            if (!FILE.matcher(texFile).matches()) {
                throw new IllegalArgumentException(
                        "a figure's file is a relative path of letters, digits, '.', '_', '-' and '/', was '" + texFile
                                + "'");
            }
        }
    }

    /** Lines shown letter by letter: a command, a file. */
    record CodeBlock(String text) implements Block {}

    record ListBlock(List<Prose> items, boolean numbered) implements Block {
        public ListBlock {
            items = List.copyOf(items);
        }
    }
}
