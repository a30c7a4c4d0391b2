package org.macrostate.engine.study.claim;

import java.util.List;

/** What must hold of the answers if a claim is right. Values and bounds are formulas of measures and parameters. */
public sealed interface Criterion {
    /** What is looked at, a phrase. */
    String that();

    /**
     * A number is another, to a tolerance.
     *
     * @param relative whether the tolerance is a part of the number claimed
     */
    record Near(String that, String value, String claimed, String tolerance, boolean relative) implements Criterion {}

    /** A number lies between bounds; an empty one is none. */
    record Between(String that, String value, String low, String high) implements Criterion {}

    /**
     * What a question found in symbols is this formula of parameters.
     *
     * @param of an order parameter at the state, or the observable along it; empty for a boundary, its series, or the place
     *     of a minimum
     */
    record ClosedForm(String that, String question, String of, String claimed) implements Criterion {}

    /** A check was passed. */
    record Passed(String that, String question) implements Criterion {}

    /** Answers to several questions have the same words in a column. */
    record Same(String that, List<String> questions, String table, String column) implements Criterion {
        public Same {
            questions = List.copyOf(questions);
        }
    }
}
