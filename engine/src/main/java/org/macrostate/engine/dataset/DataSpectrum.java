package org.macrostate.engine.dataset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.macrostate.engine.analysis.Answer;
import org.macrostate.engine.analysis.Outcome;
import org.macrostate.engine.output.DataTable;
import org.macrostate.engine.output.RowWords;
import org.macrostate.engine.report.Drawing;
import org.macrostate.reports.figure.Axis;
import org.macrostate.reports.figure.Csv;
import org.macrostate.reports.figure.Figure;
import org.macrostate.reports.figure.Label;
import org.macrostate.reports.figure.Layer;
import org.macrostate.reports.figure.MarkShape;

/**
 * The eigenvalues of a data matrix's second moments.
 *
 * @param source what the data are called
 * @param rows how many observations there were
 * @param moments which second moments these are of
 * @param eigenvalues the largest first, at least one positive; not to be modified
 * @param isNormalised whether they are scaled to mean 1
 */
public record DataSpectrum(
        String source, int rows, DataMatrix.Moments moments, List<Double> eigenvalues, boolean isNormalised)
        implements Answer {
    /** Of the question, the table and the figure. */
    public static final String NAME = "spectrum";

    private static final List<String> COLUMNS = List.of("rank", "eigenvalue", "cumulative");

    public DataSpectrum {
        eigenvalues = List.copyOf(eigenvalues);
    }

    /** Of a data matrix. */
    public static DataSpectrum of(String source, DataMatrix data, DataMatrix.Moments moments, boolean normalised) {
        double[] values = data.eigenvalues(moments);
        double scale = normalised ? Arrays.stream(values).average().orElse(1) : 1;
        return new DataSpectrum(
                source,
                data.rows().size(),
                moments,
                Arrays.stream(values).mapToObj(v -> v / scale).toList(),
                normalised);
    }

    private double trace() {
        return eigenvalues.stream().mapToDouble(Double::doubleValue).sum();
    }

    /** (Σ λ)² / Σ λ²: how many directions carry the variance. */
    public double participation() {
        double squares = eigenvalues.stream().mapToDouble(v -> v * v).sum();
        return trace() * trace() / squares;
    }

    @Override
    public Outcome outcome() {
        return Outcome.DONE;
    }

    @Override
    public List<DataTable> tables() {
        List<List<Object>> table = new ArrayList<>();
        double sum = 0;
        for (int i = 0; i < eigenvalues.size(); i++) {
            sum += eigenvalues.get(i);
            table.add(List.of(i + 1, eigenvalues.get(i), sum / trace()));
        }
        return List.of(new DataTable(NAME, COLUMNS, table));
    }

    @Override
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("rows", rows);
        json.put("columns", eigenvalues.size());
        json.put("moments", moments.name().toLowerCase(java.util.Locale.ROOT));
        json.put("eigenvalues", eigenvalues);
        json.put("mean", trace() / eigenvalues.size());
        json.put("participation ratio", participation());
        return json;
    }

    @Override
    public List<String> notes() {
        long zeros = eigenvalues.stream().filter(v -> v == 0).count();
        List<String> notes = new ArrayList<>();
        if (zeros > 0) {
            notes.add(RowWords.count(zeros, "eigenvalue") + " of " + eigenvalues.size()
                    + (zeros == 1 ? " is 0: a direction" : " are 0: directions") + " without variance"
                    + (rows <= eigenvalues.size() ? ", as there are only " + rows + " rows" : ""));
        }
        return notes;
    }

    /** One sentence. */
    public String found() {
        return RowWords.count(eigenvalues.size(), "eigenvalue") + " from " + RowWords.count(rows, "row")
                + ", the largest "
                + RowWords.number(eigenvalues.get(0)) + ", mean " + RowWords.number(trace() / eigenvalues.size())
                + ", participation ratio " + RowWords.number(participation());
    }

    /** Eigenvalues over their rank, both axes logarithmic; those that are zero have no place. */
    public Drawing drawing(String madeBy) {
        int positive = (int) eigenvalues.stream().filter(v -> v > 0).count();
        double[] x = IntStream.rangeClosed(1, positive).mapToDouble(i -> i).toArray();
        double[] y = eigenvalues.stream()
                .limit(positive)
                .mapToDouble(Double::doubleValue)
                .toArray();
        Csv csv = new Csv(NAME + ".csv", COLUMNS, "rank", "eigenvalue", List.of());
        Layer marks = new Layer.ErrorBars(Label.NONE, csv, "", x, y, new double[positive], MarkShape.number(0), 0);
        String what =
                switch (moments) {
                    case COVARIANCE -> "the covariance";
                    case CORRELATION -> "the correlations";
                    case UNCENTRED -> "the second moments";
                };
        Figure figure = Figure.of(
                        Axis.log(Label.text("rank")),
                        Axis.log(Label.text("eigenvalue")),
                        List.of(marks),
                        "Eigenvalues of " + what + " of " + source + ", " + rows + " rows"
                                + (isNormalised ? ", scaled to mean 1" : ""))
                .madeBy(madeBy);
        return new Drawing(NAME, figure, List.of(), List.of(NAME + ".csv"));
    }
}
