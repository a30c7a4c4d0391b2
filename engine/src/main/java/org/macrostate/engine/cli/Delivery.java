package org.macrostate.engine.cli;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.macrostate.engine.report.DrawingFiles;
import org.macrostate.engine.output.JsonText;
import org.macrostate.engine.output.MadeBy;
import org.macrostate.engine.output.OutputFiles;
import org.macrostate.engine.analysis.Answer;
import org.macrostate.engine.analysis.ExecutionContext;
import org.macrostate.engine.model.ModelInstance;
import org.macrostate.engine.analysis.Outcome;
import org.macrostate.engine.analysis.Provenance;
import org.macrostate.engine.analysis.Question;
import org.macrostate.engine.report.Drawing;
import org.macrostate.reports.figure.Figure;

/** Puts a question and delivers the answer: to standard output for people, as JSON, or into files. */
final class Delivery {
    private final Call call;
    private final CommonOptions options;
    private final PlotOption plot;

    Delivery(Call call, CommonOptions options) {
        this(call, options, new PlotOption());
    }

    Delivery(Call call, CommonOptions options, PlotOption plot) {
        this.call = call;
        this.options = options;
        this.plot = plot;
    }

    /**
     * Asks and delivers.
     *
     * @param words for standard output, and for a file whose name does not end in {@code .json} or {@code .csv}
     * @return the exit status
     */
    <A extends Answer> int deliver(
            ModelInstance subject, Question question, Function<ExecutionContext, A> ask, Function<A, String> words) {
        return deliver(subject, question, ask, words, List.of());
    }

    /** As above, with a figure for a folder. */
    <A extends Answer> int deliver(
            ModelInstance subject,
            Question question,
            Function<ExecutionContext, A> ask,
            Function<A, String> words,
            Optional<Figures<A>> figure) {
        return deliver(subject, question, ask, words, figure.map(List::of).orElseGet(List::of));
    }

    /** As above, with figures for a folder. */
    <A extends Answer> int deliver(
            ModelInstance subject,
            Question question,
            Function<ExecutionContext, A> ask,
            Function<A, String> words,
            List<Figures<A>> figures) {
        plot.requireFits(options);
        ExecutionContext work = options.work(call.terminal());
        Optional<OutputTarget> target = options.out.map(path -> OutputTarget.of(path, options.force));
        List<String> more = figures.stream()
                .flatMap(f -> DrawingFiles.names(f.name()).stream())
                .toList();
        target.ifPresent(t -> {
            if (plot.standalone) {
                t.files().claim(List.of(t.file().orElseThrow()));
            } else {
                t.claim(question.name(), question.tables(), more);
            }
        });
        A answer = ask.apply(work);
        MadeBy madeBy = Provenance.of(subject, question, Cli.normalised(call.args()));
        if (target.isPresent() && plot.standalone && !figures.isEmpty()) {
            Drawing drawing = figures.get(0).draw().apply(answer, madeBy);
            DrawingFiles.standalone(
                    target.get().files(), target.get().file().orElseThrow(), drawing, answer.tables(), madeBy);
        } else if (target.isPresent()) {
            target.get().write(question.name(), answer, () -> words.apply(answer), madeBy);
            if (target.get().file().isEmpty()) {
                OutputFiles files = target.get().files();
                figures.forEach(f -> DrawingFiles.write(files, f.draw().apply(answer, madeBy), madeBy));
            }
        } else if (options.json) {
            call.terminal().out().print(JsonText.of(answer.document(madeBy)));
        } else if (!plot.wanted) {
            call.terminal().out().print(words.apply(answer));
        }
        if (plot.wanted && !figures.isEmpty()) {
            Figure figure = figures.get(0).draw().apply(answer, madeBy).figure();
            call.terminal().out().print(PlotOption.drawn(figure, call.terminal()));
        }
        told(call.terminal(), answer.notes());
        return told(call.terminal(), answer.outcome());
    }

    /** Says what is not seen in the result itself. */
    static void told(Terminal terminal, List<String> notes) {
        notes.forEach(note -> terminal.err().println("macrostate: note: " + note));
    }

    /**
     * A figure of an answer.
     *
     * @param name of its files
     */
    record Figures<A extends Answer>(String name, BiFunction<A, MadeBy, Drawing> draw) {}

    /** Says what went wrong, if something did; the exit status. */
    static int told(Terminal terminal, Outcome outcome) {
        if (outcome instanceof Outcome.CheckFailed failed) {
            terminal.err().println("macrostate: the check failed: " + failed.why());
        } else if (outcome instanceof Outcome.NotConverged failed) {
            terminal.err().println("macrostate: not converged: " + failed.why());
        }
        return ExitStatus.of(outcome).code();
    }
}
