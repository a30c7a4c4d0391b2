package org.macrostate.engine.analysis;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.macrostate.engine.model.ModelInstance;
import org.macrostate.engine.option.AnalysisDeclaration;
import org.macrostate.engine.option.OptionValues;
import org.macrostate.reports.document.Prose;
import org.macrostate.reports.document.Section;

/**
 * One analysis: what it declares, how its question is read, and how its answer is shown on a command line and in a report.
 * The command, the item of a study file, the schema, {@code --help}, completion and the page of commands follow from it.
 *
 * @param <Q> its questions
 * @param <A> its answers
 */
public interface Analysis<Q extends Question, A extends Answer> {
    /** Name, options and help. */
    AnalysisDeclaration declaration();

    /**
     * The question that options ask.
     *
     * @throws org.macrostate.equations.BadInput if an option is wrong, or does not go with another
     */
    Q question(OptionValues values);

    /** The class of its answers. */
    Class<A> answers();

    /** What standard output, or a file that is neither CSV nor JSON, gets. */
    String words(Q question, A answer, AnswerView how);

    /** The file of a folder that the words go to; none unless stated, where tables and figures say it all. */
    default Optional<String> wordsFile() {
        return Optional.empty();
    }

    /** What was found, in one sentence without a full stop, for a person who asked; numbers rounded. */
    default String found(Q question, A answer) {
        return answer.tables().stream()
                .map(table -> table.name() + ": " + table.rows().size()
                        + (table.rows().size() == 1 ? " row" : " rows"))
                .collect(Collectors.joining(", "));
    }

    /** Endings of files, without their dots, that {@link #words} fills; none unless stated. */
    default List<String> wordEndings() {
        return List.of();
    }

    /** Figures of an answer, for a folder or a terminal; the first is the one that {@code --plot} draws. */
    default List<AnswerFigure<A>> figures(Q question) {
        return List.of();
    }

    /** Names of the files of all figures that an answer may have in a study's folder, without their endings. */
    default List<String> figureNames() {
        return List.of();
    }

    /** Whether there are figures at all, so that the command has the options for them. */
    default boolean hasFigures() {
        return false;
    }

    /** What is kept of a long answer while it is made, so that it can be resumed; nothing unless stated. */
    default Optional<Journaled> journal() {
        return Optional.empty();
    }

    /** What a sweep can measure with it at each of its points. */
    default List<PointMeasures> measures() {
        return List.of();
    }

    /** Whether a study may ask it. */
    default boolean isInStudies() {
        return true;
    }

    /** The record that a finished answer is kept as in a study's folder; empty if it is made again in a moment. */
    default Optional<Class<? extends Record>> keptAs() {
        return Optional.empty();
    }

    /** Whether the question asks for JSON by itself. */
    default boolean wantsJson(Q question) {
        return false;
    }

    /** What a user should know before the work begins. */
    default List<String> warnings(Q question) {
        return List.of();
    }

    /** An answer with more rows than memory holds, written while it is computed; empty for all others. */
    default Optional<RowStream> stream(Q question, ModelInstance subject) {
        return Optional.empty();
    }

    /** Its section of a report; empty if a report shows such an answer only in claims. */
    default Optional<Section> section(
            SectionContext context, SectionContext.AnsweredItem<A> answered, SectionFigures figures) {
        return Optional.empty();
    }

    /** Whether its section says what makes an answer doubtful; else that stands at the section's end. */
    default boolean isSectionWithNotes() {
        return false;
    }

    /** What it gives to the live section of a report; nothing unless stated. */
    default LiveInput live(Q question, A answer) {
        return LiveInput.NONE;
    }

    /** Its sentence of a report's abstract; empty if it has none. */
    default Prose inAbstract(SectionContext context, SectionContext.AnsweredItem<A> answered) {
        return Prose.EMPTY;
    }
}
