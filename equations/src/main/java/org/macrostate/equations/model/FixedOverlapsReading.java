package org.macrostate.equations.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.language.Elaborator;
import org.macrostate.equations.language.Text;
import org.macrostate.equations.tensor.Delta;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.ExpressionText;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.NumericValue;
import org.macrostate.equations.tensor.Plus;
import org.macrostate.equations.tensor.Position;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Symbol;

/** Reads the overlaps of a fixed family: identity, a diagonal, a matrix, or an expression in the indices i and j, or i1, i2 and j1, j2. */
final class FixedOverlapsReading {
    private static final int LARGEST = 32;

    private final NameTable names;
    private final Entry entry;
    private final ConstantValues constants;
    private final List<Expression> copies;
    private final List<Index> row;
    private final List<Index> column;

    private FixedOverlapsReading(NameTable names, Entry entry, List<Expression> copies, ConstantValues constants) {
        this.constants = constants;
        this.names = names;
        this.entry = entry;
        this.copies = copies;
        this.row = indices("i", copies);
        this.column = indices("j", copies);
    }

    static FixedOverlaps read(
            NameTable names, Entry entry, Text text, List<Expression> copies, ConstantValues constants) {
        FixedOverlapsReading reading = new FixedOverlapsReading(names, entry, copies, constants);
        return new FixedOverlaps(reading.row, reading.column, text.located(() -> reading.value(text)));
    }

    /** What the indices of a vector are called in its overlaps: {@code i}, or {@code i1} and {@code i2}. */
    static List<Index> indices(String letter, List<Expression> copies) {
        return IntStream.range(0, copies.size())
                .mapToObj(n -> new Index(copies.size() == 1 ? letter : letter + (n + 1), copies.get(n)))
                .toList();
    }

    private Expression value(Text text) {
        String words = text.value().strip();
        if (words.equals("identity")) {
            return Delta.of(row, column);
        }
        if (words.equals("diagonal") && !entry.parts("diagonal").isEmpty()) {
            return diagonal(entry.parts("diagonal"));
        }
        if (words.equals("matrix") && !entry.rows().isEmpty()) {
            return matrix(entry.rows());
        }
        if (words.startsWith("diagonal")) {
            return diagonal(BracketList.elements(text, "diagonal"));
        }
        if (words.startsWith("matrix")) {
            return matrix(BracketList.elements(text, "matrix").stream()
                    .map(line -> BracketList.elements(line, ""))
                    .toList());
        }
        return expression(text);
    }

    private Expression expression(Text text) {
        List<Index> free = new ArrayList<>(row);
        free.addAll(column);
        Expression value = Elaborator.elaborate(text, new ProblemScope(names, Use.CONSTANTS), free);
        new SymmetricEntries(value, row, column).require("the overlaps of fixed vectors " + entry.name());
        return value;
    }

    private Expression diagonal(List<Text> entries) {
        List<List<Expression>> rows = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            List<Expression> line = new ArrayList<>();
            for (int j = 0; j < entries.size(); j++) {
                line.add(i == j ? constant(entries.get(i)) : Rational.ZERO);
            }
            rows.add(line);
        }
        return table(rows);
    }

    private Expression matrix(List<List<Text>> rows) {
        return table(rows.stream()
                .map(line -> line.stream().map(this::constant).toList())
                .toList());
    }

    private Expression constant(Text text) {
        return Elaborator.elaborate(text, new ProblemScope(names, Use.CONSTANTS));
    }

    private Expression table(List<List<Expression>> rows) {
        if (copies.size() > 1) {
            throw new BadInput("vectors " + entry.name() + " have two indices: their overlaps are 'identity', or an"
                    + " expression in i1, i2 of one and j1, j2 of the other, as in KroneckerDelta[i1,j1] (c + (1-c)"
                    + " KroneckerDelta[i2,j2])");
        }
        check(rows);
        if (copies.isEmpty()) {
            return rows.get(0).get(0);
        }
        List<Expression> terms = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            for (int j = 0; j < rows.size(); j++) {
                terms.add(rows.get(i)
                        .get(j)
                        .times(Delta.of(row.get(0), new Position(i + 1)))
                        .times(Delta.of(column.get(0), new Position(j + 1))));
            }
        }
        return Plus.of(terms);
    }

    private void check(List<List<Expression>> rows) {
        int size = rows.size();
        String of = "the overlaps of fixed vectors " + entry.name();
        if (size > LARGEST) {
            throw new BadInput(of + " may have at most " + LARGEST + " rows, found " + size);
        }
        rows.forEach(line -> {
            if (line.size() != size) {
                throw new BadInput(of + " must be a square matrix, found " + size + (size == 1 ? " row" : " rows")
                        + " and a row of " + line.size());
            }
        });
        OptionalInt count = copies.isEmpty() ? OptionalInt.of(1) : names.copies(copies.get(0));
        if (count.isPresent() && count.getAsInt() != size) {
            throw new BadInput(of + " must be as many as its copies, "
                    + (copies.isEmpty() ? "1" : ExpressionText.of(copies.get(0)) + " = " + count.getAsInt())
                    + ", found " + size);
        }
        checkCovariance(rows, of, SpectrumReading.withCopies(names, constants));
    }

    /** Overlaps are a Gram matrix: symmetric, without negative eigenvalues at the defaults. */
    private static void checkCovariance(List<List<Expression>> rows, String of, Map<Symbol, Double> defaults) {
        int size = rows.size();
        double[][] values = new double[size][size];
        double largest = 0;
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                values[i][j] = NumericValue.of(rows.get(i).get(j), defaults);
                largest = Math.max(largest, Math.abs(values[i][j]));
                if (!rows.get(i).get(j).equals(rows.get(j).get(i))) {
                    throw new BadInput(of + " must be symmetric, but entry " + (i + 1) + "," + (j + 1) + " is "
                            + ExpressionText.of(rows.get(i).get(j)) + " and entry " + (j + 1) + "," + (i + 1) + " is "
                            + ExpressionText.of(rows.get(j).get(i)));
                }
            }
        }
        double smallest = java.util.Arrays.stream(
                        new EigenDecompositionSymmetric(MatrixUtils.createRealMatrix(values)).getEigenvalues())
                .min()
                .orElse(0);
        if (!(smallest >= -1e-12 * largest)) {
            throw new BadInput(of + " must be positive semidefinite, found an eigenvalue of "
                    + String.format(java.util.Locale.ROOT, "%.3g", smallest));
        }
    }
}
