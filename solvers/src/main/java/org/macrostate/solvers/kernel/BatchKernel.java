package org.macrostate.solvers.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.macrostate.equations.graph.CallStages;
import org.macrostate.equations.graph.Interpreter;
import org.macrostate.equations.graph.Passes;
import org.macrostate.equations.graph.Program;

/**
 * A program evaluated at {@value #POINTS} points at once, so that one instruction evaluates several of them. Element i of
 * point p is at {@code i * POINTS + p} of an array. Bit for bit what the {@link Kernel} of the same program computes at each
 * point. Stateless, one for all threads.
 *
 * <p>With the JDK's Vector API where the JVM has it ({@code --add-modules jdk.incubator.vector}), else as loops that HotSpot
 * vectorises. Measured beside the scalar kernel of the linear VAE at (1, 1), (2, 1) and (4, 2), processor with vectors of eight
 * numbers: 6.1, 5.5 and 3.5 times its throughput, and 3.0, 1.8 and 1.5 times. What holds the loops back is memory: a value
 * that two loops need goes through an array, and a loop holds some twenty operations at most. Where functions take the time
 * (erf committee) neither gains, as both call the scalar ones.
 */
public final class BatchKernel {
    /** Points of an evaluation: enough for loops to pay, few enough for their values to stay in the nearest caches. */
    public static final int POINTS = 64;

    private static final int LOOPS_IN_A_METHOD = 4;

    /** Each vector operation takes some entries of a class's constant pool at most. */
    private static final int CHUNKS_IN_A_CLASS = 50;

    private final Program program;
    private final BatchBody[] bodies;
    private final boolean zeroFilled;
    private final int workLength;
    private final int step;

    private BatchKernel(Program program, List<BatchBody> bodies, boolean zeroFilled, int workLength, int step) {
        this.program = program;
        this.bodies = bodies.toArray(BatchBody[]::new);
        this.zeroFilled = zeroFilled;
        this.workLength = workLength;
        this.step = step;
    }

    /** @throws IllegalStateException if a method would be too large, or verification is on and a value differs */
    public static BatchKernel compile(Program given) {
        Program program = Passes.ordered(given);
        if (CallStages.hasCalls(program)) {
            BatchBody body = new PointwiseBody(KernelCompiler.compile(program));
            return new BatchKernel(program, List.of(body), false, 0, POINTS);
        }
        BatchKernel kernel = VectorModule.isPresent() ? vectors(program) : loops(program);
        if (Boolean.getBoolean("macrostate.verify")) {
            kernel.verify();
        }
        return kernel;
    }

    /** With the Vector API, which must be there. */
    static BatchKernel vectors(Program program) {
        InstructionSchedule schedule = InstructionSchedule.forVectors(program);
        Placement placement = new Placement(program, schedule);
        int lanes = VectorModule.lanes();
        int scratch = placement.workLength() * lanes;
        VectorBodyClass writer = new VectorBodyClass(new ChunkCode(program, schedule, placement), lanes, scratch);
        List<BatchBody> bodies = bodies("CompiledVectors", schedule, CHUNKS_IN_A_CLASS, writer::bytes);
        return new BatchKernel(program, bodies, schedule.zeroFilled(), scratch + 2 * lanes, lanes);
    }

    /** With loops over the points that HotSpot vectorises. */
    static BatchKernel loops(Program program) {
        InstructionSchedule schedule = InstructionSchedule.forLoops(program);
        Placement placement = new Placement(program, schedule);
        BatchBodyClass writer = new BatchBodyClass(new LoopCode(program, schedule, placement));
        List<BatchBody> bodies = bodies("CompiledBatch", schedule, LOOPS_IN_A_METHOD, writer::bytes);
        return new BatchKernel(program, bodies, schedule.zeroFilled(), placement.workLength() * POINTS, POINTS);
    }

    private static List<BatchBody> bodies(
            String name, InstructionSchedule schedule, int chunksInAClass, ClassBytes writer) {
        List<BatchBody> bodies = new ArrayList<>();
        int count = schedule.chunks().size();
        for (int from = 0; from < count; from += chunksInAClass) {
            byte[] bytes = writer.of(from, Math.min(count, from + chunksInAClass));
            ClassDump.write(name, bytes);
            bodies.add(HiddenClass.define(bytes, BatchBody.class));
        }
        return bodies;
    }

    /** The class of a range of chunks. */
    private interface ClassBytes {
        byte[] of(int from, int to);
    }

    /**
     * Evaluates all outputs at {@link #POINTS} points.
     *
     * @param state {@code state[i * POINTS + p]}: element i at point p; not modified
     * @param parameters {@code parameters[j * POINTS + p]}; not modified
     * @param out {@code out[k * POINTS + p]}, overwritten
     * @param work scratch of at least {@link #workLength()}, contents undefined; one a thread, never the same array as
     *     another argument
     * @throws IllegalArgumentException if an array is too short, naming it
     */
    public void eval(double t, double[] state, double[] parameters, double[] out, double[] work) {
        Kernel.requireLength("state", state, program.stateLength() * POINTS);
        Kernel.requireLength("parameters", parameters, program.parameterLength() * POINTS);
        Kernel.requireLength("out", out, outputLength() * POINTS);
        Kernel.requireLength("work", work, workLength);
        if (zeroFilled) {
            Arrays.fill(out, 0, outputLength() * POINTS, 0.0);
        }
        for (int at = 0; at < POINTS; at += step) {
            for (BatchBody body : bodies) {
                body.run(t, state, parameters, out, work, at);
            }
        }
    }

    /** Of one point; n for a system's right-hand side. */
    public int outputLength() {
        return program.outputs().size();
    }

    /** Elements of {@code work}, for all points. */
    public int workLength() {
        return workLength;
    }

    private void verify() {
        Random random = new Random(7);
        double[] state =
                random.doubles((long) program.stateLength() * POINTS, 0.1, 2).toArray();
        double[] parameters = random.doubles((long) program.parameterLength() * POINTS, 0.1, 2)
                .toArray();
        double[] out = new double[outputLength() * POINTS];
        eval(0.5, state, parameters, out, new double[workLength]);
        double[] expected = new double[outputLength()];
        for (int p = 0; p < POINTS; p++) {
            new Interpreter(program).eval(0.5, point(state, p), point(parameters, p), expected);
            for (int k = 0; k < expected.length; k++) {
                double found = out[k * POINTS + p];
                if (Double.doubleToLongBits(expected[k]) != Double.doubleToLongBits(found)) {
                    throw new IllegalStateException(
                            "batch kernel: output " + k + " is " + found + ", the interpreter says " + expected[k]);
                }
            }
        }
    }

    /** The elements of one point, in a new array. */
    public static double[] point(double[] ofAll, int point) {
        double[] values = new double[ofAll.length / POINTS];
        for (int i = 0; i < values.length; i++) {
            values[i] = ofAll[i * POINTS + point];
        }
        return values;
    }
}
