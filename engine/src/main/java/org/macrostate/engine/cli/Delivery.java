package org.macrostate.engine.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.macrostate.engine.study.output.JsonText;
import org.macrostate.engine.study.output.MadeBy;
import org.macrostate.engine.study.question.Answer;
import org.macrostate.engine.study.question.Outcome;
import org.macrostate.engine.study.question.Provenance;
import org.macrostate.engine.study.question.Question;
import org.macrostate.engine.study.question.Subject;
import org.macrostate.engine.study.question.Work;

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
        Work work = options.work(call.terminal());
        Optional<Target> target = options.out.map(path -> Target.of(path, options.force));
        target.ifPresent(t -> t.claim(question.name(), question.tables()));
        A answer = ask.apply(work);
        MadeBy madeBy = Provenance.of(subject, question, Cli.normalised(call.args()));
        if (target.isPresent()) {
            target.get().write(question.name(), answer, words.apply(answer), madeBy);
        } else if (options.json) {
            call.terminal().out().print(JsonText.of(json(answer, madeBy)));
        } else {
            call.terminal().out().print(words.apply(answer));
        }
        tell(answer.outcome());
        return ExitStatus.of(answer.outcome()).code();
    }

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
