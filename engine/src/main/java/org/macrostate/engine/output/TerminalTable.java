package org.macrostate.engine.output;

import java.util.ArrayList;
import java.util.List;
import org.macrostate.reports.document.Block;
import org.macrostate.reports.table.NumberText;
import org.macrostate.reports.table.TextTable;

/** Tables of results for people: aligned, numbers rounded. */
public final class TerminalTable {
    private static final int DIGITS = 6;

    private TerminalTable() {}

    public static String of(DataTable table) {
        List<Block.Align> sides = new ArrayList<>();
        for (int c = 0; c < table.columns().size(); c++) {
            int column = c;
            boolean numbers = table.rows().stream().allMatch(row -> row.get(column) instanceof Number);
            sides.add(numbers ? Block.Align.RIGHT : Block.Align.LEFT);
        }
        List<List<String>> rows = table.rows().stream()
                .map(row -> row.stream().map(TerminalTable::cell).toList())
                .toList();
        return TextTable.of(table.columns(), sides, rows);
    }

    private static String cell(Object value) {
        return value instanceof Double number ? NumberText.of(number, DIGITS) : value.toString();
    }
}
