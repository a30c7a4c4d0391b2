package org.macrostate.engine.cli;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.macrostate.engine.analysis.Answer;
import org.macrostate.engine.analysis.AskedQuestion;
import org.macrostate.engine.analysis.LimitedTime;
import org.macrostate.engine.analysis.Question;
import org.macrostate.engine.output.MadeBy;
import org.macrostate.engine.registry.Analyses;
import org.macrostate.engine.report.Drawing;
import org.macrostate.reports.live.LivePart;

/** An answered question as it is delivered. */
record DeliveredAnswer<Q extends Question, A extends Answer>(
        AskedQuestion<Q, A> asked, MadeBy madeBy, boolean isInteractive, LimitedTime time, Wholeness wholeness)
        implements Deliverable {
    /** How much of the answer there is. */
    enum Wholeness {
        WHOLE,
        /** The part that was made in the time there was. */
        CUT,
        /** The part that was made before Ctrl-C or a signal: there is time for tables only. */
        STOPPED
    }

    @Override
    public String name() {
        return asked.question().name();
    }

    @Override
    public String title() {
        return name() + ": " + asked.subject().problem().name();
    }

    @Override
    public Answer answer() {
        return asked.answer();
    }

    @Override
    public String found() {
        return asked.found();
    }

    @Override
    public List<Supplier<Drawing>> drawings() {
        return wholeness == Wholeness.STOPPED ? List.of() : asked.drawings(madeBy.line());
    }

    @Override
    public String words(Optional<String> file) {
        return asked.words(madeBy, isInteractive, file);
    }

    @Override
    public List<String> wordEndings() {
        return asked.analysis().wordEndings();
    }

    @Override
    public Optional<String> wordsFile() {
        return asked.analysis().wordsFile();
    }

    @Override
    public boolean isJson() {
        return asked.analysis().wantsJson(asked.question());
    }

    @Override
    public Optional<LivePart> live() {
        return wholeness == Wholeness.WHOLE
                ? Optional.of(time.whole(() -> Analyses.live(asked.subject(), asked.live())))
                : Optional.empty();
    }
}
