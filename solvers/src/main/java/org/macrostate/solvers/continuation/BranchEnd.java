package org.macrostate.solvers.continuation;

/** Why a branch is not followed any farther. */
public enum BranchEnd {
    /** The parameter is at an end of its range; as a limit where the fixed point does not exist at the end itself. */
    PARAMETER_BOUND("parameter bound"),
    /** Beyond, overlaps are not realisable or scalars outside their domains. */
    PHYSICAL_LIMIT("physical limit"),
    /** It begins at a branch point, and has no physical continuation beyond. */
    BRANCH_POINT("branch point"),
    /** It returned to where it began. */
    CLOSED("closed"),
    /** The state grew a million times. */
    UNBOUNDED("unbounded"),
    /** No step was short enough for Newton's method. */
    NOT_CONVERGED("not converged"),
    /** It has more points than are followed. */
    TOO_LONG("too long");

    private final String text;

    BranchEnd(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }
}
