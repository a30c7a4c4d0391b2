package org.macrostate.tests.benchmark;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Whole commands as a user runs them, JVM start included. The reference is {@code --version}: the JVM's start with our
 * command line, and nothing done.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
@Fork(1)
public class CommandBenchmark {
    /** The commands that are timed, by a name for each. */
    public enum Command {
        START("--version"),
        DERIVE("derive", "linear-vae"),
        THRESHOLDS("thresholds", "linear-vae", "--state", "collapsed", "--solve", "beta"),
        PHASE_DIAGRAM("phase-diagram", "linear-vae", "--x", "beta=0:3:121", "--y", "eta=0:2:81", "--quiet");

        private final List<String> arguments;

        Command(String... arguments) {
            this.arguments = List.of(arguments);
        }

        /** Processor time of the whole process in ms, as the system counted it. */
        double time() {
            return WholeProcess.milliseconds(arguments);
        }
    }

    @Param
    public Command command = Command.START;

    @Benchmark
    public double whole_command() {
        return command.time();
    }
}
