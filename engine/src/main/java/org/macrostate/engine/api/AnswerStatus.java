package org.macrostate.engine.api;

import org.macrostate.engine.analysis.Outcome;

/** How an answer turned out; the exit status of the command of the same name says the same. */
public enum AnswerStatus {
    /** Answered. */
    COMPLETED,
    /** Answered, and the answer is that theory and simulation disagree. */
    CHECK_FAILED,
    /** The numerics did not converge; what was reached is in the answer, and its notes say why. */
    NOT_CONVERGED;

    static AnswerStatus of(Outcome outcome) {
        if (outcome instanceof Outcome.CheckFailed) {
            return CHECK_FAILED;
        }
        return outcome instanceof Outcome.NotConverged ? NOT_CONVERGED : COMPLETED;
    }
}
