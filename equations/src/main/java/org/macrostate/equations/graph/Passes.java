package org.macrostate.equations.graph;

import java.util.List;
import java.util.Random;

/**
 * What is done to a program between its equations and its kernel, in order. While the graph is built, {@link
 * ExpressionGraph} folds numbers, drops neutral elements, moves signs outwards, takes whole powers by squaring, pulls out
 * shared factors ({@link SharedFactor}) and, being hash-consed, has every common subexpression once; {@link Program#of}
 * keeps what the outputs need. Then come the passes of {@link #ALL}.
 *
 * <p>{@code -Dmacrostate.verify=true} compares each pass's result with its input, by the interpreter.
 */
public final class Passes {
    static final List<ProgramPass> ALL = List.of(new SharedReciprocals());

    private static final int POINTS = 4;
    private static final long SEED = 20240229L;

    /** A few roundings, relative to the largest output: outputs may be differences of what is large. */
    private static final double ROUNDINGS = 1e-10;

    private Passes() {}

    /** The program after all passes. */
    public static Program applied(Program program) {
        Program result = program;
        for (ProgramPass pass : ALL) {
            Program next = pass.apply(result);
            if (Boolean.getBoolean("macrostate.verify")) {
                verify(pass, result, next);
            }
            result = next;
        }
        return result;
    }

    /** @throws IllegalStateException naming the pass and the first output that it changed by more than rounding */
    static void verify(ProgramPass pass, Program before, Program after) {
        Random random = new Random(SEED);
        double[] expected = new double[before.outputs().size()];
        double[] found = new double[expected.length];
        for (int point = 0; point < POINTS; point++) {
            double t = random.nextDouble();
            double[] state = random.doubles(before.stateLength(), 0.1, 0.9).toArray();
            double[] parameters =
                    random.doubles(before.parameterLength(), 0.1, 0.9).toArray();
            new Interpreter(before).eval(t, state, parameters, expected);
            new Interpreter(after).eval(t, state, parameters, found);
            compare(pass, expected, found);
        }
    }

    private static void compare(ProgramPass pass, double[] expected, double[] found) {
        double largest = 1;
        for (double value : expected) {
            if (Math.abs(value) <= Double.MAX_VALUE) {
                largest = Math.max(largest, Math.abs(value));
            }
        }
        for (int i = 0; i < expected.length; i++) {
            boolean same = Double.isFinite(expected[i])
                    ? Math.abs(found[i] - expected[i]) <= ROUNDINGS * largest
                    : !Double.isFinite(found[i]);
            if (!same) {
                throw new IllegalStateException("pass '" + pass.name() + "': output " + i + " is " + found[i]
                        + " after it, " + expected[i] + " before");
            }
        }
    }
}
