package org.macrostate.engine.analysis;

import org.macrostate.reports.figure.Dash;
import org.macrostate.reports.figure.Layer;
import org.macrostate.solvers.phase.PhaseBoundary;

/**
 * How a boundary is drawn: solid where what is stable beyond grows out of the state, dashed where it has to be jumped to, dotted
 * where that is not known or nothing bifurcates; the colour tells what happens to eigenvalues.
 *
 * @param colour a slot of the palette, or that of text
 */
public record BoundaryStyle(Dash dash, int colour) {
    /** Slot of points of codimension two. */
    public static final int MARKS = 1;

    private static final int FOLDS = 0;
    private static final int HOPF = 3;
    private static final int OTHERS = 5;

    public static BoundaryStyle of(PhaseBoundary.Piece piece) {
        return new BoundaryStyle(dash(piece), colour(piece.kind()));
    }

    private static Dash dash(PhaseBoundary.Piece piece) {
        return switch (piece.type()) {
            case SUPERCRITICAL_PITCHFORK, SUPERCRITICAL_HOPF -> Dash.SOLID;
            case SUBCRITICAL_PITCHFORK, SADDLE_NODE, SUBCRITICAL_HOPF -> Dash.DASHED;
            case TRANSCRITICAL -> Dash.DASHDOT;
            case UNKNOWN -> piece.kind() == PhaseBoundary.Kind.FOLD ? Dash.DASHED : Dash.DOTTED;
        };
    }

    private static int colour(PhaseBoundary.Kind kind) {
        return switch (kind) {
            case BRANCH_POINT -> Layer.Boundary.INK;
            case FOLD -> FOLDS;
            case HOPF -> HOPF;
            case DIVERGENCE, CROSSOVER, PHYSICAL_LIMIT -> OTHERS;
        };
    }
}
