package org.macrostate.solvers.kernel;

import java.util.List;

/** A kernel too large for one class file: parts that run one after the other and share {@code out} and {@code work}. */
final class KernelSequence implements Kernel {
    private final GeneratedKernel[] parts;

    KernelSequence(List<GeneratedKernel> parts) {
        this.parts = parts.toArray(GeneratedKernel[]::new);
    }

    @Override
    public void eval(double t, double[] state, double[] parameters, double[] out, double[] work) {
        for (GeneratedKernel part : parts) {
            part.eval(t, state, parameters, out, work);
        }
    }

    @Override
    public void refresh(double t, double[] state, double[] parameters, double[] out, double[] work) {
        for (GeneratedKernel part : parts) {
            part.refresh(t, state, parameters, out, work);
        }
    }

    @Override
    public int outputLength() {
        return parts[0].outputLength();
    }

    @Override
    public int workLength() {
        return parts[0].workLength();
    }

    @Override
    public int stateLength() {
        return parts[0].stateLength();
    }

    @Override
    public int parameterLength() {
        return parts[0].parameterLength();
    }
}
