package org.macrostate.engine.cli;

import org.macrostate.engine.analysis.Answered;
import org.macrostate.engine.analysis.Failure;
import org.macrostate.engine.analysis.Outcome;

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

    static ExitStatus of(Failure failure) {
        return switch (failure.kind()) {
            case INPUT -> BAD_INPUT;
            case NUMERICS -> NOT_CONVERGED;
            case DEFECT -> DEFECT;
        };
    }

    /** Of one question of a study: the status that the command of its name would end with. */
    static ExitStatus of(Answered item) {
        return item.failure()
                .map(ExitStatus::of)
                .orElseGet(() -> of(item.answer().orElseThrow().outcome()));
    }

    static ExitStatus of(Outcome outcome) {
        if (outcome instanceof Outcome.CheckFailed) {
            return CHECK_FAILED;
        }
        return outcome instanceof Outcome.NotConverged ? NOT_CONVERGED : DONE;
    }
}
