package org.macrostate.tests.benchmark;

import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.macrostate.equations.derive.Derivation;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.model.BundledModels;
import org.macrostate.equations.model.ModelFile;
import org.macrostate.solvers.kernel.CompiledSystem;
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

/** The right-hand side of the linear VAE of one latent and one signal, on noise in many blocks. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class BlocksBenchmark {
    @Param("64")
    public int blocks = 64;

    @SuppressWarnings("NullAway.Init") // JMH calls derive first
    private Kernel kernel;

    private double[] state = {};
    private double[] parameters = {};
    private double[] rates = {};
    private double[] work = {};

    /** The system with so many blocks, of eigenvalues 1/B, 2/B, …, 1. */
    static CompiledSystem compiled(int blocks) {
        String lam = IntStream.rangeClosed(1, blocks)
                .mapToObj(b -> b + "/" + blocks)
                .collect(Collectors.joining(", ", "[", "]"));
        String text = BundledModels.text("linear-vae-blocks")
                .replace("B: 2}", "B: " + blocks + "}")
                .replace("[2, 1/4]", lam)
                .replace("value: [2/5, 3/5]", "value: 1/" + blocks)
                .replace("value: [0.3, 0.7]", "value: 1/" + blocks);
        OrderParameterSystem system = Derivation.of(ModelFile.read(text, "blocks.yaml"));
        return CompiledSystem.of(BoundSystem.of(system, Sizes.of(system.problem(), Map.of())));
    }

    @Setup
    public void derive() {
        CompiledSystem system = compiled(blocks);
        kernel = system.rightHandSide();
        parameters = system.bound().parameters().defaults();
        state = new double[system.bound().state().length()];
        Random random = new Random(1);
        for (int i = 0; i < state.length; i++) {
            state[i] = 0.5 + random.nextDouble();
        }
        rates = new double[state.length];
        work = new double[kernel.workLength()];
    }

    @Benchmark
    public double[] compiled() {
        kernel.eval(0, state, parameters, rates, work);
        return rates;
    }
}
