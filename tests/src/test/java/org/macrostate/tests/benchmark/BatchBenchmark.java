package org.macrostate.tests.benchmark;

import java.util.concurrent.TimeUnit;
import org.macrostate.solvers.kernel.BatchKernel;
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

/** The linear VAE's right-hand side at 1024 parameter points: all at once, and one after the other. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class BatchBenchmark {
    private static final int POINTS = 16 * BatchKernel.POINTS;

    @Param({"1x1", "2x1", "4x2"})
    public String sizes = "1x1";

    private LinearVaeBothWays both = new LinearVaeBothWays(1, 1);
    private BatchKernel batch = both.compiled.batchRightHandSide();
    private double[] state = {};
    private double[] parameters = {};
    private double[] out = {};
    private double[] work = {};
    private double[][] parametersOfPoint = {};

    @Setup
    public void derive() {
        both = LinearVaeBothWays.of(sizes);
        batch = both.compiled.batchRightHandSide();
        state = ofAll(both.state);
        parameters = ofAll(both.parameters);
        out = new double[batch.outputLength() * BatchKernel.POINTS];
        work = new double[batch.workLength()];
        parametersOfPoint = new double[POINTS][];
        for (int p = 0; p < POINTS; p++) {
            parametersOfPoint[p] = both.parameters.clone();
        }
    }

    private static double[] ofAll(double[] values) {
        double[] ofAll = new double[values.length * BatchKernel.POINTS];
        for (int i = 0; i < ofAll.length; i++) {
            ofAll[i] = values[i / BatchKernel.POINTS];
        }
        return ofAll;
    }

    @Benchmark
    public double[] all_at_once() {
        for (int from = 0; from < POINTS; from += BatchKernel.POINTS) {
            batch.eval(0, state, parameters, out, work);
        }
        return out;
    }

    @Benchmark
    @Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
    public double[] with_the_vector_api() {
        return all_at_once();
    }

    @Benchmark
    public double[] one_after_the_other() {
        for (double[] point : parametersOfPoint) {
            both.compiled.rightHandSide().eval(0, both.state, point, both.rates, both.work);
        }
        return both.rates;
    }
}
