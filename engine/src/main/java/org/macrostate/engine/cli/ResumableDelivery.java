package org.macrostate.engine.cli;

import java.nio.file.Path;
import java.util.function.Function;
import org.macrostate.engine.study.RunJournal;
import org.macrostate.engine.study.question.Answer;
import org.macrostate.engine.study.question.Question;
import org.macrostate.engine.study.question.QuestionHash;
import org.macrostate.engine.study.question.Subject;
import org.macrostate.engine.study.question.Work;
import org.macrostate.equations.BadInput;
import picocli.CommandLine.Option;

/** Delivers answers that rest on many runs: with {@code --out}, finished runs survive whatever ends the program. */
final class ResumableDelivery {
    @Option(
            names = "--resume",
            description = "with --out: take the runs that an interrupted call has finished, and go on from there")
    private boolean resume;

    /** As {@link Delivery#deliver}. */
    <A extends Answer> int deliver(
            Call call,
            CommonOptions options,
            Subject subject,
            Question question,
            Function<Work, A> ask,
            Function<A, String> words) {
        if (options.out.isEmpty()) {
            if (resume) {
                throw new BadInput("--resume needs --out PATH: finished runs are kept beside the result");
            }
            return new Delivery(call, options).deliver(subject, question, ask, words);
        }
        Path file = journal(Target.of(options.out.get(), options.force), question);
        return new Delivery(call, options)
                .deliver(subject, question, work -> kept(call, subject, question, ask, work, file), words);
    }

    private <A extends Answer> A kept(
            Call call, Subject subject, Question question, Function<Work, A> ask, Work work, Path file) {
        try (RunJournal journal = RunJournal.open(file, QuestionHash.of(question, subject), resume)) {
            Thread farewell = new Thread(() -> call.terminal()
                    .err()
                    .println("macrostate: stopped; finished runs, " + journal.size() + ", are kept in '" + file
                            + "', and the same command with --resume goes on from there"));
            Runtime.getRuntime().addShutdownHook(farewell);
            try {
                A answer = ask.apply(work.keeping(journal));
                journal.delete();
                return answer;
            } finally {
                remove(farewell);
            }
        }
    }

    private static void remove(Thread farewell) {
        try {
            Runtime.getRuntime().removeShutdownHook(farewell);
        } catch (IllegalStateException stopping) {
            // The hook is being run.
        }
    }

    private static Path journal(Target target, Question question) {
        String name = target.file().orElse(question.name());
        return target.files().folder().resolve("." + name + ".runs");
    }
}
