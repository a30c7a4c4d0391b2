package org.macrostate.tests.benchmark;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The right-hand side of the erf committee, K student units and as many of the teacher. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class CommitteeBenchmark {
    @Param({"2", "4", "8", "50"})
    public int units = 2;

    private CommitteeProblem problem = new CommitteeProblem(1);
    private double[] rates = {};
    private double[] work = {};

    @Setup
    public void derive() {
        problem = new CommitteeProblem(units);
        rates = new double[problem.state.length];
        work = new double[problem.compiled.rightHandSide().workLength()];
    }

    @Benchmark
    public double[] compiled() {
        problem.compiled.rightHandSide().eval(0, problem.state, problem.parameters, rates, work);
        return rates;
    }
}
