package org.macrostate.engine.study.claim;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.macrostate.engine.analysis.Answer;
import org.macrostate.engine.model.NumberFormula;
import org.macrostate.engine.output.DataTable;
import org.macrostate.equations.BadInput;

/** The rows that a selection selects, each as numbers by column. */
final class SelectedRows {
    private static final double ROUNDING = 1e-9;

    private final Evidence.Item item;
    private final DataTable table;
    private final List<List<Object>> rows;

    /** @throws NotMeasured if there is no such answer, table or column */
    SelectedRows(Evidence evidence, Selection selection) {
        this.item = evidence.item(selection.question());
        this.table = table(evidence.answer(selection.question()), selection);
        selection.where().keySet().forEach(column -> position(column, selection));
        this.rows = table.rows().stream()
                .filter(row -> selection.where().entrySet().stream()
                        .allMatch(e -> matches(row.get(position(e.getKey(), selection)), e.getValue())))
                .toList();
        if (rows.isEmpty()) {
            throw new NotMeasured("'" + selection.question() + "' has no row"
                    + (selection.where().isEmpty() ? "" : " with " + selection.where()));
        }
    }

    private static DataTable table(Answer answer, Selection selection) {
        List<DataTable> tables = answer.tables();
        if (selection.table().isEmpty() && !tables.isEmpty()) {
            return tables.get(0);
        }
        return tables.stream()
                .filter(t -> t.name().equals(selection.table()))
                .findFirst()
                .orElseThrow(() -> new NotMeasured("'" + selection.question() + "' has no table '" + selection.table()
                        + "', its tables are "
                        + tables.stream().map(DataTable::name).toList()));
    }

    private int position(String column, Selection selection) {
        int at = table.columns().indexOf(column);
        if (at < 0) {
            throw new NotMeasured("'" + selection.question() + "' has no column '" + column + "', it has "
                    + String.join(", ", table.columns()));
        }
        return at;
    }

    private static boolean matches(Object cell, String wanted) {
        if (cell instanceof Number number) {
            try {
                double value = Double.parseDouble(wanted.strip());
                return Math.abs(number.doubleValue() - value) <= ROUNDING * Math.max(Math.abs(value), ROUNDING);
            } catch (NumberFormatException word) {
                return false;
            }
        }
        return cell.toString().equals(wanted.strip());
    }

    int count() {
        return rows.size();
    }

    /** Cells of a column as text. */
    List<String> words(String column) {
        int at = table.columns().indexOf(column);
        if (at < 0) {
            throw new NotMeasured("there is no column '" + column + "' in " + table.columns());
        }
        return rows.stream().map(row -> row.get(at).toString()).toList();
    }

    /** A column, or a formula of columns and of the question's parameters, row by row. */
    double[] numbers(String columnOrFormula) {
        int at = table.columns().indexOf(columnOrFormula.strip());
        if (at >= 0) {
            return rows.stream()
                    .mapToDouble(row -> row.get(at) instanceof Number n ? n.doubleValue() : Double.NaN)
                    .toArray();
        }
        Map<String, Double> values = new LinkedHashMap<>(item.subject().parameterValues());
        table.columns().forEach(column -> values.put(column, Double.NaN));
        NumberFormula formula = formula(columnOrFormula, values);
        return rows.stream().mapToDouble(row -> at(formula, values, row)).toArray();
    }

    private NumberFormula formula(String text, Map<String, Double> values) {
        try {
            return NumberFormula.read(text, values.keySet(), item.subject().sizes());
        } catch (BadInput bad) {
            throw new NotMeasured("'" + text + "': " + bad.what());
        }
    }

    private double at(NumberFormula formula, Map<String, Double> values, List<Object> row) {
        Map<String, Double> here = new LinkedHashMap<>(values);
        for (int i = 0; i < row.size(); i++) {
            here.put(table.columns().get(i), row.get(i) instanceof Number n ? n.doubleValue() : Double.NaN);
        }
        return formula.at(here);
    }
}
