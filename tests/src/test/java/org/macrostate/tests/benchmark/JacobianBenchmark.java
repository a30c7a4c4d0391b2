package org.macrostate.tests.benchmark;

import java.util.concurrent.TimeUnit;
import org.macrostate.solvers.kernel.Kernel;
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

/** The Jacobian of the linear VAE's right-hand side, to be compared with {@link RightHandSideBenchmark}. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class JacobianBenchmark {
    @Param({"1x1", "2x1", "4x2"})
    public String sizes = "1x1";

    private LinearVaeBothWays both = new LinearVaeBothWays(1, 1);
    private double[] out = {};
    private double[] work = {};

    @Setup
    public void derive() {
        both = LinearVaeBothWays.of(sizes);
        Kernel jacobian = both.compiled.jacobian();
        out = new double[jacobian.outputLength()];
        work = new double[jacobian.workLength()];
    }

    @Benchmark
    public double[] jacobian() {
        both.compiled.jacobian().eval(0, both.state, both.parameters, out, work);
        return out;
    }

    /** Into the array of the time before, in which what is always zero is zero already. */
    @Benchmark
    public double[] refreshed() {
        both.compiled.jacobian().refresh(0, both.state, both.parameters, out, work);
        return out;
    }
}
