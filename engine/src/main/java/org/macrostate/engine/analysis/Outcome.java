package org.macrostate.engine.analysis;

/** How an answer turned out; the order is that of severity. */
public sealed interface Outcome {
    /** Answered. */
    record Done() implements Outcome {}

    /** Answered, and the answer is that theory and simulation disagree. */
    record CheckFailed(String why) implements Outcome {}

    /** The numerics did not converge; what there is is in the answer. */
    record NotConverged(String why) implements Outcome {}

    Outcome DONE = new Done();
}
