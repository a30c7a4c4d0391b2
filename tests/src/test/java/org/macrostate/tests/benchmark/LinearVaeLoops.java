package org.macrostate.tests.benchmark;

/** Any numbers of latents and signals: loops over square matrices kept row by row, all scratch allocated once. */
final class LinearVaeLoops implements LinearVaeByHand {
    private final int size;
    private final int signals;
    private final double[] q;
    private final double[] e;
    private final double[] czz;
    private final double[] chz;
    private final double[] chh;
    private final double[] a;
    private final double[] b;
    private final double[] bCzz;
    private final double[] bChz;

    LinearVaeLoops(int latents, int signals) {
        this.size = latents;
        this.signals = signals;
        int square = latents * latents;
        q = new double[square];
        e = new double[square];
        czz = new double[square];
        chz = new double[square];
        chh = new double[square];
        a = new double[square];
        b = new double[square];
        bCzz = new double[square];
        bChz = new double[square];
    }

    @Override
    public void rates(double[] s, Parameters p, double[] out) {
        int dAt = size * signals;
        int qAt = 2 * dAt;
        int eAt = qAt + size * (size + 1) / 2;
        int rAt = eAt + size * (size + 1) / 2;
        int bigDAt = rAt + size * size;
        unpack(s, qAt, q);
        unpack(s, eAt, e);
        covariances(s, p, dAt, rAt, bigDAt);
        vectors(s, p, dAt, out);
        product(b, czz, bCzz);
        productWithTransposed(b, chz, bChz);
        matrices(s, p, qAt, eAt, rAt, out);
        for (int i = 0; i < size; i++) {
            out[bigDAt + i] = -p.tauD() * (p.beta() / 2 * (1 - 1 / s[bigDAt + i]) + q[i * size + i] / 2);
        }
    }

    private void unpack(double[] s, int at, double[] full) {
        for (int i = 0; i < size; i++) {
            for (int j = i; j < size; j++) {
                full[i * size + j] = s[at];
                full[j * size + i] = s[at++];
            }
        }
    }

    private void covariances(double[] s, Parameters p, int dAt, int rAt, int bigDAt) {
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                double dd = 0;
                double md = 0;
                double mm = 0;
                for (int c = 0; c < signals; c++) {
                    dd += s[dAt + i * signals + c] * s[dAt + j * signals + c];
                    md += s[i * signals + c] * s[dAt + j * signals + c];
                    mm += s[i * signals + c] * s[j * signals + c];
                }
                int ij = i * size + j;
                czz[ij] = p.rho() * dd + p.eta() * e[ij];
                chz[ij] = p.rho() * md + p.eta() * s[rAt + ij];
                chh[ij] = p.rho() * mm + p.eta() * q[ij];
                a[ij] = czz[ij] + (i == j ? s[bigDAt + i] + p.lambda() : 0);
                b[ij] = q[ij] + (i == j ? p.beta() : 0);
            }
        }
    }

    private void vectors(double[] s, Parameters p, int dAt, double[] out) {
        double k = p.rho() + p.eta();
        for (int i = 0; i < size; i++) {
            for (int c = 0; c < signals; c++) {
                double am = 0;
                double bd = 0;
                for (int j = 0; j < size; j++) {
                    am += a[i * size + j] * s[j * signals + c];
                    bd += b[i * size + j] * s[dAt + j * signals + c];
                }
                double m = s[i * signals + c];
                double d = s[dAt + i * signals + c];
                out[i * signals + c] = p.tau() * (k * d - am);
                out[dAt + i * signals + c] = p.tau() * (k * m - k * bd - p.lambda() * d);
            }
        }
    }

    private void matrices(double[] s, Parameters p, int qAt, int eAt, int rAt, double[] out) {
        double noise = p.tau() * p.tau() * p.eta();
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                double aq = 0;
                double qa = 0;
                double ar = 0;
                double chzB = 0;
                double czzB = 0;
                double bCzzB = 0;
                for (int l = 0; l < size; l++) {
                    aq += a[i * size + l] * q[l * size + j];
                    qa += q[i * size + l] * a[l * size + j];
                    ar += a[i * size + l] * s[rAt + l * size + j];
                    chzB += chz[i * size + l] * b[l * size + j];
                    czzB += czz[i * size + l] * b[l * size + j];
                    bCzzB += bCzz[i * size + l] * b[l * size + j];
                }
                int ij = i * size + j;
                int ji = j * size + i;
                double r = s[rAt + ij];
                out[rAt + ij] = p.tau() * (czz[ij] - ar + chh[ij] - chzB - p.lambda() * r) + noise * (chz[ji] - czzB);
                if (i <= j) {
                    out[qAt++] = p.tau() * (chz[ij] + chz[ji] - aq - qa) + noise * czz[ij];
                    double x = chz[ij] - bCzz[ij] + chz[ji] - bCzz[ji];
                    double y = bCzzB - bChz[ij] - chzB + chh[ij];
                    out[eAt++] = p.tau() * (x - 2 * p.lambda() * e[ij]) + noise * y;
                }
            }
        }
    }

    private void product(double[] left, double[] right, double[] result) {
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                double sum = 0;
                for (int l = 0; l < size; l++) {
                    sum += left[i * size + l] * right[l * size + j];
                }
                result[i * size + j] = sum;
            }
        }
    }

    private void productWithTransposed(double[] left, double[] right, double[] result) {
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                double sum = 0;
                for (int l = 0; l < size; l++) {
                    sum += left[i * size + l] * right[j * size + l];
                }
                result[i * size + j] = sum;
            }
        }
    }
}
