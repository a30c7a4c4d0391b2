package org.macrostate.engine.report;

import java.util.List;
import org.macrostate.engine.output.DataTable;
import org.macrostate.reports.figure.Figure;

/**
 * A figure with what its files need.
 *
 * @param name of its files, without ending
 * @param tables CSV files that its TeX reads beside those of the answers
 * @param reads all CSV files that its TeX reads
 */
public record Drawing(String name, Figure figure, List<DataTable> tables, List<String> reads) {
    public Drawing {
        tables = List.copyOf(tables);
        reads = List.copyOf(reads);
    }
}
