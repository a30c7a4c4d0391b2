package org.macrostate.solvers.kernel;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.macrostate.equations.graph.LoopProgram;
import org.macrostate.equations.graph.MultivariateFunction;
import org.macrostate.equations.graph.Node;

/** A loop program as code: copies what has indices into dense blocks, then runs one nest after the other. */
final class LoopKernel implements Kernel {
    private final LoopProgram program;
    private final Kernel schedule;
    private final int[] scheduled;
    private final Compiled[] nests;
    private final int workLength;
    private final int knownLength;

    private record Compiled(
            LoopCode code,
            int[] positions,
            int workLength,
            double[][] columns,
            MultivariateFunction.Evaluation[] calls) {}

    private LoopKernel(LoopProgram program, int workLength, Kernel schedule, List<Compiled> nests) {
        this.program = program;
        this.schedule = schedule;
        this.nests = nests.toArray(Compiled[]::new);
        scheduled = program.scheduled().stream().mapToInt(Integer::intValue).toArray();
        this.workLength = workLength;
        knownLength = Math.max(
                program.parameterLength(), 1 + IntStream.of(scheduled).max().orElse(-1));
    }

    static LoopKernel of(LoopProgram program) {
        LoopSchedule schedule = new LoopSchedule(program);
        List<Compiled> nests =
                program.nests().stream().map(nest -> compiled(schedule, nest)).toList();
        int workLength = nests.stream().mapToInt(Compiled::workLength).reduce(schedule.workLength(), Math::max);
        return new LoopKernel(program, workLength, KernelCompiler.compile(program.schedule()), nests);
    }

    private static Compiled compiled(LoopSchedule schedule, LoopProgram.Nest nest) {
        LoopNestClass written = new LoopNestClass(schedule, nest);
        ClassDump.write("CompiledNest", written.bytes());
        return new Compiled(
                HiddenClass.define(written.bytes(), LoopCode.class),
                nest.positions(),
                written.workLength(),
                written.columns(),
                written.calls().stream()
                        .map(function -> function.evaluation(CallKernel::compiled))
                        .toArray(MultivariateFunction.Evaluation[]::new));
    }

    @Override
    public void eval(double t, double[] state, double[] parameters, double[] out, double[] work) {
        Kernel.requireLength("state", state, stateLength());
        Kernel.requireLength("parameters", parameters, parameterLength());
        Kernel.requireLength("out", out, outputLength());
        Kernel.requireLength("work", work, workLength);
        double[] known = scheduled(t, parameters);
        for (LoopProgram.Block block : program.blocks()) {
            block.source().ifPresent(source -> copy(block, source == Node.Source.STATE ? state : known, work));
        }
        for (Compiled nest : nests) {
            nest.code().run(t, state, known, out, work, nest.positions(), nest.columns(), nest.calls());
        }
    }

    private double[] scheduled(double t, double[] parameters) {
        if (scheduled.length == 0) {
            return parameters;
        }
        double[] known = Arrays.copyOf(parameters, knownLength);
        double[] values = schedule.eval(t, new double[0], parameters);
        for (int i = 0; i < scheduled.length; i++) {
            known[scheduled[i]] = values[i];
        }
        return known;
    }

    private static void copy(LoopProgram.Block block, double[] from, double[] work) {
        int[] positions = block.positions();
        for (int i = 0; i < positions.length; i++) {
            work[block.offset() + i] = positions[i] < 0 ? 0 : from[positions[i]];
        }
    }

    @Override
    public int outputLength() {
        return program.outputLength();
    }

    @Override
    public int workLength() {
        return workLength;
    }

    @Override
    public int stateLength() {
        return program.stateLength();
    }

    @Override
    public int parameterLength() {
        return program.parameterLength();
    }
}
