package org.macrostate.engine.study.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.macrostate.engine.model.NumberFormula;
import org.macrostate.engine.output.DataTable;
import org.macrostate.engine.report.Drawing;
import org.macrostate.engine.report.FigureLabels;
import org.macrostate.engine.study.claim.FigureRequest;
import org.macrostate.engine.study.claim.LineFit;
import org.macrostate.engine.study.claim.Measure;
import org.macrostate.engine.study.claim.MeasuredCurve;
import org.macrostate.equations.BadInput;
import org.macrostate.reports.figure.Axis;
import org.macrostate.reports.figure.Csv;
import org.macrostate.reports.figure.Dash;
import org.macrostate.reports.figure.Figure;
import org.macrostate.reports.figure.Label;
import org.macrostate.reports.figure.Layer;
import org.macrostate.reports.figure.MarkShape;
import org.macrostate.reports.typeset.StatementLayout;
import org.macrostate.reports.typeset.Typesetter;

/** A figure that a claim asks for. */
final class ClaimDrawing {
    /** What an axis shows is a formula if it has more in it than words. */
    private static final Pattern FORMULA = Pattern.compile("[\\[\\]^*/_+<>]");

    private static final int POINTS = 200;
    private static final List<String> COLUMNS = List.of("series", "x", "y", "error");

    private final Judged judged;
    private final FigureRequest request;
    private final String name;
    private final List<List<Object>> rows = new ArrayList<>();
    private final List<Layer> layers = new ArrayList<>();

    ClaimDrawing(Judged judged, FigureRequest request, String name) {
        this.judged = judged;
        this.request = request;
        this.name = name;
    }

    /** The figure; empty if there is nothing to be drawn. */
    Optional<Drawing> drawing(String madeBy) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (FigureRequest.Series series : request.series()) {
            if (series instanceof FigureRequest.Drawn drawn) {
                Optional<MeasuredCurve> course =
                        judged.judge().course(drawn.plot()).map(this::shown).filter(c -> c.x().length > 0);
                if (course.isPresent()) {
                    low = Math.min(low, course.get().x()[0]);
                    high = Math.max(high, course.get().x()[course.get().x().length - 1]);
                    add(drawn.label(), course.get(), drawn.marks(), errors(drawn, course.get()));
                }
            }
        }
        if (!(low < high)) {
            return Optional.empty();
        }
        for (FigureRequest.Series series : request.series()) {
            if (series instanceof FigureRequest.Published published) {
                add(
                        published.label(),
                        new MeasuredCurve(column(published, 0), column(published, 1)),
                        true,
                        column(published, 2));
            }
            curve(series, low, high)
                    .map(this::shown)
                    .ifPresent(course -> add(series.label(), course, false, new double[0]));
        }
        request.guides().forEach(this::guide);
        Figure figure = Figure.of(
                        axis(request.x(), request.logX()),
                        axis(request.y(), request.logY()),
                        layers,
                        request.shows().replace("`", ""))
                .madeBy(madeBy);
        return Optional.of(
                new Drawing(name, figure, List.of(new DataTable(name, COLUMNS, rows)), List.of(name + ".csv")));
    }

    /** Only what its axes can show. */
    private MeasuredCurve shown(MeasuredCurve course) {
        int[] kept = java.util.stream.IntStream.range(0, course.x().length)
                .filter(i -> Double.isFinite(course.y()[i])
                        && (!request.logX() || course.x()[i] > 0)
                        && (!request.logY() || course.y()[i] > 0))
                .toArray();
        return new MeasuredCurve(
                java.util.Arrays.stream(kept).mapToDouble(i -> course.x()[i]).toArray(),
                java.util.Arrays.stream(kept).mapToDouble(i -> course.y()[i]).toArray());
    }

    private static double[] column(FigureRequest.Published published, int number) {
        return published.points().stream().mapToDouble(point -> point[number]).toArray();
    }

    /** Of each point; nothing if there are none. */
    private double[] errors(FigureRequest.Drawn drawn, MeasuredCurve course) {
        if (drawn.errors().isEmpty()) {
            return new double[0];
        }
        Measure.Plot plot = drawn.plot();
        Measure.Plot errors = new Measure.Plot(plot.rows(), plot.over(), drawn.errors(), plot.from(), plot.to());
        return judged.judge()
                .course(errors)
                .map(this::shown)
                .filter(found -> java.util.Arrays.equals(found.x(), course.x()))
                .map(MeasuredCurve::y)
                .orElse(new double[0]);
    }

    /** @param errors of the points, or nothing */
    private void add(String label, MeasuredCurve course, boolean marks, double[] errors) {
        int slot = layers.size();
        boolean bars = errors.length > 0;
        for (int i = 0; i < course.x().length; i++) {
            rows.add(List.of(slot + 1, course.x()[i], course.y()[i], bars ? errors[i] : Double.NaN));
        }
        Csv csv = new Csv(name + ".csv", COLUMNS, "x", "y", List.of()).where("series", "" + (slot + 1));
        Label text = label.isEmpty() ? Label.NONE : Label.text(label);
        layers.add(
                marks
                        ? new Layer.ErrorBars(
                                text,
                                csv,
                                bars ? "error" : "",
                                course.x(),
                                course.y(),
                                bars ? errors : new double[course.x().length],
                                MarkShape.number(slot),
                                slot)
                        : new Layer.Curve(text, csv, course.x(), course.y(), Dash.number(slot), slot));
    }

    private Axis axis(String title, boolean log) {
        boolean symbol = FigureLabels.isSymbol(title);
        Typesetter typesetter = Typesetter.of(judged.subject().problem());
        Label label = symbol
                ? FigureLabels.symbol(typesetter, title)
                : FORMULA.matcher(title).find()
                        ? StatementLayout.ofFormula(title, typesetter)
                                .map(FigureLabels::of)
                                .orElseGet(() -> Label.text(title))
                        : Label.text(title);
        return log ? Axis.log(label) : Axis.linear(label);
    }

    private double[] abscissas(double low, double high) {
        double[] x = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            double part = i / (POINTS - 1.0);
            x[i] = request.logX() ? low * Math.pow(high / low, part) : low + (high - low) * part;
        }
        return x;
    }

    private Optional<MeasuredCurve> curve(FigureRequest.Series series, double low, double high) {
        if (series instanceof FigureRequest.Formula formula) {
            return formula(formula.text(), abscissas(low, high));
        }
        if (series instanceof FigureRequest.Fit fit
                && judged.finding().claim().measures().get(fit.measure()) instanceof Measure.Slope slope) {
            double from = Math.max(low, slope.plot().from());
            double to = Math.min(high, slope.plot().to());
            return judged.judge().fit(slope, judged.subject()).map(line -> line(line, slope, abscissas(from, to)));
        }
        return Optional.empty();
    }

    private static MeasuredCurve line(LineFit fit, Measure.Slope slope, double[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < y.length; i++) {
            double at = fit.intercept() + fit.slope() * (slope.logX() ? Math.log(x[i]) : x[i]);
            y[i] = slope.logY() ? Math.exp(at) : at;
        }
        return new MeasuredCurve(x, y);
    }

    private Map<String, Double> numbers() {
        Map<String, Double> numbers = new LinkedHashMap<>(judged.subject().parameterValues());
        judged.finding().measured().forEach((measure, m) -> numbers.put(measure, m.value()));
        return numbers;
    }

    private Optional<MeasuredCurve> formula(String text, double[] x) {
        Map<String, Double> numbers = numbers();
        numbers.put(request.x(), Double.NaN);
        try {
            NumberFormula formula =
                    NumberFormula.read(text, numbers.keySet(), judged.subject().sizes());
            double[] y = new double[x.length];
            for (int i = 0; i < x.length; i++) {
                numbers.put(request.x(), x[i]);
                y[i] = formula.at(numbers);
            }
            return Optional.of(new MeasuredCurve(x, y));
        } catch (BadInput unreadable) {
            return Optional.empty();
        }
    }

    private void guide(FigureRequest.Guide guide) {
        Map<String, Double> numbers = numbers();
        try {
            double at = NumberFormula.read(
                            guide.at(), numbers.keySet(), judged.subject().sizes())
                    .at(numbers);
            if (Double.isFinite(at)) {
                Label label = guide.label().isEmpty() ? Label.NONE : Label.text(guide.label());
                layers.add(new Layer.Guide(label, guide.horizontal(), at, Dash.DOTTED, layers.size()));
            }
        } catch (BadInput unreadable) {
            // Judge.requireFits reads all formulas before anything is computed.
        }
    }
}
