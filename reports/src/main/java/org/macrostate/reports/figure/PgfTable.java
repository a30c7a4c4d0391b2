package org.macrostate.reports.figure;

/**
 * A CSV's columns as pgfplots reads them: {@code source} after {@code \addplot[…]}, {@code options} inside it.
 * Names that pgfplots cannot read are replaced by their positions in the header, which it then skips.
 */
record PgfTable(Csv csv, String source, String options) {

    static PgfTable of(Csv csv) {
        return build(csv, "", "");
    }

    /** The same with error bars in y from a column; without them if it has no name. */
    PgfTable withError(String column) {
        if (column.isEmpty()) {
            return this;
        }
        return build(csv, ", y error" + reference(csv, column), ", error bars/.cd, y dir=both, y explicit");
    }

    private static PgfTable build(Csv csv, String more, String options) {
        String x = csv.x().isEmpty() ? "x expr=\\coordindex+1" : "x" + reference(csv, csv.x());
        String header = csv.byPosition() ? ", header=false, skip first n=1" : "";
        var rows = new StringBuilder();
        for (Csv.Where where : csv.rows()) {
            rows.append(
                            csv.byPosition()
                                    ? ", rows whereno={" + csv.position(where.column())
                                    : ", rows where={" + where.column())
                    .append("}{" + where.value() + "}");
        }
        String source = "table[" + x + ", y" + reference(csv, csv.y()) + more + ", col sep=comma" + header + "] {"
                + csv.file() + "}";
        return new PgfTable(csv, source, rows + options);
    }

    private static String reference(Csv csv, String column) {
        return csv.byPosition() ? " index=" + csv.position(column) : "={" + column + "}";
    }
}
