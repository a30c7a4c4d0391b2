package org.macrostate.engine.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.macrostate.engine.study.DrawingFiles;
import org.macrostate.engine.study.output.JsonText;
import org.macrostate.engine.study.output.MadeBy;
import org.macrostate.engine.study.output.OutputFiles;
import org.macrostate.engine.study.question.Answer;
import org.macrostate.engine.study.question.Outcome;
import org.macrostate.engine.study.question.Provenance;
import org.macrostate.engine.study.question.Question;
import org.macrostate.engine.study.question.Subject;
import org.macrostate.engine.study.question.Work;
import org.macrostate.engine.study.report.Drawing;

/** Puts a question and delivers the answer: to standard output for people, as JSON, or into files. */
final class Delivery {
    private final Call call;
    private final CommonOptions options;

    Delivery(Call call, CommonOptions options) {
        this.call = call;
        this.options = options;
    }

    /**
     * Asks and delivers.
     *
     * @param words for standard output, and for a file whose name does not end in {@code .json} or {@code .csv}
     * @return the exit status
     */
    <A extends Answer> int deliver(
            Subject subject, Question question, Function<Work, A> ask, Function<A, String> words) {
        return deliver(subject, question, ask, words, List.of());
    }

    /** As above, with a figure for a folder. */
    <A extends Answer> int deliver(
            Subject subject,
            Question question,
            Function<Work, A> ask,
            Function<A, String> words,
            Optional<Figures<A>> figure) {
        return deliver(subject, question, ask, words, figure.map(List::of).orElseGet(List::of));
    }

    /** As above, with figures for a folder. */
    <A extends Answer> int deliver(
            Subject subject,
            Question question,
            Function<Work, A> ask,
            Function<A, String> words,
            List<Figures<A>> figures) {
        Work work = options.work(call.terminal());
        Optional<Target> target = options.out.map(path -> Target.of(path, options.force));
        List<String> more = figures.stream()
                .flatMap(f -> DrawingFiles.names(f.name()).stream())
                .toList();
        target.ifPresent(t -> t.claim(question.name(), question.tables(), more));
        A answer = ask.apply(work);
        MadeBy madeBy = Provenance.of(subject, question, Cli.normalised(call.args()));
        if (target.isPresent()) {
            target.get().write(question.name(), answer, words.apply(answer), madeBy);
            if (target.get().file().isEmpty()) {
                OutputFiles files = target.get().files();
                figures.forEach(f -> DrawingFiles.write(files, f.draw().apply(answer, madeBy), madeBy));
            }
        } else if (options.json) {
            call.terminal().out().print(JsonText.of(json(answer, madeBy)));
        } else {
            call.terminal().out().print(words.apply(answer));
        }
        tell(answer.outcome());
        return ExitStatus.of(answer.outcome()).code();
    }

    /**
     * A figure of an answer.
     *
     * @param name of its files
     */
    record Figures<A extends Answer>(String name, BiFunction<A, MadeBy, Drawing> draw) {}

    private void tell(Outcome outcome) {
        if (outcome instanceof Outcome.CheckFailed failed) {
            call.terminal().err().println("macrostate: the check failed: " + failed.why());
        } else if (outcome instanceof Outcome.NotConverged failed) {
            call.terminal().err().println("macrostate: not converged: " + failed.why());
        }
    }

    static Map<String, Object> json(Answer answer, MadeBy madeBy) {
        Map<String, Object> json = new LinkedHashMap<>(answer.json());
        json.put(MadeBy.KEY, madeBy.json());
        return json;
    }
}
