package org.macrostate.equations.derive;

import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/**
 * The order-parameter equations of the linear VAE in matrix form, written down by hand: Ichikawa and Hukushima, AISTATS
 * 2024 (arXiv:2310.15440), with weight decay and separate rates. Nothing here is shared with the derivation.
 */
record LinearVaeOracle(double rho, double eta, double beta, double lambda, double tau, double tauD) {

    /** Order parameters as matrices: m, d of M×M*, Q, E, R of M×M, D of length M. */
    record State(RealMatrix m, RealMatrix d, RealMatrix q, RealMatrix e, RealMatrix r, double[] bigD) {}

    State rate(State s) {
        int size = s.bigD().length;
        RealMatrix identity = MatrixUtils.createRealIdentityMatrix(size);
        RealMatrix czz = outer(s.d(), s.d()).add(s.e().scalarMultiply(eta));
        RealMatrix chz = outer(s.m(), s.d()).add(s.r().scalarMultiply(eta));
        RealMatrix chh = outer(s.m(), s.m()).add(s.q().scalarMultiply(eta));
        RealMatrix a = czz.add(MatrixUtils.createRealDiagonalMatrix(s.bigD())).add(identity.scalarMultiply(lambda));
        RealMatrix b = identity.scalarMultiply(beta).add(s.q());
        double k = rho + eta;
        RealMatrix m = s.d().scalarMultiply(k).subtract(a.multiply(s.m())).scalarMultiply(tau);
        RealMatrix d = s.m().scalarMultiply(k)
                .subtract(b.multiply(s.d()).scalarMultiply(k))
                .subtract(s.d().scalarMultiply(lambda))
                .scalarMultiply(tau);
        RealMatrix q =
                symmetric(chz.subtract(a.multiply(s.q()))).scalarMultiply(tau).add(czz.scalarMultiply(tau * tau * eta));
        RealMatrix x = chz.subtract(b.multiply(czz));
        RealMatrix y = b.multiply(czz)
                .multiply(b)
                .subtract(b.multiply(chz.transpose()))
                .subtract(chz.multiply(b))
                .add(chh);
        RealMatrix e = symmetric(x)
                .subtract(s.e().scalarMultiply(2 * lambda))
                .scalarMultiply(tau)
                .add(y.scalarMultiply(tau * tau * eta));
        RealMatrix r = czz.subtract(a.multiply(s.r()))
                .add(chh)
                .subtract(chz.multiply(b))
                .subtract(s.r().scalarMultiply(lambda))
                .scalarMultiply(tau)
                .add(chz.transpose().subtract(czz.multiply(b)).scalarMultiply(tau * tau * eta));
        double[] bigD = new double[size];
        for (int i = 0; i < size; i++) {
            bigD[i] = -tauD * (beta / 2 * (1 - 1 / s.bigD()[i]) + s.q().getEntry(i, i) / 2);
        }
        return new State(m, d, q, e, r, bigD);
    }

    private RealMatrix outer(RealMatrix a, RealMatrix b) {
        return a.multiply(b.transpose()).scalarMultiply(rho);
    }

    private static RealMatrix symmetric(RealMatrix a) {
        return a.add(a.transpose());
    }
}
