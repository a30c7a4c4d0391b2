package org.macrostate.engine.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.List;
import org.macrostate.equations.BadInput;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Runs one command line. */
public final class Cli {
    private static final String DEBUG = "--debug";

    private Cli() {}

    /**
     * Runs a command and writes its result to {@code out}, its messages to {@code err}.
     *
     * @return the exit status: 0 done, 1 a check failed, 2 bad input, 3 not converged, 70 a defect
     */
    public static int run(String[] args, PrintStream out, PrintStream err) {
        return run(args, new Terminal(out, err, false, false));
    }

    static int run(String[] args, Terminal terminal) {
        int status = status(args, terminal);
        if (terminal.out().checkError() && status == ExitStatus.DONE.code()) {
            terminal.err().println("macrostate: standard output was closed or is full: the result is not complete");
            return ExitStatus.BAD_INPUT.code();
        }
        return status;
    }

    private static int status(String[] args, Terminal terminal) {
        boolean debug = List.of(args).contains(DEBUG);
        try {
            CommandLine line = Commands.lineFor(args, terminal);
            line.setParameterExceptionHandler((complaint, all) -> complain(terminal, complaint));
            line.setExecutionExceptionHandler((failure, command, result) -> told(terminal, failure, debug));
            return line.execute(args);
        } catch (OutOfMemoryError exhausted) {
            String why = "this takes more memory than there is, "
                    + (Runtime.getRuntime().maxMemory() >> 20)
                    + " MiB; smaller sizes take less, java -Xmx8g -jar … gives it 8 GiB";
            return tell(terminal, exhausted, debug, why, ExitStatus.BAD_INPUT);
        } catch (StackOverflowError exhausted) {
            return tell(terminal, exhausted, debug, "the model is nested too deep", ExitStatus.BAD_INPUT);
        } catch (RuntimeException defect) {
            return told(terminal, defect, debug);
        } catch (LinkageError | AssertionError defect) {
            return tell(
                    terminal, defect, debug, "a defect of Macrostate, not of your input: " + defect, ExitStatus.DEFECT);
        } finally {
            terminal.out().flush();
        }
    }

    private static int told(Terminal terminal, Exception failure, boolean debug) {
        if (failure instanceof BadInput bad) {
            return tell(terminal, bad, debug, said(bad), ExitStatus.BAD_INPUT);
        }
        if (failure instanceof UncheckedIOException io) {
            return tell(terminal, io, debug, said(io), ExitStatus.BAD_INPUT);
        }
        String why = "a defect of Macrostate, not of your input: " + failure
                + (debug ? "" : "\n(run again with --debug for where it happened, and report it)");
        return tell(terminal, failure, debug, why, ExitStatus.DEFECT);
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

    /** The whole message: where, and what. */
    static String said(BadInput bad) {
        return bad.place().map(place -> place + ": " + bad.what()).orElse(bad.what());
    }

    private static int complain(Terminal terminal, ParameterException complaint) {
        String message = OptionComplaint.of(complaint);
        terminal.err().println("macrostate: " + message);
        return ExitStatus.BAD_INPUT.code();
    }

    private static int tell(Terminal terminal, Throwable failure, boolean debug, String why, ExitStatus status) {
        terminal.err().println("macrostate: " + why);
        if (debug) {
            failure.printStackTrace(terminal.err());
        }
        return status.code();
    }

    /** The arguments without those that cannot change a result. */
    static String normalised(List<String> args) {
        StringBuilder text = new StringBuilder("macrostate");
        List<String> silent =
                List.of("--json", "--quiet", "-q", "--force", "--resume", "--plot", "--no-cache", DEBUG);
        List<String> silentWithValue = List.of("--threads", "--out", "-o");
        for (int i = 0; i < args.size(); i++) {
            String arg = args.get(i);
            if (silentWithValue.contains(arg)) {
                i++;
            } else if (!silent.contains(arg) && silentWithValue.stream().noneMatch(s -> arg.startsWith(s + "="))) {
                text.append(' ').append(quoted(arg));
            }
        }
        return text.toString();
    }

    private static String quoted(String arg) {
        return arg.matches("[A-Za-z0-9_./:=,+-]+") ? arg : "'" + arg.replace("'", "'\\''") + "'";
    }
}
