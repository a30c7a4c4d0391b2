package org.macrostate.solvers.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.macrostate.equations.graph.CallStages;
import org.macrostate.equations.graph.Passes;
import org.macrostate.equations.graph.Program;

/**
 * A program evaluated at {@value #POINTS} points with the same parameters, as loops over the points that HotSpot turns into
 * vector instructions. Element i of point p is at {@code i * POINTS + p} of an array. Bit for bit what the {@link Kernel} of the
 * same program computes at each point. Stateless, one for all threads.
 */
public final class BatchKernel {
    /** Enough for loops to pay, few enough for their values to stay in the nearest caches. */
    public static final int POINTS = 64;

    private static final int LOOPS_IN_A_METHOD = 4;

    private final Program program;
    private final BatchBody[] bodies;
    private final boolean zeroFilled;
    private final int rows;

    private BatchKernel(Program program, List<BatchBody> bodies, boolean zeroFilled, int rows) {
        this.program = program;
        this.bodies = bodies.toArray(BatchBody[]::new);
        this.zeroFilled = zeroFilled;
        this.rows = rows;
    }

    /** Whether a program is made of operations alone, without integrals and other functions of several numbers. */
    public static boolean suits(Program program) {
        return !CallStages.hasCalls(program);
    }

    /**
     * Compiles a program that {@link #suits suits}.
     *
     * @throws IllegalStateException if a method would be too large
     */
    public static BatchKernel compile(Program given) {
        Program program = Passes.ordered(given);
        InstructionSchedule schedule = InstructionSchedule.forBatches(program);
        Placement placement = new Placement(program, schedule);
        BatchBodyClass writer = new BatchBodyClass(new BatchCode(program, schedule, placement));
        List<BatchBody> bodies = new ArrayList<>();
        int count = schedule.chunks().size();
        for (int from = 0; from < count; from += LOOPS_IN_A_METHOD) {
            byte[] bytes = writer.bytes(from, Math.min(count, from + LOOPS_IN_A_METHOD));
            ClassDump.write("CompiledBatch", bytes);
            bodies.add(HiddenClass.define(bytes, BatchBody.class));
        }
        int rows = BatchCode.firstOutput(program) + program.outputs().size() + placement.workLength();
        return new BatchKernel(program, bodies, schedule.zeroFilled(), rows);
    }

    /**
     * Evaluates all outputs at all points.
     *
     * @param values of at least {@link #length()}: the state at all points, not modified, then the outputs, overwritten, from
     *     {@link #firstOutput()} on; what follows is scratch
     * @param parameters the same at all points; not modified
     * @throws IllegalArgumentException if an array is too short, naming it
     */
    public void eval(double t, double[] values, double[] parameters) {
        Kernel.requireLength("values", values, length());
        Kernel.requireLength("parameters", parameters, program.parameterLength());
        if (zeroFilled) {
            Arrays.fill(values, firstOutput(), firstOutput() + outputLength() * POINTS, 0.0);
        }
        for (BatchBody body : bodies) {
            body.run(t, values, parameters);
        }
    }

    /** Where the first output at the first point stands among the values. */
    public int firstOutput() {
        return BatchCode.firstOutput(program) * POINTS;
    }

    /** Outputs of one point. */
    public int outputLength() {
        return program.outputs().size();
    }

    /** Elements of the values. */
    public int length() {
        return rows * POINTS;
    }
}
