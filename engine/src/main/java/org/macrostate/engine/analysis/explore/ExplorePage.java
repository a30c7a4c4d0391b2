package org.macrostate.engine.analysis.explore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.macrostate.engine.analysis.BoundaryStyle;
import org.macrostate.engine.analysis.LiveInput;
import org.macrostate.engine.model.ModelInstance;
import org.macrostate.engine.output.MadeBy;
import org.macrostate.equations.derive.Equation;
import org.macrostate.equations.derive.Formula;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.derive.PaperNotation;
import org.macrostate.equations.graph.StateLayout;
import org.macrostate.equations.model.Declaration;
import org.macrostate.equations.tensor.IndexTerm;
import org.macrostate.equations.tensor.Position;
import org.macrostate.reports.document.Block;
import org.macrostate.reports.document.Document;
import org.macrostate.reports.document.Prose;
import org.macrostate.reports.document.Section;
import org.macrostate.reports.figure.Palette;
import org.macrostate.reports.html.ExpressionMathml;
import org.macrostate.reports.html.HtmlText;
import org.macrostate.reports.live.LivePage;
import org.macrostate.reports.live.LivePart;
import org.macrostate.reports.typeset.EquationLine;
import org.macrostate.reports.typeset.Layout;
import org.macrostate.reports.typeset.Typesetter;
import org.macrostate.solvers.fixedpoint.FixedPoint;
import org.macrostate.solvers.fixedpoint.PhysicalRegion;
import org.macrostate.solvers.phase.ParameterAxis;
import org.macrostate.solvers.phase.PhaseBoundary;
import org.macrostate.solvers.phase.PhaseDiagram;

/**
 * What a live page begins with, from a model and what was found of it.
 *
 * @param axes whose ranges their sliders have
 * @param found fixed points that the page follows
 * @param start a state for the trajectory, and {@code until} its end, t = steps / N
 * @param code that computes, from {@link PageCode}, with these thresholds
 */
record ExplorePage(
        ModelInstance subject,
        List<ParameterAxis> axes,
        Optional<PhaseDiagram> diagram,
        List<FixedPoint> found,
        List<LiveInput.Threshold> thresholds,
        double[] start,
        double until,
        String code) {
    ExploreAnswer answer(List<String> notes) {
        OrderParameterSystem system = subject.withFixedNodes();
        return new ExploreAnswer(new LivePage(equations(system), part()), found.size(), thresholds.size(), notes);
    }

    /** What computes. */
    LivePart part() {
        OrderParameterSystem system = subject.withFixedNodes();
        return new LivePart(code, data(system), diagram.isPresent(), !thresholds.isEmpty());
    }

    private Typesetter typesetter() {
        return Typesetter.of(subject.problem());
    }

    private Document equations(OrderParameterSystem computed) {
        OrderParameterSystem system =
                PaperNotation.of(computed).map(PaperNotation::system).orElse(computed);
        Typesetter typesetter = typesetter();
        List<EquationLine> lines = new ArrayList<>();
        for (Equation equation : system.equations()) {
            lines.add(typesetter.of(equation));
        }
        system.pieces().forEach(piece -> lines.add(typesetter.of(piece)));
        system.observables()
                .forEach(o -> lines.add(new EquationLine(typesetter.name(o.name()), typesetter.of(o.value()), "")));
        String title = subject.problem().title().isEmpty()
                ? subject.problem().name()
                : subject.problem().title();
        String cite = subject.problem().cite().isEmpty()
                ? ""
                : " " + String.join("; ", subject.problem().cite()) + ".";
        String madeBy = MadeBy.thisProgram() + ", model " + subject.problem().name() + " ("
                + subject.problem().hash().substring(0, 12) + ")"
                + (system.isFlow() ? "" : ", limit " + system.limit().text()) + "."
                + cite;
        return new Document(
                title,
                Prose.EMPTY,
                List.of(Section.of("Equations", "", new Block.EquationBlock(lines))),
                List.of(),
                madeBy);
    }

    private Map<String, Object> data(OrderParameterSystem system) {
        Typesetter typesetter = typesetter();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("parameters", sliders(typesetter));
        data.put("start", numbers(start));
        data.put("until", until);
        data.put("time", system.isFlow() ? "t" : system.time());
        data.put("labels", labels(typesetter));
        data.put(
                "observables",
                system.observables().stream()
                        .map(o -> inline(typesetter.name(o.name())))
                        .toList());
        data.put("region", region());
        List<double[]> seeds = new ArrayList<>();
        found.stream().map(FixedPoint::state).forEach(seeds::add);
        data.put("seeds", seeds.stream().map(ExplorePage::numbers).toList());
        data.put(
                "thresholds",
                thresholds.stream()
                        .map(t -> {
                            Map<String, Object> told = new LinkedHashMap<>();
                            told.put("state", t.state());
                            told.put("solve", t.solve());
                            told.put("zero", t.zeros().stream().toList());
                            Layout formula = Layout.equation(typesetter.name(t.solve()), typesetter.of(t.value()));
                            told.put("formula", inline(formula));
                            return told;
                        })
                        .toList());
        diagram.ifPresent(d -> data.put("diagram", map(d, system)));
        data.put("spare", Palette.regions());
        return data;
    }

    private List<Object> sliders(Typesetter typesetter) {
        List<Object> sliders = new ArrayList<>();
        List<String> labels = subject.layout().labels();
        double[] values = subject.parameters();
        for (int i = 0; i < values.length; i++) {
            String label = labels.get(i);
            int bracket = label.indexOf('[');
            String name = bracket < 0 ? label : label.substring(0, bracket);
            Layout symbol = bracket < 0
                    ? typesetter.name(name)
                    : typesetter.indexed(
                            name,
                            List.of(new Position(Integer.parseInt(label.substring(bracket + 1, label.length() - 1)))));
            String about = subject.problem().parameters().stream()
                    .filter(p -> p.name().equals(name))
                    .map(Declaration.Parameter::about)
                    .findFirst()
                    .orElse("");
            SliderRange range =
                    SliderRange.of(label, values[i], subject.layout().domain(i), axes);
            Map<String, Object> slider = new LinkedHashMap<>();
            slider.put("name", label);
            slider.put("label", inline(symbol));
            slider.put("about", HtmlText.escape(about));
            slider.put("value", values[i]);
            slider.put("from", range.from());
            slider.put("to", range.to());
            slider.put("logarithmic", range.logarithmic());
            slider.put("domain", subject.layout().domain(i).text());
            sliders.add(slider);
        }
        return sliders;
    }

    private List<Object> labels(Typesetter typesetter) {
        List<Object> labels = new ArrayList<>();
        for (StateLayout.Element element : subject.compiled().bound().state().elements()) {
            List<IndexTerm> places =
                    element.places().stream().<IndexTerm>map(Position::new).toList();
            labels.add(inline(typesetter.indexed(element.variable().name(), places)));
        }
        return labels;
    }

    private static String inline(Layout layout) {
        return ExpressionMathml.inline(layout);
    }

    private Map<String, Object> region() {
        List<String> domains = subject.compiled().bound().state().elements().stream()
                .map(e -> e.variable().isOverlap()
                        ? "real"
                        : e.variable().domain().text())
                .toList();
        PhysicalRegion region = PhysicalRegion.of(subject.compiled().bound(), subject.parameters());
        List<Object> grams = region.grams().stream().map(ExplorePage::gram).toList();
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("domains", domains);
        told.put("gram", grams);
        return told;
    }

    /** Rows of entries: a number, or the place of a state's element in an array of its own. */
    private static Object gram(PhysicalRegion.Gram gram) {
        List<Object> rows = new ArrayList<>();
        for (int i = 0; i < gram.place().length; i++) {
            List<Object> row = new ArrayList<>();
            for (int j = 0; j < gram.place().length; j++) {
                int place = gram.place()[i][j];
                row.add(place < 0 ? gram.constant()[i][j] : List.of(place));
            }
            rows.add(row);
        }
        return rows;
    }

    private static Map<String, Object> map(PhaseDiagram diagram, OrderParameterSystem system) {
        List<String> categories = new ArrayList<>(diagram.categories());
        List<String> phases = system.phases().stream().map(Formula::name).toList();
        List<String> tints = Palette.regions();
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("x", axis(diagram.x()));
        map.put("y", axis(diagram.y()));
        map.put("categories", categories);
        List<Object> colours = new ArrayList<>();
        int other = phases.size();
        for (String category : categories) {
            int slot = phases.contains(category) ? phases.indexOf(category) : other++;
            colours.add(tints.get(slot % tints.size()));
        }
        map.put("colours", colours);
        map.put(
                "category",
                numbers(Arrays.stream(diagram.category()).asDoubleStream().toArray()));
        map.put(
                "boundaries",
                diagram.boundaries().stream()
                        .flatMap(b -> b.pieces().stream())
                        .map(ExplorePage::piece)
                        .toList());
        map.put(
                "points",
                diagram.points().stream()
                        .map(point ->
                                Map.of("name", point.kind().text(), "at", numbers(new double[] {point.p(), point.q()})))
                        .toList());
        return map;
    }

    /** A boundary of one type with how it is drawn. */
    private static Map<String, Object> piece(PhaseBoundary.Piece piece) {
        BoundaryStyle style = BoundaryStyle.of(piece);
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("name", piece.text());
        told.put("dash", numbers(style.dash().lengths()));
        told.put("colour", Palette.boundaryOnLight(style.colour()));
        told.put("points", points(piece.x(), piece.y()));
        return told;
    }

    private static List<Object> points(double[] x, double[] y) {
        List<Object> points = new ArrayList<>();
        for (int i = 0; i < x.length; i++) {
            points.add(numbers(new double[] {x[i], y[i]}));
        }
        return points;
    }

    private static Object axis(ParameterAxis axis) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("name", axis.parameter());
        told.put("from", axis.from());
        told.put("to", axis.to());
        told.put("count", axis.count());
        return told;
    }

    private static Object numbers(double[] values) {
        return DoubleStream.of(values).boxed().toList();
    }
}
