package org.macrostate.engine.cli;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.macrostate.engine.analysis.Answer;
import org.macrostate.engine.output.MadeBy;
import org.macrostate.engine.report.Drawing;
import org.macrostate.equations.BadInput;
import org.macrostate.reports.live.LivePart;

/** An answer with the forms that it may be delivered in; each is made when it is asked for. */
interface Deliverable {
    /** Of the question: the name of its JSON file in a folder. */
    String name();

    /** Of a page. */
    String title();

    Answer answer();

    /** What was found, in a sentence. */
    String found();

    /** Its figures, the one that stands for it first. */
    List<Supplier<Drawing>> drawings();

    /** The answer for people, as text for a file or, without one, for standard output. */
    String words(Optional<String> file);

    /** Endings of files that take {@link #words}. */
    List<String> wordEndings();

    /** The file of a folder that takes {@link #words}. */
    Optional<String> wordsFile();

    /** Whether standard output gets JSON without being asked for it. */
    boolean isJson();

    MadeBy madeBy();

    /**
     * What computes at the end of a page; empty if there is nothing to compute.
     *
     * @throws BadInput if it cannot be computed in a page, and why
     * @throws org.macrostate.engine.analysis.LimitedTime.Over if there is no time left for it
     */
    Optional<LivePart> live();
}
