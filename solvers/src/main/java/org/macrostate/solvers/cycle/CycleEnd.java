package org.macrostate.solvers.cycle;

/** Why a branch of limit cycles is not followed any farther. */
public enum CycleEnd {
    /** The parameter is at an end of its range. */
    PARAMETER_BOUND("parameter bound"),
    /** The cycle shrinks to a fixed point. */
    HOPF("hopf"),
    /** The period grows without bound, as towards a homoclinic orbit or a saddle-node on the cycle. */
    PERIOD_TO_INFINITY("period to infinity"),
    /** There is a continuous family of cycles at one value of the parameter, as around a centre. */
    FAMILY("family at one value"),
    /** States of the cycle are not realisable or outside their domains. */
    PHYSICAL_LIMIT("physical limit"),
    /** The cycle grew a million times. */
    UNBOUNDED("unbounded"),
    /** No step was short enough for Newton's method. */
    NOT_CONVERGED("not converged"),
    /** It has more points than are followed. */
    TOO_LONG("too long");

    private final String text;

    CycleEnd(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }
}
