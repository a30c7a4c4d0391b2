package org.macrostate.engine.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import org.macrostate.engine.analysis.Analysis;
import org.macrostate.engine.analysis.Answer;
import org.macrostate.engine.analysis.AnswerFigure;
import org.macrostate.engine.analysis.AskedQuestion;
import org.macrostate.engine.analysis.ExecutionContext;
import org.macrostate.engine.analysis.Journaled;
import org.macrostate.engine.analysis.LimitedTime;
import org.macrostate.engine.analysis.Provenance;
import org.macrostate.engine.analysis.Question;
import org.macrostate.engine.analysis.RowStream;
import org.macrostate.engine.model.ModelInstance;
import org.macrostate.engine.model.TimeGrid;
import org.macrostate.engine.output.MadeBy;
import org.macrostate.engine.study.Journal;
import org.macrostate.engine.sweep.Execution;
import org.macrostate.engine.sweep.Job;
import org.macrostate.engine.sweep.Shard;
import org.macrostate.engine.sweep.ShardFinished;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.TimeLimit;

/**
 * Puts a question and delivers the answer: to standard output for people, as JSON, or into files; with {@code --out},
 * what is finished of a long answer survives whatever ends the program.
 */
record AnswerDelivery<Q extends Question, A extends Answer>(
        Call call,
        Analysis<Q, A> analysis,
        Q question,
        ModelInstance subject,
        CommonOptions options,
        FormatOption format,
        PlotOption plot,
        boolean resume,
        Optional<Shard> shard,
        Optional<Job> job,
        LimitedTime time) {
    /** The exit status. */
    int deliver() {
        plot.requireFits(options);
        format.requireFits(options, question.name(), question.tables());
        if (resume && options.out.isEmpty()) {
            throw new BadInput("--resume needs --out PATH: what is finished is kept beside the result");
        }
        if (shard.isPresent() && options.out.isEmpty()) {
            throw new BadInput("--shard needs --out PATH: its results are kept beside it");
        }
        if (shard.isPresent() && job.isPresent()) {
            throw new BadInput("--shard is for machines without a cluster; here the cluster shares the tasks");
        }
        if (job.isPresent()
                && analysis.journal().filter(Journaled.TASKS::equals).isEmpty()) {
            call.terminal()
                    .tell("macrostate: " + question.name() + " is no sum of tasks: it is done by the driver alone");
        }
        analysis.warnings(question).forEach(warning -> call.terminal().tell("macrostate: " + warning));
        Optional<OutputTarget> target = options.out.map(path -> OutputTarget.of(path, options.force));
        target.ifPresent(to ->
                to.requireForm(question.name(), question.tables(), analysis.hasFigures(), analysis.wordEndings()));
        Optional<RowStream> stream = analysis.stream(question, subject);
        if (stream.isPresent()) {
            return streamed(target, stream.get());
        }
        if (analysis.journal().isEmpty() || target.isEmpty()) {
            return delivered(target, answered(claimed(target)));
        }
        Path file =
                target.get().files().folder().resolve("." + target.get().file().orElse(question.name()));
        try (KeptWork kept = new KeptWork(call)) {
            ExecutionContext work = claimed(target);
            Journal opened = Journal.open(file, question, subject, resume, shard);
            boolean endsWithParts =
                    analysis.journal().filter(Journaled.PIECES::equals).isPresent();
            Journal journal = endsWithParts ? kept.beginEndingWithParts(opened) : kept.begin(opened);
            try {
                return delivered(target, answered(journal.with(work)), kept);
            } catch (CancellationException stopped) {
                if (!kept.isStopped()) {
                    throw stopped;
                }
                return ExitStatus.NOT_CONVERGED.code();
            } catch (ShardFinished finished) {
                return sharded(journal, finished);
            } catch (LimitedTime.Over over) {
                if (journal.isEmpty()) {
                    throw over;
                }
                call.terminal()
                        .tell("macrostate: not converged: the time limit of " + time.words() + " was reached; "
                                + journal.kept() + " are kept in '" + journal.file()
                                + "', and the same command with --resume goes on from there");
                return ExitStatus.NOT_CONVERGED.code();
            }
        }
    }

    private LimitedTime.Made<Answer> answered(ExecutionContext work) {
        return time.of(() -> question.answer(subject, work));
    }

    private int delivered(Optional<OutputTarget> target, LimitedTime.Made<Answer> made) {
        int status = delivered(
                target, made.result(), made.isCut() ? DeliveredAnswer.Wholeness.CUT : DeliveredAnswer.Wholeness.WHOLE);
        if (!made.isCut()) {
            return status;
        }
        call.terminal()
                .tell("macrostate: not converged: the time limit of " + time.words()
                        + " was reached; this is what was found until then");
        return ExitStatus.NOT_CONVERGED.code();
    }

    /** What is kept goes when the result is whole. */
    private int delivered(Optional<OutputTarget> target, LimitedTime.Made<Answer> made, KeptWork kept) {
        boolean isFigure =
                target.filter(to -> to.isFigure(analysis.wordEndings())).isPresent();
        if (kept.isStopped() && isFigure) {
            throw new CancellationException("a part is not drawn");
        }
        if (kept.isStopped()) {
            TimeLimit.putInOrder();
            delivered(target, made.result(), DeliveredAnswer.Wholeness.STOPPED);
            call.terminal().tell("macrostate: this is what was found until then");
            return ExitStatus.NOT_CONVERGED.code();
        }
        int status = delivered(target, made);
        if (!made.isCut()) {
            kept.end();
        }
        return status;
    }

    private int sharded(Journal journal, ShardFinished finished) {
        Path file = journal.finished();
        if (!options.quiet) {
            call.terminal()
                    .tell("macrostate: " + finished.tasks() + " of " + finished.all() + " tasks are done, kept in '"
                            + file
                            + "'; when all shards are, the same command with --resume in place of --shard puts the answer "
                            + "together");
        }
        return ExitStatus.DONE.code();
    }

    /** What the work may use, once nothing is in the way of its result. */
    private ExecutionContext claimed(Optional<OutputTarget> target) {
        ExecutionContext threads = options.work(call.terminal());
        ExecutionContext work = job.map(text ->
                        threads.by(new Execution.OnCluster(call.cluster().orElseThrow(), text)))
                .orElse(threads);
        List<String> more = AnswerWriter.figureFiles(
                analysis.figures(question).stream().map(AnswerFigure::name).toList());
        target.ifPresent(to -> {
            to.claim(question.name(), question.tables(), more);
        });
        return work;
    }

    private int delivered(Optional<OutputTarget> target, Answer given, DeliveredAnswer.Wholeness extent) {
        A answer = analysis.answers().cast(given);
        writer().write(
                        new DeliveredAnswer<>(
                                new AskedQuestion<>(analysis, question, subject, answer),
                                madeBy(),
                                format.isTable(),
                                time,
                                extent),
                        target);
        return Delivery.told(call.terminal(), answer.outcome());
    }

    private AnswerWriter writer() {
        return new AnswerWriter(call.terminal(), options, format, plot);
    }

    private MadeBy madeBy() {
        String command = Cli.normalised(call.args());
        try {
            return time.whole(() -> Provenance.of(subject, question, command));
        } catch (LimitedTime.Over over) {
            return Provenance.withoutErrors(subject, question, command);
        }
    }

    /** An answer whose rows are never in memory together: CSV only. */
    private int streamed(Optional<OutputTarget> target, RowStream rows) {
        if (plot.wanted) {
            throw new BadInput("--plot keeps all rows in memory: ask for at most " + TimeGrid.MOST_POINTS
                    + " points, were " + rows.rows());
        }
        format.requireKept(rows);
        boolean isCsv = target.map(
                        t -> t.file().filter(name -> name.endsWith(".csv")).isPresent())
                .orElse(!options.json);
        if (!isCsv) {
            throw new BadInput(
                    rows.rows() + " rows are written as CSV only, to standard output or with --out NAME.csv");
        }
        target.ifPresent(t -> t.claim(question.name(), question.tables(), List.of()));
        ExecutionContext work = options.work(call.terminal());
        AtomicReference<RowStream.Ended> result = new AtomicReference<>();
        if (target.isPresent()) {
            String name = target.get().file().orElseThrow();
            target.get().files().stream(name, out -> result.set(written(rows, out, work)), madeBy());
        } else {
            try {
                result.set(written(rows, call.terminal().out(), work));
            } catch (IOException closed) {
                throw new UncheckedIOException("cannot write to standard output", closed);
            }
        }
        RowStream.Ended end = Objects.requireNonNull(result.get());
        writer().sayFound(rows.rows() + " rows", target);
        Delivery.told(call.terminal(), end.notes());
        return Delivery.told(call.terminal(), end.outcome());
    }

    private static RowStream.Ended written(RowStream rows, OutputStream out, ExecutionContext work) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        try {
            RowStream.Ended end = rows.writeTo(writer, work);
            writer.flush();
            return end;
        } catch (UncheckedIOException row) {
            throw row.getCause();
        }
    }
}
