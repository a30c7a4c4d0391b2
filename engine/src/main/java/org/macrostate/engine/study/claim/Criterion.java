package org.macrostate.engine.study.claim;

import java.util.List;

/** What must hold of the answers if a claim is right. Values and bounds are formulas of measures and parameters. */
public sealed interface Criterion {
    /** What is looked at, a phrase. */
    String that();

    /** Who predicts it: a citation or a phrase such as "closed form"; empty where a bound is the study's own. */
    String source();

    /**
     * A number is another, to a tolerance.
     *
     * @param unit what the tolerance is counted in
     */
    record Near(String that, String source, String value, String claimed, String tolerance, Unit unit)
            implements Criterion {}

    /** What a tolerance is counted in. */
    enum Unit {
        /** The number itself. */
        ABSOLUTE,
        /** The number claimed. */
        RELATIVE,
        /** Standard errors of the number found. */
        STANDARD_ERRORS
    }

    /** A number lies between bounds; an empty one is none. */
    record Between(String that, String source, String value, String low, String high) implements Criterion {}

    /**
     * What a question found in symbols is this formula of parameters.
     *
     * @param of an order parameter at the state, or the observable along it; {@code stability change} for a boundary at which the
     *     state as a whole changes stability; empty for any boundary, its series, or the place of a minimum
     */
    record ClosedForm(String that, String source, String question, String of, String claimed) implements Criterion {}

    /** A check was passed. */
    record Passed(String that, String source, String question) implements Criterion {}

    /** Answers to several questions have the same words in a column. */
    record Same(String that, String source, List<String> questions, String table, String column) implements Criterion {
        public Same {
            questions = List.copyOf(questions);
        }
    }
}
