package org.macrostate.engine.analysis;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.macrostate.engine.model.ModelInstance;
import org.macrostate.engine.option.OptionValues;
import org.macrostate.engine.output.MadeBy;
import org.macrostate.engine.report.Drawing;

/** A question that was asked of a model, its answer, and what the analysis says and draws of it. */
public record AskedQuestion<Q extends Question, A extends Answer>(
        Analysis<Q, A> analysis, Q question, ModelInstance subject, A answer) {
    /**
     * Asks a question that is given by options as the command of its name takes them, without dashes.
     *
     * @throws org.macrostate.equations.BadInput if an option is wrong
     */
    public static <Q extends Question, A extends Answer> AskedQuestion<Q, A> of(
            Analysis<Q, A> analysis, Map<String, String> options, ModelInstance subject, ExecutionContext work) {
        Q question =
                analysis.question(OptionValues.ofCommand(analysis.declaration().options(), options, Optional.empty()));
        return new AskedQuestion<>(
                analysis, question, subject, analysis.answers().cast(question.answer(subject, work)));
    }

    /** What was found, in a sentence. */
    public String found() {
        return analysis.found(question, answer);
    }

    /**
     * The answer as text.
     *
     * @param isInteractive whether a person reads it in a terminal
     * @param file name of the file it goes to; empty for standard output
     */
    public String words(MadeBy madeBy, boolean isInteractive, Optional<String> file) {
        return analysis.words(question, answer, new AnswerView(subject, madeBy, isInteractive, file));
    }

    /** What made it. */
    public MadeBy madeBy(String command) {
        return Provenance.of(subject, question, command);
    }

    /** What it gives to a live section. */
    public LiveInput live() {
        return analysis.live(question, answer);
    }

    /**
     * Its figures, each drawn when it is asked for.
     *
     * @param line one small line that says what made it
     */
    public List<Supplier<Drawing>> drawings(String line) {
        return analysis.figures(question).stream()
                .<Supplier<Drawing>>map(figure -> () -> figure.draw().of(subject, answer, line))
                .toList();
    }
}
