package org.macrostate.solvers.integrate;

import org.macrostate.solvers.kernel.Kernel;

/** A kernel from a Java function, for problems with known solutions. */
record FunctionKernel(int stateLength, int outputLength, Body body) implements Kernel {
    /** Writes the outputs at a time and state. */
    interface Body {
        void eval(double t, double[] x, double[] out);
    }

    static FunctionKernel of(int length, Body body) {
        return new FunctionKernel(length, length, body);
    }

    @Override
    public void eval(double t, double[] state, double[] parameters, double[] out, double[] work) {
        body.eval(t, state, out);
    }

    @Override
    public int workLength() {
        return 0;
    }

    @Override
    public int parameterLength() {
        return 0;
    }
}
