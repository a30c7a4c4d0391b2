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

/** The right-hand side of the linear VAE, M latents × M* signals: compiled from the loss, and written by hand in Java. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class RightHandSideBenchmark {
    @Param({"1x1", "2x1", "4x2", "8x8"})
    public String sizes = "1x1";

    private LinearVaeBothWays both = new LinearVaeBothWays(1, 1);

    @Setup
    public void derive() {
        both = LinearVaeBothWays.of(sizes);
    }

    @Benchmark
    public double[] compiled() {
        both.evaluateCompiled();
        return both.rates;
    }

    @Benchmark
    public double[] written_by_hand() {
        both.evaluateByHand();
        return both.ratesByHand;
    }
}
