package org.macrostate.equations.graph;

import java.util.List;
import java.util.Random;

/**
 * What is done to a program between its equations and its kernel, in order:
 *
 * <ol>
 *   <li>while the graph is built, each operation goes through {@link #RULES}, whole powers become products by squaring
 *       ({@link ExpressionGraph#power}), and common subexpressions are there once, as the graph is hash-consed;
 *   <li>what no output needs is left out ({@link Program#of});
 *   <li>the whole program goes through {@link #ALL};
 *   <li>what depends on parameters only is cut off by {@link ParameterHoisting}, where a kernel is asked for at one
 *       parameter point.
 * </ol>
 *
 * <p>{@code -Dmacrostate.verify=true} holds each application of a rule to the operation it replaces, and each pass's result
 * to its input, by the interpreter at random inputs.
 */
public final class Passes {
    /** Applied to each operation as it is added; the first that says something of it decides. */
    static final List<GraphRule> RULES = List.of(
            new NeutralElements(),
            new SignsOutward(),
            new ExactReciprocals(),
            new SharedFactor(),
            new ComplementaryErrorFunction(),
            new ConstantFolding());

    private static final ProgramPass ORDER = new DepthFirstOrder();

    /** Applied to whole programs, one after the other. */
    static final List<ProgramPass> ALL = List.of(new SharedReciprocals(), ORDER);

    private static final int POINTS = 4;
    private static final long SEED = 20240229L;

    /** A few roundings, relative to the largest output: outputs may be differences of what is large. */
    private static final double ROUNDINGS = 1e-10;

    private Passes() {}

    /** The program with its nodes in depth-first order, and nothing else changed: what a compiler needs of the passes. */
    public static Program ordered(Program program) {
        return ORDER.apply(program);
    }

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
