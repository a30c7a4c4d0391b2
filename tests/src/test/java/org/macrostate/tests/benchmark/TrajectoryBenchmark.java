package org.macrostate.tests.benchmark;

import java.util.concurrent.TimeUnit;
import org.macrostate.solvers.integrate.Integration;
import org.macrostate.solvers.integrate.Tolerances;
import org.macrostate.solvers.integrate.Trajectory;
import org.macrostate.solvers.integrate.TrajectoryProblem;
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

/** A trajectory of the linear VAE to t = 1500 at the default tolerances. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class TrajectoryBenchmark {
    @Param({"1x1 PLAIN", "2x1 PLAIN", "4x2 PLAIN", "8x8 PLAIN", "1x1 STIFF", "1x1 VERY_STIFF"})
    public String problem = "1x1 PLAIN";

    @Param({"HIPPARCHUS", "LEAN"})
    public Integration.Method method = Integration.Method.HIPPARCHUS;

    private TrajectoryProblem trajectory = TrajectoryProblems.PLAIN.problem(new LinearVaeBothWays(1, 1));
    private Integration integration = Integration.with(Tolerances.DEFAULT);

    @Setup
    public void derive() {
        String[] words = problem.split(" ", -1);
        trajectory = TrajectoryProblems.valueOf(words[1]).problem(LinearVaeBothWays.of(words[0]));
        integration = Integration.with(Tolerances.DEFAULT).by(method);
    }

    @Benchmark
    public Trajectory integrate() {
        return integration.integrate(trajectory);
    }
}
