package org.macrostate.engine.analysis;

import org.macrostate.engine.cache.ProgramFingerprint;
import org.macrostate.engine.model.ModelInstance;
import org.macrostate.engine.output.MadeBy;
import org.macrostate.equations.model.TextHash;

/**
 * A hash of all that an answer depends on: the model's text, parameters, sizes, what equations are wanted of it, the
 * question's options, the build of the program, and how this Java computes.
 */
public final class QuestionHash {
    private QuestionHash() {}

    public static String of(Question question, ModelInstance subject) {
        return TextHash.of(String.join(
                "\n",
                MadeBy.thisProgram(),
                ProgramFingerprint.words(),
                subject.problem().hash(),
                subject.parameterValues().toString(),
                subject.sizes().toString(),
                subject.settings().theory().toString(),
                question.toString()));
    }
}
