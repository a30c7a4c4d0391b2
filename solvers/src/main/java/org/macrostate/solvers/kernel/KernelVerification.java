package org.macrostate.solvers.kernel;

import java.util.Random;
import org.macrostate.equations.graph.Interpreter;
import org.macrostate.equations.graph.Program;

/** Holds a kernel to the reference interpreter at random inputs. */
final class KernelVerification {
    private static final int POINTS = 4;
    private static final long SEED = 20240229L;

    private KernelVerification() {}

    /** @throws IllegalStateException naming the first output that differs */
    static void verify(Kernel kernel, Program program) {
        Interpreter interpreter = new Interpreter(program);
        Random random = new Random(SEED);
        double[] expected = new double[program.outputs().size()];
        for (int point = 0; point < POINTS; point++) {
            double t = random.nextDouble();
            double[] state = inputs(random, program.stateLength());
            double[] parameters = inputs(random, program.parameterLength());
            interpreter.eval(t, state, parameters, expected);
            compare(kernel.eval(t, state, parameters), expected);
        }
    }

    private static double[] inputs(Random random, int length) {
        return random.doubles(length, -0.5, 2).toArray();
    }

    private static void compare(double[] found, double[] expected) {
        for (int i = 0; i < expected.length; i++) {
            if (Double.doubleToLongBits(found[i]) != Double.doubleToLongBits(expected[i])) {
                throw new IllegalStateException(
                        "compiled kernel: output " + i + " is " + found[i] + ", the interpreter says " + expected[i]);
            }
        }
    }
}
