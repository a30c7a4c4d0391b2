package org.macrostate.equations.graph;

import java.util.Random;

/** Whether a function is continuous across its kinks: at random points on each it is compared on both sides. */
final class KinkJumps {
    private static final int LINES = 40;
    private static final int ENOUGH = 3;
    private static final int LOOKS = 40;
    private static final double FAR = 4;
    private static final int BISECTIONS = 60;
    private static final double BESIDE = 1e-8;
    private static final double JUMP = 1e-5;

    private final Program program;
    private final Interpreter interpreter;
    private final double[] out;

    private KinkJumps(Program program) {
        this.program = program;
        this.interpreter = new Interpreter(program);
        this.out = new double[program.outputs().size()];
    }

    /**
     * False where a jump was seen, or too few points on a kink were met.
     *
     * @param program first output the function, further ones whose zeros are its kinks
     */
    static boolean isContinuous(Program program) {
        KinkJumps jumps = new KinkJumps(program);
        for (int kink = 1; kink < jumps.out.length; kink++) {
            if (!jumps.isContinuousAt(kink)) {
                return false;
            }
        }
        return true;
    }

    private boolean isContinuousAt(int kink) {
        Random random = new Random(1_299_709);
        int met = 0;
        for (int line = 0; line < LINES && met < ENOUGH; line++) {
            double[] from = random.doubles(program.stateLength(), -1, 1).toArray();
            double[] along = random.doubles(program.stateLength(), -1, 1).toArray();
            double[] parameters =
                    random.doubles(program.parameterLength(), 0.3, 1.3).toArray();
            double before = value(kink, from, along, -FAR, parameters);
            for (int i = 1; i <= LOOKS; i++) {
                double t = -FAR + 2 * FAR * i / LOOKS;
                double now = value(kink, from, along, t, parameters);
                if (before * now < 0) {
                    double zero = zero(kink, from, along, t - 2 * FAR / LOOKS, t, parameters);
                    double left = value(0, from, along, zero - BESIDE, parameters);
                    double right = value(0, from, along, zero + BESIDE, parameters);
                    if (!(Math.abs(left - right) <= JUMP * (Math.abs(left) + Math.abs(right)) + BESIDE * 10)) {
                        return false;
                    }
                    met++;
                }
                before = now;
            }
        }
        return met >= ENOUGH;
    }

    private double zero(int kink, double[] from, double[] along, double low, double high, double[] parameters) {
        boolean rises = value(kink, from, along, high, parameters) > 0;
        double below = low;
        double above = high;
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (below + above) / 2;
            boolean isAbove = (value(kink, from, along, middle, parameters) > 0) == rises;
            below = isAbove ? below : middle;
            above = isAbove ? middle : above;
        }
        return (below + above) / 2;
    }

    private double value(int output, double[] from, double[] along, double t, double[] parameters) {
        double[] at = from.clone();
        for (int i = 0; i < at.length; i++) {
            at[i] += t * along[i];
        }
        interpreter.eval(0, at, parameters, out);
        return out[output];
    }
}
