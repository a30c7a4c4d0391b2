package org.macrostate.tests.benchmark;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.macrostate.equations.derive.Derivation;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.model.BundledModels;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.model.ModelFile;
import org.macrostate.solvers.continuation.BranchDiagram;
import org.macrostate.solvers.continuation.BranchDiagramSolver;
import org.macrostate.solvers.continuation.CurveDiagram;
import org.macrostate.solvers.continuation.CurveDiagramSolver;
import org.macrostate.solvers.continuation.ParameterRange;
import org.macrostate.solvers.kernel.CompiledSystem;
import org.macrostate.solvers.phase.ParameterAxis;
import org.macrostate.solvers.phase.PhaseDiagram;
import org.macrostate.solvers.phase.PhaseDiagramSolver;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The bifurcation picture of the linear VAE, warm: branches in β, their curves in (β, η), phases over both. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
public class BifurcationBenchmark {
    private final CompiledSystem system = linearVae();
    private final ParameterRange beta = new ParameterRange("beta", 0.05, 3);
    private final ParameterRange eta = new ParameterRange("eta", 0.05, 2);
    private final BranchDiagram known = BranchDiagramSolver.of(system).solve(Map.of(), beta);

    private static CompiledSystem linearVae() {
        LearningProblem problem = ModelFile.read(BundledModels.text("linear-vae"), "linear-vae");
        return CompiledSystem.of(BoundSystem.of(Derivation.of(problem), Sizes.of(problem, Map.of())));
    }

    /** All of it, as the command shows it. */
    @Benchmark
    public CurveDiagram picture() {
        return CurveDiagramSolver.of(system)
                .solve(Map.of(), BranchDiagramSolver.of(system).solve(Map.of(), beta), eta);
    }

    @Benchmark
    public BranchDiagram branches() {
        return BranchDiagramSolver.of(system).solve(Map.of(), beta);
    }

    @Benchmark
    public CurveDiagram curves() {
        return CurveDiagramSolver.of(system).solve(Map.of(), known, eta);
    }

    @Benchmark
    public PhaseDiagram phases400() {
        return PhaseDiagramSolver.of(system).withThreads(2).solve(Map.of(), axis("beta", 3, 400), axis("eta", 2, 400));
    }

    private static ParameterAxis axis(String parameter, double to, int count) {
        return new ParameterAxis(parameter, 0, to, count);
    }
}
