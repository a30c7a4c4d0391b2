package org.macrostate.engine.analysis.branch;

import java.util.ArrayList;
import java.util.List;
import org.macrostate.engine.report.Drawing;
import org.macrostate.engine.report.FigureLabels;
import org.macrostate.reports.figure.Axis;
import org.macrostate.reports.figure.Csv;
import org.macrostate.reports.figure.Dash;
import org.macrostate.reports.figure.Figure;
import org.macrostate.reports.figure.Label;
import org.macrostate.reports.figure.Layer;
import org.macrostate.reports.figure.MarkShape;
import org.macrostate.reports.typeset.Typesetter;
import org.macrostate.solvers.continuation.Bifurcation;
import org.macrostate.solvers.continuation.BifurcationCurve;
import org.macrostate.solvers.continuation.CodimensionTwo;
import org.macrostate.solvers.continuation.CurveDiagram;

/** Curves of bifurcations over two parameters, points of codimension two marked. */
public final class CurveDrawing {
    public static final String NAME = "bifurcation-curves";

    private CurveDrawing() {}

    /** A drawing by itself; reads the table of the curves' points. */
    public static Drawing alone(Typesetter typesetter, CurveDiagram diagram, String madeBy) {
        List<Layer> layers = new ArrayList<>(curves(diagram));
        layers.addAll(marks(diagram));
        String p = diagram.p().parameter();
        String q = diagram.q().parameter();
        Figure figure = Figure.of(
                        Axis.linear(FigureLabels.symbol(typesetter, p))
                                .from(diagram.p().from(), diagram.p().to()),
                        Axis.linear(FigureLabels.symbol(typesetter, q))
                                .from(diagram.q().from(), diagram.q().to()),
                        layers,
                        "Curves of bifurcations over " + p + " and " + q)
                .madeBy(madeBy);
        return new Drawing(NAME, figure, List.of(), List.of(BranchQuestion.CURVES + ".csv"));
    }

    private static List<Layer> curves(CurveDiagram diagram) {
        List<Layer> layers = new ArrayList<>();
        List<Bifurcation.Kind> named = new ArrayList<>();
        for (BifurcationCurve curve : diagram.curves()) {
            Label label = named.contains(curve.kind())
                    ? Label.NONE
                    : Label.text(curve.kind().text());
            named.add(curve.kind());
            Csv csv = new Csv(
                            BranchQuestion.CURVES + ".csv",
                            diagram.p().parameter(),
                            diagram.q().parameter())
                    .where("curve", FigureLabels.cell(curve.number()));
            layers.add(new Layer.Curve(
                    label,
                    csv,
                    curve.points().stream()
                            .mapToDouble(BifurcationCurve.Point::p)
                            .toArray(),
                    curve.points().stream()
                            .mapToDouble(BifurcationCurve.Point::q)
                            .toArray(),
                    curve.kind() == Bifurcation.Kind.HOPF ? Dash.DASHED : Dash.SOLID,
                    curve.kind().ordinal()));
        }
        return layers;
    }

    private static List<Layer> marks(CurveDiagram diagram) {
        List<Layer> marks = new ArrayList<>();
        List<CodimensionTwo.Kind> named = new ArrayList<>();
        for (CodimensionTwo point : diagram.points()) {
            Label label = named.contains(point.kind())
                    ? Label.NONE
                    : Label.text(point.kind().text());
            named.add(point.kind());
            int kind = point.kind().ordinal();
            marks.add(new Layer.Marker(label, point.p(), point.q(), MarkShape.number(kind), 3 + kind));
        }
        return marks;
    }
}
