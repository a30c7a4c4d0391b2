package org.macrostate.solvers.kernel;

/** What all compiled kernels share; their {@code eval} is generated and begins with {@link #check}. */
abstract class GeneratedKernel implements Kernel {
    private final int stateLength;
    private final int parameterLength;
    private final int outputLength;
    private final int workLength;

    GeneratedKernel(int stateLength, int parameterLength, int outputLength, int workLength) {
        this.stateLength = stateLength;
        this.parameterLength = parameterLength;
        this.outputLength = outputLength;
        this.workLength = workLength;
    }

    /** @throws IllegalArgumentException naming the first array that is too short */
    final void check(double[] state, double[] parameters, double[] out, double[] work) {
        if (state.length < stateLength
                || parameters.length < parameterLength
                || out.length < outputLength
                || work.length < workLength) {
            refuse(state, parameters, out, work);
        }
    }

    private void refuse(double[] state, double[] parameters, double[] out, double[] work) {
        Kernel.requireLength("state", state, stateLength);
        Kernel.requireLength("parameters", parameters, parameterLength);
        Kernel.requireLength("out", out, outputLength);
        Kernel.requireLength("work", work, workLength);
    }

    @Override
    public final int outputLength() {
        return outputLength;
    }

    @Override
    public final int workLength() {
        return workLength;
    }

    @Override
    public final int stateLength() {
        return stateLength;
    }

    @Override
    public final int parameterLength() {
        return parameterLength;
    }
}
