package org.macrostate.engine.analysis;

import org.macrostate.engine.model.ModelInstance;
import org.macrostate.engine.output.MadeBy;
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
