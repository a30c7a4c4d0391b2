package org.macrostate.engine.cli;

import org.macrostate.engine.analysis.Answered;
import org.macrostate.engine.analysis.Failure;
import org.macrostate.engine.analysis.Outcome;

/** Exit statuses, as scripts know them. */
enum ExitStatus {
    DONE(0, "done"),
    CHECK_FAILED(1, "a check failed, or a claim of a study does not hold"),
    BAD_INPUT(2, "bad input, or a result that could not be written"),
    NOT_CONVERGED(3, "the numerics did not converge, or a time limit was reached"),
    DEFECT(70, "a defect of the program");

    private final int code;
    private final String meaning;

    ExitStatus(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    int code() {
        return code;
    }

    /** In words, for manual pages. */
    String meaning() {
        return meaning;
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
