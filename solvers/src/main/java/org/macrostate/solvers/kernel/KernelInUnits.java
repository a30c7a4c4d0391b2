package org.macrostate.solvers.kernel;

import java.util.Arrays;

/** A kernel for states in other units, with outputs multiplied by given factors. */
final class KernelInUnits implements Kernel {
    private final Kernel base;
    private final StateUnits units;
    private final double[] factors;

    /** @param factors one an output; not modified */
    KernelInUnits(Kernel base, StateUnits units, double[] factors) {
        this.base = base;
        this.units = units;
        this.factors = factors;
    }

    /** With outputs as they are. */
    static Kernel ofState(Kernel base, StateUnits units) {
        double[] ones = new double[base.outputLength()];
        Arrays.fill(ones, 1);
        return new KernelInUnits(base, units, ones);
    }

    @Override
    public void eval(double t, double[] state, double[] parameters, double[] out, double[] work) {
        base.eval(t, units.unscaled(state), parameters, out, work);
        scale(out);
    }

    @Override
    public void refresh(double t, double[] state, double[] parameters, double[] out, double[] work) {
        base.refresh(t, units.unscaled(state), parameters, out, work);
        scale(out);
    }

    private void scale(double[] out) {
        for (int i = 0; i < factors.length; i++) {
            out[i] *= factors[i];
        }
    }

    @Override
    public int outputLength() {
        return base.outputLength();
    }

    @Override
    public int workLength() {
        return base.workLength();
    }

    @Override
    public int stateLength() {
        return base.stateLength();
    }

    @Override
    public int parameterLength() {
        return base.parameterLength();
    }
}
