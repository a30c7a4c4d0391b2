package org.macrostate.engine.analysis.fixedpoints;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hipparchus.complex.Complex;
import org.macrostate.engine.output.DataTable;
import org.macrostate.engine.report.Drawing;
import org.macrostate.reports.figure.Axis;
import org.macrostate.reports.figure.Csv;
import org.macrostate.reports.figure.Dash;
import org.macrostate.reports.figure.Figure;
import org.macrostate.reports.figure.Label;
import org.macrostate.reports.figure.Layer;
import org.macrostate.reports.figure.MarkShape;
import org.macrostate.reports.figure.Palette;
import org.macrostate.solvers.fixedpoint.FixedPoint;

/** Eigenvalues of the Jacobian at fixed points, in the complex plane. */
public final class SpectrumDrawing {
    public static final String NAME = "spectrum";
    private static final List<String> COLUMNS = List.of("point", "re", "im");

    private final FixedPointsAnswer answer;
    private final String name;

    public SpectrumDrawing(FixedPointsAnswer answer, String suffix) {
        this.answer = answer;
        this.name = NAME + suffix;
    }

    /** A spectrum by itself. */
    public static Drawing alone(FixedPointsAnswer answer, String madeBy) {
        return new SpectrumDrawing(answer, "").drawing(madeBy);
    }

    /** Stable points first, and of many the first few. */
    private List<FixedPoint> shown() {
        return answer.found().points().stream()
                .sorted(Comparator.comparing(point -> !point.stable()))
                .limit(Palette.size())
                .toList();
    }

    /** True if not all points have a place in the figure. */
    public boolean isPartial() {
        return shown().size() < answer.found().points().size();
    }

    public Drawing drawing(String madeBy) {
        List<List<Object>> rows = new ArrayList<>();
        List<Layer> layers = new ArrayList<>();
        layers.add(new Layer.Guide(Label.NONE, false, 0, Dash.DASHED, -1));
        List<FixedPoint> points = shown();
        List<String> named = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            FixedPoint point = points.get(i);
            double[] re = point.eigenvalues().stream()
                    .mapToDouble(Complex::getRealPart)
                    .toArray();
            double[] im = point.eigenvalues().stream()
                    .mapToDouble(Complex::getImaginaryPart)
                    .toArray();
            for (int k = 0; k < re.length; k++) {
                rows.add(List.of(i + 1, re[k], im[k]));
            }
            Csv csv = new Csv(name + ".csv", COLUMNS, "re", "im", List.of()).where("point", "" + (i + 1));
            String kind = point.phase() + ", " + point.stability().text();
            Label label = named.contains(kind) ? Label.NONE : Label.text(kind);
            int slot = named.contains(kind) ? named.indexOf(kind) : named.size();
            if (slot == named.size()) {
                named.add(kind);
            }
            layers.add(
                    new Layer.ErrorBars(label, csv, "", re, im, new double[re.length], MarkShape.number(slot), slot));
        }
        Figure figure = Figure.of(
                        Axis.linear(Label.text("real part")),
                        Axis.linear(Label.text("imaginary part")),
                        layers,
                        "Eigenvalues of the Jacobian at the fixed points; stable where all are left of the dashed line")
                .madeBy(madeBy);
        return new Drawing(name, figure, List.of(new DataTable(name, COLUMNS, rows)), List.of(name + ".csv"));
    }
}
