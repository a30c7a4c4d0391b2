package org.macrostate.solvers.finitesize;

import org.macrostate.solvers.kernel.Kernel;

/**
 * A theory of n order parameters together with the covariance Σ of √N (G_N - G) around it: dG/dt = f(t, G), dΣ/dt = JΣ +
 * ΣJᵀ + B (docs/theory.md, section 6; T. G. Kurtz, Stoch. Process. Appl. 6, 223, 1978). The state is G, then Σ_ij for
 * j ≤ i row by row, n + n(n+1)/2 in all.
 *
 * @param rightHandSide f, n outputs
 * @param jacobian J, n·n outputs
 * @param diffusion B, n·n outputs
 */
public record FluctuationEquation(Kernel rightHandSide, Kernel jacobian, Kernel diffusion) implements Kernel {
    /** @throws IllegalArgumentException if the kernels are not of one n */
    public FluctuationEquation {
        int n = rightHandSide.outputLength();
        if (jacobian.outputLength() != n * n || diffusion.outputLength() != n * n) {
            throw new IllegalArgumentException("n = " + n + " needs n·n entries, found " + jacobian.outputLength()
                    + " of the Jacobian and " + diffusion.outputLength() + " of the diffusion");
        }
    }

    /** The state at a start. */
    public double[] start(double[] state, double[] covariance) {
        int n = state.length;
        double[] both = java.util.Arrays.copyOf(state, outputLength());
        for (int i = 0, at = n; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                both[at++] = covariance[i * n + j];
            }
        }
        return both;
    }

    /** Σ, n·n row by row, of a state. */
    public double[] covariance(double[] both) {
        int n = rightHandSide.outputLength();
        double[] sigma = new double[n * n];
        unpack(both, n, sigma, 0);
        return sigma;
    }

    private static void unpack(double[] both, int n, double[] into, int offset) {
        for (int i = 0, at = n; i < n; i++) {
            for (int j = 0; j <= i; j++, at++) {
                into[offset + i * n + j] = both[at];
                into[offset + j * n + i] = both[at];
            }
        }
    }

    @Override
    public void eval(double t, double[] both, double[] parameters, double[] out, double[] work) {
        int n = rightHandSide.outputLength();
        double[] sigma = new double[n * n];
        double[] slope = new double[n * n];
        double[] noise = new double[n * n];
        unpack(both, n, sigma, 0);
        rightHandSide.eval(t, both, parameters, out, work);
        jacobian.eval(t, both, parameters, slope, work);
        diffusion.eval(t, both, parameters, noise, work);
        double[] product = new double[n * n];
        multiply(slope, sigma, n, product);
        for (int i = 0, at = n; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                out[at++] = product[i * n + j] + product[j * n + i] + noise[i * n + j];
            }
        }
    }

    private static void multiply(double[] a, double[] b, int n, double[] out) {
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < n; k++) {
                double factor = a[i * n + k];
                if (factor != 0) {
                    for (int j = 0; j < n; j++) {
                        out[i * n + j] += factor * b[k * n + j];
                    }
                }
            }
        }
    }

    @Override
    public int outputLength() {
        int n = rightHandSide.outputLength();
        return n + n * (n + 1) / 2;
    }

    @Override
    public int workLength() {
        return Math.max(rightHandSide.workLength(), Math.max(jacobian.workLength(), diffusion.workLength()));
    }

    @Override
    public int stateLength() {
        return outputLength();
    }

    @Override
    public int parameterLength() {
        return Math.max(
                rightHandSide.parameterLength(), Math.max(jacobian.parameterLength(), diffusion.parameterLength()));
    }
}
