package org.macrostate.solvers.kernel;

import org.macrostate.equations.graph.Interpreter;
import org.macrostate.equations.graph.Program;

/** The reference interpreter as a kernel: slow, and right by definition. */
public final class InterpretedKernel implements Kernel {
    private final Program program;
    private final Interpreter interpreter;

    public InterpretedKernel(Program program) {
        this.program = program;
        this.interpreter = new Interpreter(program);
    }

    @Override
    public void eval(double t, double[] state, double[] parameters, double[] out, double[] work) {
        Kernel.requireLength("state", state, stateLength());
        Kernel.requireLength("parameters", parameters, parameterLength());
        Kernel.requireLength("out", out, outputLength());
        double[] values = new double[outputLength()];
        interpreter.eval(t, state, parameters, values);
        System.arraycopy(values, 0, out, 0, values.length);
    }

    @Override
    public int outputLength() {
        return program.outputs().size();
    }

    @Override
    public int workLength() {
        return 0;
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
