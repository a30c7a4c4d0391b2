package org.macrostate.engine.study.question;

import org.macrostate.engine.study.output.MadeBy;
import org.macrostate.equations.model.TextHash;

/** A hash of all that an answer depends on. */
public final class QuestionHash {
    private QuestionHash() {}

    public static String of(Question question, ModelInstance subject) {
        return TextHash.of(String.join(
                "\n",
                MadeBy.thisProgram(),
                subject.problem().hash(),
                subject.parameterValues().toString(),
                subject.sizes().toString(),
                question.toString()));
    }
}
