package org.macrostate.engine.analysis;

import org.macrostate.engine.model.ModelInstance;
import org.macrostate.engine.report.Drawing;

/**
 * A figure of an answer.
 *
 * @param name of its files
 */
public record AnswerFigure<A extends Answer>(String name, Draw<A> draw) {
    /** Draws an answer. */
    @FunctionalInterface
    public interface Draw<A extends Answer> {
        /** @param madeBy one small line that says what made it */
        Drawing of(ModelInstance subject, A answer, String madeBy);
    }
}
