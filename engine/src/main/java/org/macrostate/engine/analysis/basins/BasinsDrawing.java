package org.macrostate.engine.analysis.basins;

import java.util.ArrayList;
import java.util.List;
import org.macrostate.engine.report.Drawing;
import org.macrostate.engine.report.FigureLabels;
import org.macrostate.reports.figure.Axis;
import org.macrostate.reports.figure.Csv;
import org.macrostate.reports.figure.Dash;
import org.macrostate.reports.figure.Figure;
import org.macrostate.reports.figure.Fill;
import org.macrostate.reports.figure.Label;
import org.macrostate.reports.figure.Layer;
import org.macrostate.reports.typeset.Typesetter;
import org.macrostate.solvers.phase.Basins;

/** A map of basins; with a single range, the number of the state reached over the start. */
public final class BasinsDrawing {
    public static final String NAME = "basins";

    private BasinsDrawing() {}

    /** A drawing by itself. */
    public static Drawing alone(Typesetter typesetter, BasinsAnswer answer, String madeBy) {
        return of(typesetter, answer, "", madeBy);
    }

    public static Drawing of(Typesetter typesetter, BasinsAnswer answer, String suffix, String madeBy) {
        boolean map = answer.basins().axes().size() == 2;
        Figure figure = (map ? map(typesetter, answer) : line(typesetter, answer, suffix)).madeBy(madeBy);
        return new Drawing(
                NAME + suffix, figure, List.of(), map ? List.of() : List.of(BasinsQuestion.BASINS + suffix + ".csv"));
    }

    private static Figure map(Typesetter typesetter, BasinsAnswer answer) {
        Basins basins = answer.basins();
        List<Integer> kinds = new ArrayList<>();
        for (int i = 0; i < basins.attractors().size(); i++) {
            kinds.add(i);
        }
        for (int other : new int[] {Basins.DIVERGES, Basins.UNDECIDED, Basins.LEAVES_DOMAIN, Basins.IMPOSSIBLE}) {
            if (answer.count(other) > 0) {
                kinds.add(other);
            }
        }
        for (int i = 0; i < basins.cycles().size(); i++) {
            kinds.add(Basins.CYCLE - i);
        }
        List<Layer.Category> categories = new ArrayList<>();
        for (int c = 0; c < kinds.size(); c++) {
            int kind = kinds.get(c);
            String name = kind < 0 ? answer.word(kind) : (kind + 1) + ": " + answer.word(kind);
            Fill fill =
                    kind == Basins.UNDECIDED ? Fill.UNDECIDED : kind == Basins.IMPOSSIBLE ? Fill.HATCHED : Fill.PLAIN;
            categories.add(new Layer.Category(Label.text(name), fill, c));
        }
        org.macrostate.solvers.phase.ParameterAxis x = basins.axes().get(0);
        org.macrostate.solvers.phase.ParameterAxis y = basins.axes().get(1);
        int[][] rows = new int[y.count()][x.count()];
        for (int place = 0; place < basins.reached().length; place++) {
            rows[place / x.count()][place % x.count()] = kinds.indexOf(basins.reached()[place]);
        }
        Layer.RegionMap regions = new Layer.RegionMap(categories, x.values(), y.values(), rows);
        List<Layer> layers = new ArrayList<>(List.of(regions));
        layers.addAll(regions.labels());
        return Figure.of(
                axis(typesetter, x), axis(typesetter, y), layers, "Which stable state is reached from each start");
    }

    private static Figure line(Typesetter typesetter, BasinsAnswer answer, String suffix) {
        org.macrostate.solvers.phase.ParameterAxis x = answer.basins().axes().get(0);
        Csv csv = new Csv(BasinsQuestion.BASINS + suffix + ".csv", x.parameter(), "attractor");
        double[] numbers = java.util.Arrays.stream(answer.basins().reached())
                .mapToDouble(answer::number)
                .toArray();
        Layer curve = new Layer.Curve(Label.NONE, csv, x.values(), numbers, Dash.SOLID, 0);
        return Figure.of(
                axis(typesetter, x),
                Axis.linear(Label.text("attractor"))
                        .from(-0.2, answer.basins().attractors().size() + 0.2),
                List.of(curve),
                "Number of the stable state that is reached; 0: none");
    }

    private static Axis axis(Typesetter typesetter, org.macrostate.solvers.phase.ParameterAxis axis) {
        return Axis.linear(FigureLabels.symbol(typesetter, axis.parameter())).from(axis.from(), axis.to());
    }
}
