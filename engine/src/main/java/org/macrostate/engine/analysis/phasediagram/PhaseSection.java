package org.macrostate.engine.analysis.phasediagram;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.macrostate.engine.analysis.SectionContext;
import org.macrostate.engine.report.FormulaPhrases;
import org.macrostate.reports.document.Block;
import org.macrostate.reports.document.Prose;
import org.macrostate.reports.document.Section;
import org.macrostate.reports.typeset.Typesetter;
import org.macrostate.solvers.phase.PhaseBoundary;
import org.macrostate.solvers.phase.PhaseDiagram;
import org.macrostate.solvers.phase.TransitionType;

/** The phase diagram, and how far its boundaries are from their closed forms. */
public final class PhaseSection {
    private PhaseSection() {}

    public static String label(SectionContext.AnsweredItem<PhaseDiagramAnswer> answered) {
        return "figure of " + answered.item().name();
    }

    public static Section of(
            SectionContext context,
            SectionContext.AnsweredItem<PhaseDiagramAnswer> answered,
            List<ClosedBoundary> closed,
            Block figure) {
        Typesetter typesetter = context.typesetter();
        PhaseDiagram diagram = answered.answer().diagram();
        List<Block> blocks = new ArrayList<>();
        int points = diagram.category().length;
        blocks.add(new Block.Paragraph(Prose.text("Figure ")
                .andRef(label(answered))
                .and(" shows the phase at each of " + diagram.x().count() + " × "
                        + diagram.y().count() + " points: that of the fixed points which are stable there. ")
                .and(shares(diagram, points))
                .and(
                        " Between phases, the boundary is the root of the leading eigenvalue, followed with a root-finder and "
                                + "not read off the grid: ")
                .and(curves(diagram))
                .and(".")
                .and(points(typesetter, diagram))));
        blocks.add(figure);
        comparison(typesetter, diagram, closed).forEach(prose -> blocks.add(new Block.Paragraph(prose)));
        return new Section("Phase diagram", answered.item().name(), blocks, List.of());
    }

    public static Prose caption(
            SectionContext context,
            SectionContext.AnsweredItem<PhaseDiagramAnswer> answered,
            List<ClosedBoundary> closed) {
        Typesetter typesetter = context.typesetter();
        PhaseDiagram diagram = answered.answer().diagram();
        Map<String, Double> parameters =
                new LinkedHashMap<>(answered.item().subject().parameterValues());
        parameters
                .keySet()
                .removeIf(label -> isOn(label, diagram.x().parameter())
                        || isOn(label, diagram.y().parameter()));
        String lines =
                "Lines: boundaries, found numerically, solid where a transition is continuous and dashed where it is a "
                        + "jump" + (closed.isEmpty() ? ". " : "; on top of them, dashed in colour, closed forms. ");
        if (!BoundaryJoints.of(diagram).isEmpty()) {
            lines += "Ends of boundaries that meet are joined by straight lines. ";
        }
        if (parameters.isEmpty()) {
            return Prose.text("Phase diagram. " + lines.strip());
        }
        return Prose.text("Phase diagram. " + lines)
                .and(FormulaPhrases.assignments(typesetter, parameters))
                .and(".");
    }

    private static boolean isOn(String label, String parameter) {
        return label.equals(parameter) || label.startsWith(parameter + "[");
    }

    private static Prose shares(PhaseDiagram diagram, int points) {
        List<Prose> shares = new ArrayList<>();
        for (int c = 0; c < diagram.categories().size(); c++) {
            int category = c;
            long count =
                    Arrays.stream(diagram.category()).filter(p -> p == category).count();
            String verb = c > 0 ? " " : count == 1 ? " is " : " are ";
            shares.add(Prose.text(count + verb).andEmphasis(diagram.categories().get(c)));
        }
        Prose prose = Prose.text("Of the " + points + " points, ")
                .and(FormulaPhrases.list(shares))
                .and(".");
        return diagram.categories().contains(PhaseDiagram.UNDECIDED)
                ? prose.and(
                        " Undecided are points at which an eigenvalue vanishes to rounding, as on a boundary itself.")
                : prose;
    }

    private static Prose curves(PhaseDiagram diagram) {
        if (diagram.boundaries().isEmpty()) {
            return Prose.text("there is none in this range");
        }
        Map<String, Integer> kinds = new LinkedHashMap<>();
        diagram.boundaries().forEach(b -> kinds.merge(b.kind().text(), 1, Integer::sum));
        List<String> types = diagram.boundaries().stream()
                .flatMap(b -> b.pieces().stream())
                .filter(piece -> piece.type() != TransitionType.UNKNOWN)
                .map(PhaseBoundary.Piece::text)
                .distinct()
                .toList();
        return counted(kinds).and(types.isEmpty() ? "" : "; by their normal forms: " + String.join(", ", types));
    }

    private static Prose counted(Map<String, Integer> kinds) {
        return FormulaPhrases.list(kinds.entrySet().stream()
                .map(e -> Prose.text(FormulaPhrases.count(e.getValue())
                        + (e.getValue() == 1 ? " curve of " : " curves of ")
                        + points(e.getKey())))
                .toList());
    }

    /** Where the type changes or boundaries of several kinds meet. */
    private static Prose points(Typesetter typesetter, PhaseDiagram diagram) {
        if (diagram.points().isEmpty()) {
            return Prose.text("");
        }
        return Prose.text(" Of codimension two: ")
                .and(FormulaPhrases.list(diagram.points().stream()
                        .map(point -> Prose.text(point.kind().text() + " at ")
                                .andMath(FormulaPhrases.symbol(
                                        typesetter, diagram.x().parameter()))
                                .and(" = ")
                                .and(Prose.number(point.p(), 6))
                                .and(", ")
                                .andMath(FormulaPhrases.symbol(
                                        typesetter, diagram.y().parameter()))
                                .and(" = ")
                                .and(Prose.number(point.q(), 6)))
                        .toList()))
                .and(".");
    }

    /** The points that a curve of this kind is made of. */
    private static String points(String kind) {
        return kind.equals(PhaseBoundary.Kind.HOPF.text()) ? "Hopf points" : kind + "s";
    }

    /** For each closed form the numeric curve that is nearest to it. */
    private static List<Prose> comparison(Typesetter typesetter, PhaseDiagram diagram, List<ClosedBoundary> closed) {
        List<Prose> sentences = new ArrayList<>();
        for (ClosedBoundary curve : closed) {
            String free = curve.along() ? diagram.y().parameter() : diagram.x().parameter();
            double nearest = Double.POSITIVE_INFINITY;
            int points = 0;
            for (PhaseBoundary boundary : diagram.boundaries()) {
                double distance = curve.distance(boundary, free);
                if (distance < nearest) {
                    nearest = distance;
                    points = boundary.x().length;
                }
            }
            if (points > 0) {
                sentences.add(Prose.text("The closed form ")
                        .andMath(FormulaPhrases.assignment(typesetter, curve.solve(), curve.form()))
                        .and(" and the boundary found numerically, at " + points + " points, differ in ")
                        .andMath(FormulaPhrases.symbol(typesetter, curve.solve()))
                        .and(" by at most ")
                        .and(Prose.number(nearest, 2))
                        .and("."));
            }
        }
        return sentences;
    }
}
