package org.macrostate.solvers.continuation;

/** Why a curve of bifurcations is not followed any farther. */
public enum CurveEnd {
    /** A parameter is at an end of its range, as a limit where that is the edge of its domain. */
    PARAMETER_BOUND("parameter bound"),
    /** Beyond, overlaps are not realisable or scalars outside their domains. */
    PHYSICAL_LIMIT("physical limit"),
    /** The curve ends at a point of codimension two, where it meets another. */
    CODIMENSION_TWO("codimension two"),
    /** It returned to where it began. */
    CLOSED("closed"),
    /** Branches that crossed come apart. */
    UNFOLDED("unfolded"),
    /** No step was short enough for Newton's method. */
    NOT_CONVERGED("not converged"),
    /** It has more points than are followed. */
    TOO_LONG("too long");

    private final String text;

    CurveEnd(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }
}
