package org.macrostate.engine.analysis.branch;

import org.macrostate.reports.figure.MarkShape;
import org.macrostate.solvers.continuation.Bifurcation;
import org.macrostate.solvers.continuation.NormalForm;

/** What a bifurcation is called in figures and tables, and its mark: shapes tell types, colours kinds. */
enum BifurcationType {
    FOLD("fold", MarkShape.CIRCLE, 2),
    TRANSCRITICAL("branch point, transcritical", MarkShape.DIAMOND, 3),
    SUPERCRITICAL_PITCHFORK("branch point, supercritical pitchfork", MarkShape.TRIANGLE, 3),
    SUBCRITICAL_PITCHFORK("branch point, subcritical pitchfork", MarkShape.DOWN, 3),
    DEGENERATE("branch point, degenerate", MarkShape.SQUARE, 3),
    /** Several eigenvalues pass together, or there is no normal form. */
    OTHER_BRANCH_POINT("branch point", MarkShape.SQUARE, 3),
    SUPERCRITICAL_HOPF("hopf, supercritical", MarkShape.TRIANGLE, 4),
    SUBCRITICAL_HOPF("hopf, subcritical", MarkShape.DOWN, 4),
    /** The first Lyapunov coefficient is zero or does not exist. */
    OTHER_HOPF("hopf", MarkShape.SQUARE, 4),
    BORDER_FOLD("border collision, nonsmooth fold", MarkShape.CIRCLE, 6),
    BORDER_COLLISION("border collision", MarkShape.DIAMOND, 6);

    private final String text;
    private final MarkShape shape;
    private final int colour;

    BifurcationType(String text, MarkShape shape, int colour) {
        this.text = text;
        this.shape = shape;
        this.colour = colour;
    }

    static BifurcationType of(Bifurcation bifurcation) {
        return switch (bifurcation.kind()) {
            case FOLD -> FOLD;
            case BRANCH_POINT ->
                bifurcation.normalForm().map(form -> of(form.type())).orElse(OTHER_BRANCH_POINT);
            case HOPF ->
                bifurcation.lyapunov() < 0
                        ? SUPERCRITICAL_HOPF
                        : bifurcation.lyapunov() > 0 ? SUBCRITICAL_HOPF : OTHER_HOPF;
            case BORDER_FOLD -> BORDER_FOLD;
            case BORDER_COLLISION -> BORDER_COLLISION;
        };
    }

    private static BifurcationType of(NormalForm.Type type) {
        return switch (type) {
            case SADDLE_NODE -> FOLD;
            case TRANSCRITICAL -> TRANSCRITICAL;
            case SUPERCRITICAL_PITCHFORK -> SUPERCRITICAL_PITCHFORK;
            case SUBCRITICAL_PITCHFORK -> SUBCRITICAL_PITCHFORK;
            case DEGENERATE -> DEGENERATE;
        };
    }

    String text() {
        return text;
    }

    MarkShape shape() {
        return shape;
    }

    /** Slot of the palette. */
    int colour() {
        return colour;
    }
}
