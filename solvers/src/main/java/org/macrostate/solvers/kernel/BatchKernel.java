package org.macrostate.solvers.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.macrostate.equations.graph.Interpreter;
import org.macrostate.equations.graph.Node;
import org.macrostate.equations.graph.Program;

/**
 * A program evaluated at many points at once: a structure of arrays, one row a quantity with one element a point, so that
 * HotSpot evaluates several points with one instruction. Bit for bit what the {@link Kernel} of the same program computes
 * at each point. Stateless, one for all threads.
 */
public final class BatchKernel {
    /** Points that go through all loops before the next ones do: their values stay in the nearest cache. */
    private static final int BLOCK = 256;

    private static final int LOOPS_IN_A_METHOD = 4;

    /**
     * HotSpot vectorises what it unrolls, and unrolls small loops only. Measured at 1000 points beside the scalar kernel
     * (linear VAE): 1.6 times its throughput at (1, 1), 1.2 times at (2, 1), as sums and products of few operations move more
     * data than they compute; with {@code -XX:LoopUnrollLimit=200} 1.8 and 1.5 times. Where functions take the time (erf
     * committee) there is no gain, as HotSpot has no vector form of them.
     */
    private static final int LARGEST_TREE = 8;

    private final Program program;
    private final BatchBody[] bodies;
    private final int workRows;
    private final int[] copyTo;
    private final int[] copyFrom;

    private BatchKernel(Program program, BatchPlan plan, List<BatchBody> bodies) {
        this.program = program;
        this.bodies = bodies.toArray(BatchBody[]::new);
        workRows = plan.rows();
        List<Integer> to = new ArrayList<>();
        List<Integer> from = new ArrayList<>();
        for (int i = 0; i < program.outputs().size(); i++) {
            int node = program.outputs().get(i);
            if (plan.outputRow(node) != i) {
                to.add(i);
                from.add(node);
            }
        }
        copyTo = to.stream().mapToInt(Integer::intValue).toArray();
        copyFrom = from.stream()
                .mapToInt(node -> plan.outputRow(node) == BatchPlan.NONE ? ~node : plan.outputRow(node))
                .toArray();
    }

    /** @throws IllegalStateException if a method would be too large, or verification is on and a value differs */
    public static BatchKernel compile(Program program) {
        Schedule schedule = Schedule.forBatches(program, LARGEST_TREE);
        BatchPlan plan = new BatchPlan(program, schedule);
        BatchBodyClass writer = new BatchBodyClass(program, schedule, plan);
        List<BatchBody> bodies = new ArrayList<>();
        for (int i = 0; i < plan.items().size(); i += LOOPS_IN_A_METHOD) {
            byte[] bytes = writer.bytes(plan.items()
                    .subList(i, Math.min(i + LOOPS_IN_A_METHOD, plan.items().size())));
            ClassDump.write("CompiledBatch", bytes);
            bodies.add(BatchBodyClass.define(bytes));
        }
        BatchKernel kernel = new BatchKernel(program, plan, bodies);
        if (Boolean.getBoolean("macrostate.verify")) {
            kernel.verify();
        }
        return kernel;
    }

    /**
     * Evaluates all outputs at all points.
     *
     * @param state {@code state[i][p]}: element i at point p; not modified
     * @param parameters {@code parameters[j][p]}; not modified
     * @param out {@code out[k][p]}, overwritten from 0 to below {@code points}
     * @param work {@link #workRows()} rows of at least {@code points} elements, contents undefined; one a thread
     * @throws IllegalArgumentException if there are too few rows or one is too short, naming it
     */
    public void eval(double t, double[][] state, double[][] parameters, double[][] out, double[][] work, int points) {
        require("state", state, program.stateLength(), points);
        require("parameters", parameters, program.parameterLength(), points);
        require("out", out, outputLength(), points);
        require("work", work, workRows, points);
        for (int from = 0; from < points; from += BLOCK) {
            int to = Math.min(points, from + BLOCK);
            for (BatchBody body : bodies) {
                body.run(t, state, parameters, out, work, from, to);
            }
        }
        for (int i = 0; i < copyTo.length; i++) {
            copy(copyFrom[i], t, state, parameters, out, out[copyTo[i]], points);
        }
    }

    /** An output that is an input, a number, or computed for another output already. */
    private void copy(
            int from, double t, double[][] state, double[][] parameters, double[][] out, double[] target, int points) {
        if (from >= 0) {
            System.arraycopy(out[from], 0, target, 0, points);
        } else if (program.nodes().get(~from) instanceof Node.Number n) {
            Arrays.fill(target, 0, points, n.value());
        } else {
            Node.Input in = (Node.Input) program.nodes().get(~from);
            if (in.source() == Node.Source.TIME) {
                Arrays.fill(target, 0, points, t);
            } else {
                double[][] rows = in.source() == Node.Source.STATE ? state : parameters;
                System.arraycopy(rows[in.index()], 0, target, 0, points);
            }
        }
    }

    private static void require(String role, double[][] rows, int count, int points) {
        if (rows.length < count) {
            throw new IllegalArgumentException(role + " must have at least " + count + " rows, had " + rows.length);
        }
        for (int i = 0; i < count; i++) {
            if (rows[i].length < points) {
                throw new IllegalArgumentException("row " + i + " of " + role + " must have at least " + points
                        + " elements, one a point, had " + rows[i].length);
            }
        }
    }

    public int outputLength() {
        return program.outputs().size();
    }

    /** Rows of {@code work}. */
    public int workRows() {
        return workRows;
    }

    private void verify() {
        java.util.Random random = new java.util.Random(7);
        int points = 5;
        double[][] state = rows(random, program.stateLength(), points);
        double[][] parameters = rows(random, program.parameterLength(), points);
        double[][] out = new double[outputLength()][points];
        eval(0.5, state, parameters, out, new double[workRows][points], points);
        double[] expected = new double[outputLength()];
        for (int p = 0; p < points; p++) {
            new Interpreter(program).eval(0.5, column(state, p), column(parameters, p), expected);
            for (int k = 0; k < expected.length; k++) {
                if (Double.doubleToLongBits(expected[k]) != Double.doubleToLongBits(out[k][p])) {
                    throw new IllegalStateException(
                            "batch kernel: output " + k + " is " + out[k][p] + ", the interpreter says " + expected[k]);
                }
            }
        }
    }

    private static double[][] rows(java.util.Random random, int count, int points) {
        double[][] rows = new double[count][];
        for (int i = 0; i < count; i++) {
            rows[i] = random.doubles(points, 0.1, 2).toArray();
        }
        return rows;
    }

    private static double[] column(double[][] rows, int point) {
        return Arrays.stream(rows).mapToDouble(row -> row[point]).toArray();
    }
}
