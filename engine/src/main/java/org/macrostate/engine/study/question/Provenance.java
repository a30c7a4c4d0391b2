package org.macrostate.engine.study.question;

import org.macrostate.engine.study.output.MadeBy;

/** Says what an answer was made from. */
public final class Provenance {
    private Provenance() {}

    public static MadeBy of(Subject subject, Question question, String command) {
        return new MadeBy(
                MadeBy.thisProgram(),
                subject.problem().name(),
                subject.problem().hash(),
                subject.parameterValues(),
                subject.sizes().values(),
                question.seed(),
                question.tolerances(),
                command);
    }
}
