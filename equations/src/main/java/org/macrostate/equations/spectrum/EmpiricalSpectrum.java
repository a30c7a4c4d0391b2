package org.macrostate.equations.spectrum;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.macrostate.equations.BadInput;

/** Eigenvalues of a user's data: one a line of a table, each of the same weight. */
public final class EmpiricalSpectrum {
    /** Of the largest eigenvalue: what rounding leaves of zero. */
    private static final double ROUNDING = 1e-12;

    private EmpiricalSpectrum() {}

    /**
     * The eigenvalues in a text: the first column, whose first line may be a heading; a column {@code eigenvalue} or
     * {@code value} is taken wherever it stands.
     *
     * @throws BadInput if a line has no number, or one is negative
     */
    public static List<Double> read(String text) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        List<Double> values = new ArrayList<>();
        int column = 0;
        for (int i = 0; i < lines.size(); i++) {
            List<String> cells = List.of(lines.get(i).split("[,;\\t]", -1));
            if (i == 0 && !isNumber(cells.get(0).strip())) {
                List<String> names =
                        cells.stream().map(c -> c.strip().replace("\"", "")).toList();
                column = Math.max(0, Math.max(names.indexOf("eigenvalue"), names.indexOf("value")));
                continue;
            }
            String cell = column < cells.size() ? cells.get(column).strip() : "";
            if (!isNumber(cell)) {
                throw new BadInput("line " + (i + 1) + " must have an eigenvalue in column " + (column + 1)
                        + ", found '" + cell + "'");
            }
            values.add(Double.parseDouble(cell));
        }
        if (values.isEmpty()) {
            throw new BadInput("there are no eigenvalues in it");
        }
        double largest = values.stream().mapToDouble(Math::abs).max().orElse(0);
        for (int i = 0; i < values.size(); i++) {
            double value = values.get(i);
            if (!(value >= -ROUNDING * largest) || !Double.isFinite(value)) {
                throw new BadInput("an eigenvalue of a covariance must be nonnegative and finite, found " + value);
            }
            values.set(i, Math.max(0, value));
        }
        return values;
    }

    private static boolean isNumber(String cell) {
        try {
            Double.parseDouble(cell);
            return true;
        } catch (NumberFormatException noNumber) {
            return false;
        }
    }

    /** The Gauss nodes of these eigenvalues. */
    public static SpectralNodes nodes(List<Double> eigenvalues, int nodes) {
        Map<Double, Double> masses = new TreeMap<>();
        eigenvalues.forEach(value -> masses.merge(value, 1.0, Double::sum));
        return SpectralNodes.ofPoints(
                masses.keySet().stream().mapToDouble(Double::doubleValue).toArray(),
                masses.values().stream().mapToDouble(Double::doubleValue).toArray(),
                nodes);
    }
}
