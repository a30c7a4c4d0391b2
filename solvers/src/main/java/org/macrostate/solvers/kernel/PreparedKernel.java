package org.macrostate.solvers.kernel;

import java.util.Arrays;

/** A kernel at one parameter point: what depends on parameters only was evaluated when it was made. */
final class PreparedKernel implements Kernel {
    private final Kernel rest;
    private final double[] parameters;
    private final int given;

    /**
     * @param once from the parameters to further ones
     * @param rest reads both
     * @param at the parameter point; copied
     */
    PreparedKernel(Kernel once, Kernel rest, double[] at) {
        Kernel.requireLength("parameters", at, once.parameterLength());
        this.rest = rest;
        given = once.parameterLength();
        parameters = Arrays.copyOf(at, rest.parameterLength());
        double[] further = once.eval(0, new double[0], at);
        System.arraycopy(further, 0, parameters, given, further.length);
    }

    @Override
    public void eval(double t, double[] state, double[] ignored, double[] out, double[] work) {
        rest.eval(t, state, parameters, out, work);
    }

    @Override
    public int outputLength() {
        return rest.outputLength();
    }

    @Override
    public int workLength() {
        return rest.workLength();
    }

    @Override
    public int stateLength() {
        return rest.stateLength();
    }

    @Override
    public int parameterLength() {
        return given;
    }
}
