package org.macrostate.engine.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.macrostate.engine.analysis.ExecutionContext;
import org.macrostate.engine.analysis.Failure;
import org.macrostate.engine.analysis.Question;
import org.macrostate.engine.analysis.QuestionHash;
import org.macrostate.engine.analysis.Tasks;
import org.macrostate.engine.analysis.TasksOffered;
import org.macrostate.engine.cache.ProgramFingerprint;
import org.macrostate.engine.model.ModelInstance;
import org.macrostate.engine.sweep.Execution;
import org.macrostate.engine.sweep.Job;
import org.macrostate.engine.sweep.Progress;
import org.macrostate.engine.sweep.Runner;
import org.macrostate.equations.BadInput;
import picocli.CommandLine;

/** The tasks of a job, made from its text by a process that was sent it. For all threads. */
public final class JobTasks {
    private final List<Tasks.Group> groups;

    private JobTasks(List<Tasks.Group> groups) {
        this.groups = groups;
    }

    /** The job of a command. */
    static Job job(List<String> arguments, String modelText, Question question, ModelInstance subject) {
        return new Job(arguments, modelText, QuestionHash.of(question, subject), ProgramFingerprint.words());
    }

    /**
     * Reads the command again, derives and compiles the model; once for all tasks.
     *
     * @throws BadInput if this process does not compute as the one that sent the job
     */
    public static JobTasks of(Job job) {
        if (!job.fingerprint().equals(ProgramFingerprint.words())) {
            throw new BadInput("an executor computes with " + ProgramFingerprint.words() + ", the driver with "
                    + job.fingerprint() + "; their results may differ in their last digits: give both the same Java "
                    + "and the same macrostate.jar");
        }
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(nowhere, nowhere, false, false);
        CommandLine line = Commands.lineFor(new Call(terminal, job.arguments(), Optional.empty(), Optional.of(job)));
        AtomicReference<Optional<Exception>> ended = new AtomicReference<>(Optional.empty());
        line.setExecutionExceptionHandler((ending, command, result) -> {
            ended.set(Optional.of(ending));
            return ExitStatus.DONE.code();
        });
        line.execute(job.arguments().toArray(String[]::new));
        Exception ending = Objects.requireNonNull(ended.get())
                .orElseThrow(() -> new IllegalStateException("the command " + job.arguments() + " has no tasks"));
        if (ending instanceof TasksOffered offered) {
            return new JobTasks(offered.groups());
        }
        throw ending instanceof RuntimeException failed ? failed : new IllegalStateException(ending);
    }

    /** Runs a question until it submits its tasks. */
    static int offered(Question question, ModelInstance subject, Job job) {
        String hash = QuestionHash.of(question, subject);
        if (!hash.equals(job.hash())) {
            throw new BadInput("an executor reads the command otherwise than the driver: files that it names must be "
                    + "the same on all machines");
        }
        question.answer(subject, new ExecutionContext(new Runner(1), Progress.SILENT).by(new Execution.Offered(job)));
        throw new IllegalStateException(question.name() + " has no tasks");
    }

    /** What became of a task: bytes, or why there are none. */
    public Outcome outcome(long task) {
        try {
            return Tasks.result(groups, task)
                    .<Outcome>map(Done::new)
                    .orElseGet(() -> new Failed(Failure.Kind.NUMERICS, "a task was interrupted"));
        } catch (RuntimeException | VirtualMachineError | LinkageError | AssertionError thrown) {
            return failed(thrown);
        }
    }

    /** A failure as data. */
    public static Outcome failed(Throwable thrown) {
        Failure failure = Failure.of(thrown);
        return new Failed(failure.kind(), failure.why());
    }

    /** What became of a task. */
    public sealed interface Outcome extends Serializable {
        /**
         * Its bytes.
         *
         * @throws BadInput if it failed by the user's fault
         * @throws ArithmeticException if its numerics failed
         * @throws IllegalStateException if the program failed
         */
        byte[] bytes();
    }

    private record Done(byte[] bytes) implements Outcome {}

    private record Failed(Failure.Kind kind, String why) implements Outcome {
        @Override
        public byte[] bytes() {
            throw switch (kind) {
                case INPUT -> new BadInput(why);
                case NUMERICS -> new ArithmeticException(why);
                case DEFECT -> new IllegalStateException(why);
            };
        }
    }
}
