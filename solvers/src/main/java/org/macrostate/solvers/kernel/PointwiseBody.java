package org.macrostate.solvers.kernel;

/** A kernel evaluated at one point of a batch after the other: where functions take the time, nothing is gained by lanes. */
record PointwiseBody(Kernel kernel) implements BatchBody {
    @Override
    public void run(double t, double[] state, double[] parameters, double[] out, double[] work, int at) {
        double[] values = new double[kernel.outputLength()];
        double[] scratch = new double[kernel.workLength()];
        for (int p = 0; p < BatchKernel.POINTS; p++) {
            kernel.eval(t, BatchKernel.point(state, p), BatchKernel.point(parameters, p), values, scratch);
            for (int i = 0; i < values.length; i++) {
                out[i * BatchKernel.POINTS + p] = values[i];
            }
        }
    }
}
