package org.macrostate.engine.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.macrostate.engine.study.Journal;
import org.macrostate.engine.analysis.Answer;
import org.macrostate.engine.analysis.ExecutionContext;
import org.macrostate.engine.model.ModelInstance;
import org.macrostate.engine.analysis.Question;
import org.macrostate.equations.BadInput;
import picocli.CommandLine.Option;

/** Delivers answers that rest on much work: with {@code --out}, what is finished of it survives whatever ends the program. */
final class ResumableDelivery {
    @Option(
            names = "--resume",
            description = "with --out: take what an interrupted call has finished, and go on from there")
    private boolean resume;

    /** As {@link Delivery#deliver}. */
    <A extends Answer> int deliver(
            Call call,
            CommonOptions options,
            ModelInstance subject,
            Question question,
            Function<ExecutionContext, A> ask,
            Function<A, String> words) {
        return deliver(call, options, new PlotOption(), subject, question, ask, words, List.of());
    }

    /** As above, with figures for a folder or a terminal. */
    <A extends Answer> int deliver(
            Call call,
            CommonOptions options,
            PlotOption plot,
            ModelInstance subject,
            Question question,
            Function<ExecutionContext, A> ask,
            Function<A, String> words,
            List<Delivery.Figures<A>> figures) {
        Delivery delivery = new Delivery(call, options, plot);
        if (options.out.isEmpty()) {
            if (resume) {
                throw new BadInput("--resume needs --out PATH: what is finished is kept beside the result");
            }
            return delivery.deliver(subject, question, ask, words, figures);
        }
        Path file = journal(OutputTarget.of(options.out.get(), options.force), question);
        try (Keeping keeping = new Keeping(call)) {
            int status = delivery.deliver(
                    subject,
                    question,
                    work -> ask.apply(keeping.begin(Journal.open(file, question, subject, resume))
                            .with(work)),
                    words,
                    figures);
            keeping.end();
            return status;
        }
    }

    /** A journal from when the work begins until its result is written. */
    private static final class Keeping implements AutoCloseable {
        private final Call call;
        private Optional<Journal> journal = Optional.empty();
        private Optional<ShutdownMessage> farewell = Optional.empty();

        Keeping(Call call) {
            this.call = call;
        }

        private void sayWhatIsKept() {
            journal.ifPresent(begun -> call.terminal()
                    .err()
                    .println("macrostate: stopped; " + begun.kept() + " are kept in '" + begun.file()
                            + "', and the same command with --resume goes on from there"));
        }

        Journal begin(Journal begun) {
            journal = Optional.of(begun);
            farewell = Optional.of(new ShutdownMessage(this::sayWhatIsKept));
            return begun;
        }

        void end() {
            journal.ifPresent(Journal::delete);
        }

        @Override
        public void close() {
            farewell.ifPresent(ShutdownMessage::close);
            journal.ifPresent(Journal::close);
        }
    }

    private static Path journal(OutputTarget target, Question question) {
        String name = target.file().orElse(question.name());
        return target.files().folder().resolve("." + name);
    }
}
