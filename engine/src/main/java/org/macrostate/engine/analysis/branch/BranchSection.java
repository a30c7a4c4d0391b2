package org.macrostate.engine.analysis.branch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.macrostate.engine.analysis.SectionContext;
import org.macrostate.engine.report.FormulaPhrases;
import org.macrostate.reports.document.Block;
import org.macrostate.reports.document.Prose;
import org.macrostate.reports.document.Section;
import org.macrostate.reports.typeset.Typesetter;
import org.macrostate.solvers.continuation.Bifurcation;

/** Branches over a parameter and where they bifurcate. */
public final class BranchSection {
    private static final int DIGITS = 11;

    private BranchSection() {}

    public static String label(SectionContext.AnsweredItem<BranchAnswer> answered) {
        return "figure of " + answered.item().name();
    }

    public static Section of(SectionContext context, SectionContext.AnsweredItem<BranchAnswer> answered, Block figure) {
        BranchAnswer answer = answered.answer();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(Prose.text("Figure ")
                .andRef(label(answered))
                .and(" shows "
                        + FormulaPhrases.plural(answer.diagram().branches().size(), "branch")
                                .replace("branchs", "branches")
                        + " of fixed points, followed by pseudo-arclength continuation with exact Jacobians. Both arms of"
                        + " a pitchfork are one branch; of symmetric images there is one. ")
                .and(bifurcations(context.typesetter(), answer))));
        blocks.add(figure);
        return new Section("Branches", answered.item().name(), blocks, List.of());
    }

    public static Prose caption(SectionContext context, SectionContext.AnsweredItem<BranchAnswer> answered) {
        Map<String, Double> parameters =
                new LinkedHashMap<>(answered.item().subject().parameterValues());
        String varied = answered.answer().diagram().range().parameter();
        parameters.keySet().removeIf(label -> label.equals(varied) || label.startsWith(varied + "["));
        return Prose.text("Bifurcation diagram. Solid: stable; dashed: unstable. ")
                .and(FormulaPhrases.assignments(context.typesetter(), parameters))
                .and(".");
    }

    private static Prose bifurcations(Typesetter typesetter, BranchAnswer answer) {
        List<Prose> found = new ArrayList<>();
        for (Bifurcation bifurcation : answer.diagram().bifurcations()) {
            String kind = (bifurcation.symmetryBreaking() ? "a symmetry-breaking " : "a ")
                    + (bifurcation.kind() == Bifurcation.Kind.HOPF
                            ? "Hopf point"
                            : bifurcation.kind().text());
            found.add(Prose.text(kind + " at ")
                    .andMath(FormulaPhrases.symbol(
                            typesetter, answer.diagram().range().parameter()))
                    .and(" = ")
                    .and(Prose.number(bifurcation.parameter(), DIGITS)));
        }
        return found.isEmpty()
                ? Prose.text("None of them bifurcates in this range.")
                : Prose.text("Along them there is ")
                        .and(FormulaPhrases.list(found))
                        .and(".");
    }
}
