package org.macrostate.solvers.fixedpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.macrostate.equations.BadInput;
import org.macrostate.solvers.kernel.CompiledSystem;
import org.macrostate.solvers.kernel.StateUnits;
import org.macrostate.solvers.nonlinear.LinearSystem;
import org.macrostate.solvers.nonlinear.Vector;

/**
 * Linear totals C x that the flow conserves, C f = 0, in reduced row echelon form, and the values T they have.
 *
 * <p>Fixed points with these totals are those of f + D (T − C x) with C D = 1: its roots have C x = T and f = 0, and its
 * Jacobian has the eigenvalues of the flow on the leaf C x = T and −1 for each total. Immutable.
 *
 * @param rows of C, n each
 * @param values T, one a row
 */
public record ConservedTotals(List<double[]> rows, List<Double> values) {
    /** Nothing is conserved. */
    public static final ConservedTotals NONE = new ConservedTotals(List.of(), List.of());

    private static final double NOTHING = 1e-6;

    /** Lists are copied. */
    public ConservedTotals {
        rows = List.copyOf(rows);
        values = List.copyOf(values);
    }

    /** Those that are conserved at other parameters too. */
    ConservedTotals heldBy(SystemAt system, Starts starts) {
        List<double[]> held = new ArrayList<>();
        List<Double> totals = new ArrayList<>();
        for (int k = 0; k < rows.size(); k++) {
            if (TotalsSearch.holds(system, starts, rows.get(k))) {
                held.add(rows.get(k));
                totals.add(values.get(k));
            }
        }
        return new ConservedTotals(held, totals);
    }

    /** Of states in other units. */
    ConservedTotals in(StateUnits units) {
        return new ConservedTotals(rows.stream().map(units::unscaled).toList(), values);
    }

    /** Of states in the flow's own units, what was found in others. */
    ConservedTotals unscaled(StateUnits units) {
        return new ConservedTotals(rows.stream().map(units::scaled).toList(), values);
    }

    /** With the values that a state has. */
    public ConservedTotals through(double[] state) {
        return new ConservedTotals(
                rows, rows.stream().map(row -> Vector.dot(row, state)).toList());
    }

    /**
     * With values given as {@code S + Sp = 1}, several with commas between.
     *
     * @throws BadInput if something else is written, or what is not conserved
     */
    public ConservedTotals fixedBy(String text, List<String> labels) {
        List<Double> fixed = new ArrayList<>(values);
        for (String one : termsOf(text)) {
            String[] sides = one.split("=", -1);
            if (sides.length != 2) {
                throw new BadInput("expected TOTAL = NUMBER, found '" + one.strip() + "'");
            }
            double[] asked = StatedTotal.read(sides[0].strip(), labels);
            double value;
            try {
                value = Double.parseDouble(sides[1].strip());
            } catch (NumberFormatException e) {
                throw new BadInput(
                        "the value of " + sides[0].strip() + " must be a number, was '" + sides[1].strip() + "'");
            }
            int place = place(asked);
            if (place < 0) {
                throw new BadInput(sides[0].strip() + " is not conserved"
                        + (rows.isEmpty()
                                ? ", nor is any other linear total"
                                : "; conserved " + (rows.size() == 1 ? "is " : "are ")
                                        + String.join(
                                                ", ",
                                                rows.stream()
                                                        .map(row -> name(row, labels))
                                                        .toList())));
            }
            fixed.set(place, value / asked[pivot(rows.get(place))]);
        }
        return new ConservedTotals(rows, fixed);
    }

    /** The total of which a linear form is a multiple; -1 if it is none. */
    private int place(double[] form) {
        for (int k = 0; k < rows.size(); k++) {
            double factor = form[pivot(rows.get(k))];
            double[] left = Vector.moved(form, -factor, rows.get(k));
            if (factor != 0 && Vector.maxNorm(left) <= NOTHING * Vector.maxNorm(form)) {
                return k;
            }
        }
        return -1;
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** How many. */
    public int count() {
        return rows.size();
    }

    /** D, one column of n a total: the pseudo-inverse of C. */
    List<double[]> towards() {
        int k = rows.size();
        double[] gram = new double[k * k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                gram[i * k + j] = Vector.dot(rows.get(i), rows.get(j));
            }
        }
        List<double[]> columns = new ArrayList<>();
        for (int j = 0; j < k; j++) {
            double[] unit = new double[k];
            unit[j] = 1;
            double[] weights = LinearSystem.solve(gram, unit);
            double[] column = new double[rows.get(0).length];
            for (int i = 0; i < k; i++) {
                column = Vector.moved(column, weights[i], rows.get(i));
            }
            columns.add(column);
        }
        return columns;
    }

    /** The place of a row's first coefficient, which is 1. */
    private static int pivot(double[] row) {
        int i = 0;
        while (row[i] == 0) {
            i++;
        }
        return i;
    }

    /** The Jacobian of the flow on the leaf, in the elements that are no pivots: n − k rows and columns. */
    double[] onLeaf(double[] jacobian, int n) {
        double[] size = new double[n];
        for (int i = 0; i < n * n; i++) {
            size[i % n] = Math.max(size[i % n], Math.abs(jacobian[i]));
        }
        LeafCoordinates leaf = LeafCoordinates.of(rows, size);
        int[] kept = leaf.kept();
        int m = kept.length;
        double[] reduced = new double[m * m];
        for (int a = 0; a < m; a++) {
            for (int b = 0; b < m; b++) {
                double value = jacobian[kept[a] * n + kept[b]];
                for (int k = 0; k < leaf.rows().size(); k++) {
                    value -= jacobian[kept[a] * n + leaf.eliminated()[k]]
                            * leaf.rows().get(k)[kept[b]];
                }
                reduced[a * m + b] = value;
            }
        }
        return reduced;
    }

    /** Each as {@code S + Sp = 1}, as the totals of a system's states are in the flow's own units. */
    public List<String> told(CompiledSystem system) {
        return unscaled(system.units()).told(system.bound().state().labels());
    }

    List<String> told(List<String> labels) {
        List<String> told = new ArrayList<>();
        for (int k = 0; k < rows.size(); k++) {
            told.add(name(rows.get(k), labels) + " = " + number(values.get(k)));
        }
        return told;
    }

    /** {@code S + Sp}. */
    public static String name(double[] row, List<String> labels) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < row.length; i++) {
            if (row[i] != 0) {
                double size = Math.abs(row[i]);
                text.append(text.isEmpty() ? row[i] < 0 ? "-" : "" : row[i] < 0 ? " - " : " + ")
                        .append(size == 1 ? "" : number(size) + " ")
                        .append(labels.get(i));
            }
        }
        return text.toString();
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? String.format(Locale.ROOT, "%d", (long) value)
                : Float.toString((float) value);
    }

    /** Split at commas outside of brackets. */
    private static List<String> termsOf(String text) {
        List<String> terms = new ArrayList<>();
        int depth = 0;
        int begin = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '[' ? 1 : c == ']' ? -1 : 0;
            if (c == ',' && depth <= 0) {
                terms.add(text.substring(begin, i));
                begin = i + 1;
            }
        }
        terms.add(text.substring(begin));
        return terms;
    }
}
