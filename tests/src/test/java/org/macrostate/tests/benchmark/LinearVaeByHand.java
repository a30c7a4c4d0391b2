package org.macrostate.tests.benchmark;

/**
 * The order-parameter equations of the linear VAE (arXiv:2310.15440) as a programmer would write
 * them in Java. State and rates in the order m, d (M×M* each, row by row), Q, E (upper triangles, row by row), R (M×M), D.
 */
interface LinearVaeByHand {
    /** Parameters in the order they are read. */
    record Parameters(double rho, double eta, double beta, double lambda, double tau, double tauD) {}

    void rates(double[] state, Parameters p, double[] out);

    static LinearVaeByHand of(int latents, int signals) {
        return latents == 1 && signals == 1 ? new OneByOne() : new LinearVaeLoops(latents, signals);
    }

    static int length(int latents, int signals) {
        return 2 * latents * signals + latents * (latents + 1) + latents * latents + latents;
    }

    /** One latent, one signal: plain numbers. */
    record OneByOne() implements LinearVaeByHand {
        @Override
        public void rates(double[] s, Parameters p, double[] out) {
            double m = s[0];
            double d = s[1];
            double q = s[2];
            double e = s[3];
            double r = s[4];
            double bigD = s[5];
            double k = p.rho() + p.eta();
            double czz = p.rho() * d * d + p.eta() * e;
            double chz = p.rho() * m * d + p.eta() * r;
            double chh = p.rho() * m * m + p.eta() * q;
            double a = czz + bigD + p.lambda();
            double b = p.beta() + q;
            double noise = p.tau() * p.tau() * p.eta();
            out[0] = p.tau() * (k * d - a * m);
            out[1] = p.tau() * (k * m - k * b * d - p.lambda() * d);
            out[2] = 2 * p.tau() * (chz - a * q) + noise * czz;
            out[3] = 2 * p.tau() * (chz - b * czz - p.lambda() * e) + noise * (b * b * czz - 2 * b * chz + chh);
            out[4] = p.tau() * (czz - a * r + chh - chz * b - p.lambda() * r) + noise * (chz - czz * b);
            out[5] = -p.tauD() * (p.beta() / 2 * (1 - 1 / bigD) + q / 2);
        }
    }
}
