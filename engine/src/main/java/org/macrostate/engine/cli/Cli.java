package org.macrostate.engine.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Optional;
import org.macrostate.engine.analysis.Failure;
import org.macrostate.engine.sweep.Cluster;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Runs one command line. */
public final class Cli {
    static final String HINT = "\n(run again with --debug for where it happened, and report it)";
    private static final String DEBUG = "--debug";

    /** Values of {@code --format} that say how standard output shows a result and not what a file holds. */
    private static final List<String> FORMS = List.of("table", "csv", "json");

    private Cli() {}

    /**
     * Runs a command and writes its result to {@code out}, its messages to {@code err}.
     *
     * @return the exit status: 0 done, 1 a check failed, 2 bad input, 3 not converged, 70 a defect
     */
    public static int run(String[] args, PrintStream out, PrintStream err) {
        return run(args, new Terminal(out, err, false, false));
    }

    /** The same with tasks carried out by a cluster. */
    public static int run(String[] args, PrintStream out, PrintStream err, Cluster cluster) {
        return run(args, new Terminal(out, err, false, false), Optional.of(cluster));
    }

    static int run(String[] args, Terminal terminal) {
        return run(args, terminal, Optional.empty());
    }

    private static int run(String[] args, Terminal terminal, Optional<Cluster> cluster) {
        int status = status(args, terminal, cluster);
        if (terminal.out().checkError() && status == ExitStatus.DONE.code()) {
            terminal.tell("macrostate: standard output was closed or is full: the result is not complete");
            return ExitStatus.BAD_INPUT.code();
        }
        return status;
    }

    private static int status(String[] typed, Terminal terminal, Optional<Cluster> cluster) {
        if (typed.length > 0 && typed[0].equals(CompletionWords.QUESTION)) {
            return complete(List.of(typed).subList(1, typed.length), terminal);
        }
        String[] args = Commands.spelled(typed);
        boolean debug = List.of(args).contains(DEBUG);
        try {
            CommandLine line = Commands.lineFor(new Call(terminal, List.of(args), cluster, Optional.empty()));
            line.setParameterExceptionHandler((complaint, all) -> complain(terminal, complaint));
            line.setExecutionExceptionHandler((failure, command, result) -> told(terminal, failure, debug));
            return line.execute(args);
        } catch (RuntimeException | VirtualMachineError | LinkageError | AssertionError failure) {
            return told(terminal, failure, debug);
        } finally {
            terminal.out().flush();
        }
    }

    /** Answers a shell; what goes wrong is no matter of a person who only pressed a key. */
    private static int complete(List<String> words, Terminal terminal) {
        try {
            CompletionWords.of(Commands.everything(terminal), words)
                    .forEach(word -> terminal.out().print(word + "\n"));
        } catch (RuntimeException nothingToSay) {
            return ExitStatus.BAD_INPUT.code();
        } finally {
            terminal.out().flush();
        }
        return ExitStatus.DONE.code();
    }

    private static int told(Terminal terminal, Throwable thrown, boolean debug) {
        if (thrown instanceof UncheckedIOException io) {
            return tell(terminal, io, debug, said(io), ExitStatus.BAD_INPUT);
        }
        Failure failure = Failure.of(thrown);
        boolean hint = failure.kind() == Failure.Kind.DEFECT && !debug;
        return tell(terminal, thrown, debug, failure.why() + (hint ? HINT : ""), ExitStatus.of(failure));
    }

    /** What could not be read or written, and why. */
    static String said(UncheckedIOException failure) {
        return failure.getMessage() + (failure.getCause() == null ? "" : ": " + reason(failure.getCause()));
    }

    /** In a user's words; files are named already. */
    private static String reason(IOException failure) {
        if (failure instanceof AccessDeniedException) {
            return "permission denied";
        }
        return failure instanceof FileSystemException file && file.getReason() != null
                ? file.getReason()
                : String.valueOf(failure.getMessage());
    }

    private static int complain(Terminal terminal, ParameterException complaint) {
        String message = OptionComplaint.of(complaint);
        terminal.tell("macrostate: " + message);
        return ExitStatus.BAD_INPUT.code();
    }

    private static int tell(Terminal terminal, Throwable failure, boolean debug, String why, ExitStatus status) {
        terminal.tell("macrostate: " + why);
        if (debug) {
            failure.printStackTrace(terminal.err());
        }
        return status.code();
    }

    /** The arguments without those that cannot change a result. */
    static String normalised(List<String> args) {
        StringBuilder text = new StringBuilder("macrostate");
        List<String> silent = List.of(
                "--json", "--quiet", "-q", "--force", "--resume", "--plot", "--no-cache", "--plain-names", DEBUG);
        List<String> silentWithValue = List.of("--threads", "--out", "-o", "--columns", "--color");
        for (int i = 0; i < args.size(); i++) {
            String arg = args.get(i);
            boolean isForm = arg.equals("--format") && i + 1 < args.size() && FORMS.contains(args.get(i + 1));
            boolean isJoined = FORMS.stream().anyMatch(form -> arg.equals("--format=" + form));
            if (silentWithValue.contains(arg) || isForm) {
                i++;
            } else if (!isJoined
                    && !silent.contains(arg)
                    && silentWithValue.stream().noneMatch(s -> arg.startsWith(s + "="))) {
                text.append(' ').append(quoted(arg));
            }
        }
        return text.toString();
    }

    private static String quoted(String arg) {
        return arg.matches("[A-Za-z0-9_./:=,+-]+") ? arg : "'" + arg.replace("'", "'\\''") + "'";
    }
}
