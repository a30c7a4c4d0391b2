package org.macrostate.engine.cli;

import org.macrostate.engine.study.question.Outcome;

/** Exit statuses, as scripts know them. */
enum ExitStatus {
    DONE(0),
    CHECK_FAILED(1),
    BAD_INPUT(2),
    NOT_CONVERGED(3),
    DEFECT(70);

    private final int code;

    ExitStatus(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    static ExitStatus of(Outcome outcome) {
        if (outcome instanceof Outcome.CheckFailed) {
            return CHECK_FAILED;
        }
        return outcome instanceof Outcome.NotConverged ? NOT_CONVERGED : DONE;
    }
}
